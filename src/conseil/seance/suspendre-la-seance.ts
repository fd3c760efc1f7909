import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { SeanceSuspendue } from '../faits.ts';
import type { Seance } from './etat.ts';

export type SuspendreLaSeance = CommandeDe<'SuspendreLaSeance', SeanceSuspendue>;

/**
 * Suspends the sitting. The police of the assembly is the chair’s alone (L2121-16).
 */
export const suspendreLaSeance = (
  _seance: Seance,
  commande: SuspendreLaSeance,
): Result<readonly [SeanceSuspendue], never> => ok([{ ...commande, type: 'SeanceSuspendue' }]);
