import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { AffaireAjournee } from '../faits.ts';
import type { Seance } from '../seance/etat.ts';

export type AjournerUneAffaire = CommandeDe<'AjournerUneAffaire', AffaireAjournee>;

/**
 * Puts an item off to later, in this sitting or another.
 */
export const ajournerUneAffaire = (
  _seance: Seance,
  commande: AjournerUneAffaire,
): Result<readonly [AffaireAjournee], never> => ok([{ ...commande, type: 'AffaireAjournee' }]);
