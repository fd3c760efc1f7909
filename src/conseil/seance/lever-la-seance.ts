import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { SeanceLevee } from '../faits.ts';
import type { Seance } from './etat.ts';

export type LeverLaSeance = CommandeDe<'LeverLaSeance', SeanceLevee>;

/**
 * Closes the sitting, even in mid-item when the quorum is lost: the item then stays undecided.
 */
export const leverLaSeance = (
  _seance: Seance,
  commande: LeverLaSeance,
): Result<readonly [SeanceLevee], never> => ok([{ ...commande, type: 'SeanceLevee' }]);
