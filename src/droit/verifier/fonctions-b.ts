import type { Fonctions } from './fonction.ts';
import { ACTES_LUS } from './lire-actes.ts';
import { FINANCES_LUES } from './lire-finances.ts';
import { NOMINATIONS_LUES } from './lire-nominations.ts';
import { RECOURS_LUS } from './lire-recours.ts';
import { REGISTRE_LU } from './lire-registre.ts';
import { SCRUTINS_LUS } from './lire-scrutins.ts';

/**
 * The functions of the vectors that speak of ballots, appointments, the register, the life of an
 * act, its challenges and its money.
 */
export const FONCTIONS_B: Fonctions = {
  ...SCRUTINS_LUS,
  ...NOMINATIONS_LUES,
  ...REGISTRE_LU,
  ...ACTES_LUS,
  ...RECOURS_LUS,
  ...FINANCES_LUES,
};
