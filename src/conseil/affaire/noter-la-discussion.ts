import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, trancher } from '../refus/exigences.ts';
import type { DiscussionNotee } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type NoterLaDiscussion = CommandeDe<'NoterLaDiscussion', DiscussionNotee>;
export type NoterLaDiscussionRefuse = RefusParCode<'membre-inconnu' | 'membre-hors-mandat'>;

/**
 * Notes what was said, for the minutes (L2121-15); it may be completed after the sitting. Somebody
 * who is not of the council may speak: the speaker is then nobody of the table.
 */
export function noterLaDiscussion(
  seance: Seance,
  commande: NoterLaDiscussion,
): Result<readonly [DiscussionNotee], NoterLaDiscussionRefuse> {
  const refus = commande.membre === null ? null : enExercice(seance, commande.membre);
  return trancher(refus, { ...commande, type: 'DiscussionNotee' });
}
