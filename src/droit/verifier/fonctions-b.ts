import type { Fonctions } from './fonction.ts';
import { ACTES_LUS } from './apres-le-vote/actes.ts';
import { FINANCES_LUES } from './apres-le-vote/finances.ts';
import { NOMINATIONS_LUES } from './apres-le-vote/nominations.ts';
import { RECOURS_LUS } from './apres-le-vote/recours.ts';
import { REGISTRE_LU } from './apres-le-vote/registre.ts';
import { SCRUTINS_LUS } from './apres-le-vote/scrutins.ts';

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
