import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { vieDeLActe } from '../../src/conseil/acte/vie-de-l-acte.ts';
import { verifierLeFlux } from '../../src/conseil/journal/verifier-le-flux.ts';
import { rejouer } from '../../src/conseil/seance/rejouer.ts';
import { lireSeance } from '../../src/formats/seance/lire.ts';

/** The three sittings the project ships, walked from their files to the effects of their acts. */
const faitsDe = (nom: string) => {
  const fichier = resolve(import.meta.dirname, '../../examples', `${nom}.json`);
  const lu = lireSeance(readFileSync(fichier, 'utf8'));
  if (!lu.ok) throw new Error(lu.error.map(({ phrase }) => phrase).join('\n'));
  return lu.value.map(({ fait }) => fait);
};

it.each(['aix-2022-10-14', 'village-2026-06-12', 'epci-2025-09-25'])(
  '%s : rien d’impossible dans le fichier',
  (nom) => expect(verifierLeFlux(faitsDe(nom))).toEqual([]),
);

describe('Aix-en-Provence, 14 octobre 2022', () => {
  const seance = rejouer(faitsDe('aix-2022-10-14'));
  const [suivi] = seance.affaires;

  it('42 présents, 11 représentés, 2 absents ; 53 voix pour', () => {
    const salle = suivi?.miseEnDiscussion?.assistance;
    expect([salle?.presents.length, salle?.representes.length, salle?.absents]).toEqual([
      42,
      11,
      ['janer-amandine', 'terme-francoise'],
    ]);
    expect(suivi?.vote?.resultat).toMatchObject({ pour: 53, contre: 0, unanime: true });
  });

  it('adoptée, transmise, mais pas prouvée exécutoire', () => {
    expect(suivi?.etat).toBe('adoptee');
    expect(suivi === undefined ? null : vieDeLActe(seance, suivi)).toMatchObject({
      executoireDepuis: null,
      manque: ['publicite'],
      defereJusquAu: '2022-12-20',
      recoursJusquAu: null,
      listeAvantLe: '2022-10-21',
    });
  });
});

describe('La communauté de communes, 25 septembre 2025', () => {
  const seance = rejouer(faitsDe('epci-2025-09-25'));
  const [redevance, subvention, representant, decisions] = seance.affaires;

  it('9 voix contre 9 au scrutin public : la voix du président l’emporte', () => {
    expect(redevance?.vote?.resultat).toMatchObject({
      pour: 9,
      contre: 9,
      abstentions: 1,
      preponderante: true,
      adoptee: true,
    });
  });

  it('la conseillère intéressée est sortie : 17 pour, 1 abstention', () => {
    expect(subvention?.vote?.resultat).toMatchObject({ pour: 17, abstentions: 1 });
    expect(subvention?.vote?.voix['vaumartel-claudine' as never]).toBe('absent');
  });

  it('à égalité au troisième tour, le plus âgé représente la communauté', () => {
    expect([representant?.etat, representant?.tours.map(({ elu }) => elu)]).toEqual([
      'pourvue',
      [null, null, 'Noël HAUTEFORGE'],
    ]);
  });

  it('le conseil a pris acte des décisions du président', () => {
    expect(decisions?.etat).toBe('prise-d-acte');
  });
});

describe('Le village, 12 juin 2026', () => {
  const seance = rejouer(faitsDe('village-2026-06-12'));

  it('unanime à 10 voix, puis 7 pour, 1 contre, 1 abstention après un départ', () => {
    const [salle, toiture] = seance.affaires;
    expect(salle?.vote?.resultat).toMatchObject({ pour: 10, unanime: true });
    expect(toiture?.miseEnDiscussion?.assistance.presents).toHaveLength(8);
    expect(toiture?.vote?.resultat).toMatchObject({ pour: 7, contre: 1, abstentions: 1 });
  });

  it('le quorum perdu, les deux dernières affaires sont ajournées', () => {
    expect(seance.presents).toHaveLength(5);
    expect(seance.affaires.slice(2).map(({ etat }) => etat)).toEqual(['ajournee', 'ajournee']);
    expect(seance.levee?.motif).toBe('quorum-perdu');
  });
});
