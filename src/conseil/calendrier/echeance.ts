import type { Jour } from '#base/jour.ts';
import type { IdAffaire } from '../affaire.ts';

/** A day the law sets, before or after a sitting, with what it rests on. */
export type Echeance = {
  /** Stable within a sitting: `convocation`, `recours-dl-2022-330`. */
  readonly id: string;
  /** Null while the fact that starts the delay is not known: `calcul` then says which one. */
  readonly le: Jour | null;
  readonly titre: string;
  /** « CGCT L2121-12 ». */
  readonly article: string;
  /** The rule of the catalogue, for its certainty and its words. */
  readonly regle: string;
  /** How the day was computed, in one French sentence. */
  readonly calcul: string;
  /** The day the thing was done, when recorded. */
  readonly faitLe: Jour | null;
  readonly affaire: IdAffaire | null;
};
