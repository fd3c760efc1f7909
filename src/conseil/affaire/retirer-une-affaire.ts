import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { AffaireRetiree } from '../faits.ts';
import type { Seance } from '../seance/etat.ts';

export type RetirerUneAffaire = CommandeDe<'RetirerUneAffaire', AffaireRetiree>;

/**
 * Takes an item off the agenda, before or during the sitting.
 */
export const retirerUneAffaire = (
  _seance: Seance,
  commande: RetirerUneAffaire,
): Result<readonly [AffaireRetiree], never> => ok([{ ...commande, type: 'AffaireRetiree' }]);
