import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { MentionPortee } from '../faits.ts';
import type { Seance } from '../seance/etat.ts';

export type PorterUneMention = CommandeDe<'PorterUneMention', MentionPortee>;

/**
 * Notes a mention carried by a document, word for word. It may be false, out of date or cite a
 * repealed article: the law reads it.
 */
export const porterUneMention = (
  _seance: Seance,
  commande: PorterUneMention,
): Result<readonly [MentionPortee], never> => ok([{ ...commande, type: 'MentionPortee' }]);
