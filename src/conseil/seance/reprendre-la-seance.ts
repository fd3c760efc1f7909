import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { SeanceReprise } from '../faits.ts';
import type { Seance } from './etat.ts';

export type ReprendreLaSeance = CommandeDe<'ReprendreLaSeance', SeanceReprise>;

/**
 * Resumes a suspended sitting; the quorum is looked at again with the next item put in discussion.
 */
export const reprendreLaSeance = (
  _seance: Seance,
  commande: ReprendreLaSeance,
): Result<readonly [SeanceReprise], never> => ok([{ ...commande, type: 'SeanceReprise' }]);
