import { describe, expect, it } from 'vitest';
import { idAffaire, membre, village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import type { DiscussionNotee, Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { versionPublique } from './version-publique.ts';

const note = (texte: string): DiscussionNotee => ({
  type: 'DiscussionNotee',
  affaire: null,
  membre: null,
  texte,
});

const lu = (...faits: readonly Fait[]): string =>
  JSON.stringify(versionPublique([...village(), ...faits]));

const rectifier = (apres: readonly Fait[], par: DiscussionNotee | null): Fait => ({
  type: 'FaitRectifie',
  position: village().length + apres.length - 1,
  par,
  motif: 'erreur de nom',
});

const inserer = (apres: number, texte: string): Fait => ({
  type: 'FaitInsere',
  apres,
  fait: note(texte),
  motif: 'oubli',
  auteur: null,
  constateLe: null,
});

describe('Ce que chacun peut lire des débats', () => {
  const { HuisClosPrononce: clos, HuisClosLeve: leve } = EXEMPLES;

  it('L2121-18 : ce qui est dit à huis clos n’est pas publié, ce qui est dit avant et après l’est', () => {
    const version = lu(note('AVANT'), clos, note('PENDANT'), leve, note('APRES'));
    expect(version).toContain('AVANT');
    expect(version).not.toContain('PENDANT');
    expect(version).toContain('à huis clos : ce qui s’y est dit n’est pas publié');
    expect(version).toContain('APRES');
  });

  it('ce qui est ajouté après coup se place avant, pendant ou après les portes closes', () => {
    const rang = village().length;
    const version = lu(clos, leve, inserer(rang, 'PENDANT'), inserer(rang + 1, 'APRES'));
    expect(version).not.toContain('PENDANT');
    expect(version).toContain('APRES');
  });

  it('une note rectifiée ne se lit plus que corrigée ; retirée, elle ne se lit plus', () => {
    const premiere = [note('Mme X est malade')];
    const corrigee = lu(...premiere, rectifier(premiere, note('Une absence est signalée')));
    expect(corrigee).not.toContain('malade');
    expect(corrigee).toContain('Une absence est signalée');
    expect(lu(...premiere, rectifier(premiere, null))).not.toContain('malade');
    const deux = [rectifier(premiere, note('SECONDE')), rectifier(premiere, note('TROISIEME'))];
    expect(lu(...premiere, ...deux)).not.toMatch(/malade|SECONDE/);
    expect(lu(...premiere, ...deux)).toContain('TROISIEME');
  });

  it('un huis clos effacé par une rectification n’a jamais fermé les portes', () => {
    const faux = [clos];
    const retrait: Fait = {
      type: 'FaitRectifie',
      position: village().length,
      par: null,
      motif: 'il n’a pas été voté',
    };
    expect(lu(...faux, note('PUBLIC'), retrait)).toContain('PUBLIC');
  });

  it('L2121-26 : le reste ne change pas, ni l’ordre, ni le résultat des votes', () => {
    const vote: readonly Fait[] = [
      clos,
      { ...EXEMPLES.AffaireMiseEnDiscussion, affaire: idAffaire('ecole') },
      { ...note('PENDANT'), membre: membre(2) },
      { ...EXEMPLES.VoteClos, affaire: idAffaire('ecole') },
    ];
    const faits = [...village(), ...vote];
    const [avant, apres] = [rejouer(faits), rejouer(versionPublique(faits))];
    expect(apres.version).toBe(avant.version);
    expect(apres.affaires.map(({ vote: v, etat }) => [v?.resultat, etat])).toEqual(
      avant.affaires.map(({ vote: v, etat }) => [v?.resultat, etat]),
    );
    expect(apres.discussion[0]?.membre).toBe(membre(2));
  });
});
