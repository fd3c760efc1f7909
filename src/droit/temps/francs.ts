import { assert } from '#base/assert.ts';
import { type Jour, ajouterJours, ajouterMois, ecartEnJours } from '#base/jour.ts';
import { type Territoire, reporter } from './feries.ts';

/**
 * Clear days between two days: neither the day it starts nor the day it ends counts; Saturdays,
 * Sundays and holidays do (CE 13 October 1993, d’André). Negative or −1 when `fin` does not come
 * after `debut`.
 */
export const joursFrancs = (debut: Jour, fin: Jour): number => ecartEnJours(debut, fin) - 1;

/** The last day on which to start so that `n` clear days lie before `fin`. */
export const dernierJourPour = (n: number, fin: Jour): Jour => ajouterJours(fin, -(n + 1));

/** The first day that has `n` clear days between `debut` and itself. */
export const premierJourApres = (debut: Jour, n: number): Jour => ajouterJours(debut, n + 1);

/** A clear delay in months: the day it would end, and the day it ends after roll-over. */
export type DelaiFranc = {
  readonly depart: Jour;
  readonly mois: number;
  /** The last day before any roll-over. */
  readonly echeance: Jour;
  /** The last day, at midnight, once Saturdays, Sundays and holidays are passed over. */
  readonly dernierJour: Jour;
};

/** The last day of `mois` clear months from `depart`, before any roll-over. */
export const echeanceFranche = (depart: Jour, mois: number): Jour =>
  ajouterJours(ajouterMois(depart, mois), 1);

/**
 * `mois` clear months from `depart` (CJA R421-1 and case-law): the same day of the month `mois`
 * later — the last of that month where it does not exist — plus one day, because the delay is
 * clear, then rolled over. 3 October → 4 December; 1 October 2007 → Sunday 2 → Monday 3 December.
 */
export function moisFrancs(depart: Jour, mois: number, territoire: Territoire): DelaiFranc {
  assert(Number.isSafeInteger(mois) && mois >= 1, 'a whole number of months');
  const echeance = echeanceFranche(depart, mois);
  return { depart, mois, echeance, dernierJour: reporter(echeance, territoire) };
}

/** « Dans la semaine qui suit » : the seventh day after is the last (L2121-15, L2121-25). */
export const finDeLaSemaine = (depart: Jour): Jour => ajouterJours(depart, 7);
