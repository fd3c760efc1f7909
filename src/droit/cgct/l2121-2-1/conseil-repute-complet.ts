import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { verifierPopulation } from '../../regimes/genres.ts';
import { regle } from '../../regles.ts';
import { constatDEffectif, effectifLegal } from '../l2121-2/effectif.ts';

/** Laws 2019-1461 art. 38 (first two lines) and 2025-444 art. 5 (the third, renewal of 2026). */
const DEROGATIONS: readonly {
  readonly moinsDe: number;
  readonly membres: number;
  readonly du: Jour;
}[] = [
  { moinsDe: 100, membres: 5, du: jour('2019-12-29') },
  { moinsDe: 500, membres: 9, du: jour('2019-12-29') },
  { moinsDe: 1_000, membres: 13, du: jour('2026-03-15') },
];

/**
 * The least number of members that makes a council complete on that day: the legal size, or less
 * in a small commune (L2121-2-1).
 */
export function minimumPourEtreComplet(population: number, le: Jour): number {
  verifierPopulation(population);
  const derogation = DEROGATIONS.find(({ moinsDe }) => population < moinsDe);
  return derogation !== undefined && le >= derogation.du
    ? derogation.membres
    : effectifLegal(population);
}

/**
 * The size of the council once that many members are elected, for every rule that rests on it: in
 * a small commune deemed complete, the number elected (L2121-2-1); elsewhere, the legal size.
 */
export function effectifApresElection(population: number, le: Jour, elus: number): number {
  const legal = effectifLegal(population);
  return elus >= minimumPourEtreComplet(population, le) ? Math.min(elus, legal) : legal;
}

/** Whether a council elected with that many members is complete, and what its size then is. */
export function constatDeConseilComplet(faits: {
  readonly population: number;
  readonly le: Jour;
  readonly elus: number;
}): Constat {
  const { population, le, elus } = faits;
  const minimum = minimumPourEtreComplet(population, le);
  const conforme = elus >= minimum;
  return {
    regle: regle('R-COMP-02'),
    conforme,
    phrase: conforme
      ? `Le conseil est réputé complet avec ${combien(elus, 'membre')} ; il en faut au moins ${minimum}.`
      : `Le conseil n’est pas complet : ${combien(elus, 'membre')} au lieu de ${minimum} au moins.`,
    queFaire: conforme
      ? null
      : 'Demandez à la préfecture si une élection complémentaire est nécessaire.',
    faits: { population, elus, minimum, effectifLegal: effectifLegal(population) },
  };
}

/**
 * Whether the seats of the table are those the law gives: the legal size or, in a small commune
 * whose table stops at the members elected, a council deemed complete (L2121-2-1 al. 3).
 */
export function constatDesSieges(faits: Parameters<typeof constatDEffectif>[0]): Constat {
  const { population, le, sieges } = faits;
  const repute =
    sieges < effectifLegal(population) && sieges >= minimumPourEtreComplet(population, le);
  return repute
    ? constatDeConseilComplet({ population, le, elus: sieges })
    : constatDEffectif(faits);
}
