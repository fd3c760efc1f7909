import { describe, expect, it } from 'vitest';
import { heure } from '#base/heure.ts';
import { idAffaire, membre, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { Fait, FaitInsere } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import type { Inserer } from './inserer.ts';

const arrive = (n: number): FaitInsere['fait'] => ({
  type: 'ArriveeConstatee',
  membre: membre(n),
  heure: heure('19:40'),
  affaire: null,
});
const part = (n: number): FaitInsere['fait'] => ({ ...arrive(n), type: 'DepartConstate' }) as never;

const inserer = (
  apres: number,
  fait: FaitInsere['fait'],
  motif = 'Oubli vu à 23 h 30.',
): Inserer => ({
  type: 'Inserer',
  apres,
  fait,
  motif,
  auteur: 'Jeanne MOREL',
  constateLe: null,
});
const insere = (commande: Inserer): FaitInsere => ({ ...commande, type: 'FaitInsere' });

/** Five of seven in the room; « ecole » discussed (4), voted (5); « route » discussed, voted. */
const soiree: readonly Fait[] = [
  ...village(),
  votee('ecole'),
  { type: 'AffaireMiseEnDiscussion', affaire: idAffaire('route'), heure: null },
  votee('route'),
  EXEMPLES.SeanceLevee,
];

describe('Insérer un fait oublié', () => {
  it('à 23 h 30, l’arrivée de 19 h 40 : la salle, le quorum et les votes qui suivent sont recomptés', () => {
    const commande = inserer(5, arrive(6));
    const seance = etantDonne(...soiree)
      .quand(commande)
      .alors(insere(commande));
    const [ecole, route] = seance.affaires;
    expect(ecole?.vote?.resultat.pour).toBe(5);
    expect(route?.miseEnDiscussion?.assistance.presents).toHaveLength(6);
    expect(route?.vote?.resultat.pour).toBe(6);
  });

  it('donne le même état que si le fait avait été noté à son heure', () => {
    const aLHeure = rejouer([...soiree.slice(0, 6), arrive(6), ...soiree.slice(6)]);
    const apres = rejouer([...soiree, insere(inserer(5, arrive(6)))]);
    expect({ ...apres, faits: [], insertions: [] }).toEqual({ ...aLHeure, faits: [] });
  });

  it('garde la trace : quoi, où, pourquoi, par qui ; le journal ne perd rien', () => {
    const commande = inserer(5, arrive(6));
    const seance = rejouer([...soiree, insere(commande)]);
    expect(seance.insertions).toEqual([{ position: 9, fait: insere(commande) }]);
    expect(seance.faits.slice(0, 9)).toEqual(soiree);
    expect(seance.version).toBe(10);
  });

  it('est refusé s’il ne peut pas avoir eu lieu à cette place', () => {
    etantDonne(...soiree)
      .quand(inserer(5, arrive(2)))
      .estRefuse({
        code: 'insertion-impossible',
        position: 5,
        cause: { code: 'deja-present' } as never,
      });
    etantDonne(...soiree)
      .quand(inserer(8, arrive(6)))
      .estRefuse({ code: 'insertion-impossible', cause: { code: 'hors-de-propos' } as never });
  });

  it('n’est pas refusé pour ce qu’il rend impossible ensuite : le droit le dira', () => {
    const contre = [...soiree.slice(0, 7), votee('route', { contre: [membre(5)] })];
    const commande = inserer(5, part(5));
    const seance = etantDonne(...contre)
      .quand(commande)
      .alors(insere(commande));
    expect(seance.affaires[1]?.vote?.voix[membre(5)]).toBe('absent');
  });

  it('se place après une insertion, et l’on peut rectifier ou retirer ce qui fut inséré', () => {
    const premier = insere(inserer(5, arrive(6)));
    const second = insere(inserer(9, part(6)));
    const avec = [...soiree, premier, second];
    const ordre = rejouer(avec).mouvements.map(({ fait }) => fait.type);
    expect(ordre).toEqual(['ArriveeConstatee', 'DepartConstate']);
    const retire: Fait = { type: 'FaitRectifie', position: 10, par: null, motif: 'Faux.' };
    expect(rejouer([...avec, retire]).presents).toContain(membre(6));
    const corrige: Fait = { type: 'FaitRectifie', position: 9, par: arrive(7), motif: 'Lapsus.' };
    expect(rejouer([...soiree, premier, corrige]).affaires[1]?.vote?.voix[membre(7)]).toBe('pour');
  });

  it('de deux faits insérés après le même, le dernier noté vient d’abord', () => {
    const seance = rejouer([
      ...soiree,
      insere(inserer(5, arrive(6))),
      insere(inserer(5, arrive(7))),
    ]);
    expect(seance.mouvements.map(({ fait }) => ('membre' in fait ? fait.membre : null))).toEqual([
      membre(7),
      membre(6),
    ]);
  });

  it.each([-1, 9, 0.5, Number.NaN])('refuse la place %d, qui n’existe pas', (apres) => {
    etantDonne(...soiree)
      .quand(inserer(apres, arrive(6)))
      .estRefuse({ code: 'position-inconnue', version: 9 });
  });

  it('sans contrôle, une place qui n’existe pas encore ne fait rien', () => {
    const seance = rejouer([...soiree, insere(inserer(9, arrive(6)))]);
    expect([seance.mouvements, seance.insertions]).toEqual([[], []]);
  });

  it('refuse sans motif', () => {
    etantDonne(...soiree)
      .quand(inserer(5, arrive(6), ' '))
      .estRefuse({ code: 'motif-vide' });
  });

  it('une longue chaîne d’insertions se rejoue', () => {
    const chaine = Array.from({ length: 5_000 }, (_, i) =>
      insere(inserer(i === 0 ? 5 : 8 + i, i % 2 === 0 ? arrive(6) : part(6))),
    );
    const seance = rejouer([...soiree, ...chaine]);
    expect(seance.mouvements).toHaveLength(5_000);
    expect(seance.presents).not.toContain(membre(6));
  });
});
