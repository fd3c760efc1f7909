import type { Jour } from '#base/jour.ts';
import { MOIS_DE_RECOURS } from '#droit/cja/r421-1/recours.ts';
import { echeanceFranche } from '#droit/temps/francs.ts';
import type { Echeance } from './echeance.ts';

/** A day of an act, before it is tied to its item; `cle` is unique within it. */
export type Ecriture = Omit<Echeance, 'affaire' | 'id' | 'faitLe'> & {
  readonly cle: string;
  readonly faitLe?: Echeance['faitLe'];
};

/** Said only when the last day fell on a day off (CJA R421-1, by article 642 of the CPC). */
export const report = (depart: Jour, limite: Jour | null): string =>
  limite === null || limite === echeanceFranche(depart, MOIS_DE_RECOURS)
    ? ''
    : ', reportés au premier jour ouvrable suivant';
