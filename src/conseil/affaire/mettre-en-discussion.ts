import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { AffaireMiseEnDiscussion } from '../faits.ts';
import type { Seance } from '../seance/etat.ts';

export type MettreEnDiscussion = CommandeDe<'MettreEnDiscussion', AffaireMiseEnDiscussion>;

/**
 * Opens the discussion of an item: the room is looked at here, for the quorum (L2121-17). A lost
 * quorum is the law’s opinion; the register says what was done. Several items may be discussed
 * together.
 */
export const mettreEnDiscussion = (
  _seance: Seance,
  commande: MettreEnDiscussion,
): Result<readonly [AffaireMiseEnDiscussion], never> =>
  ok([{ ...commande, type: 'AffaireMiseEnDiscussion' }]);
