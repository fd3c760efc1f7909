import { type Result, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import type { AffaireRenvoyee } from '../faits.ts';
import type { Seance } from '../seance/etat.ts';

export type RenvoyerUneAffaire = CommandeDe<'RenvoyerUneAffaire', AffaireRenvoyee>;

/**
 * Refers an item to a committee or to a later sitting.
 */
export const renvoyerUneAffaire = (
  _seance: Seance,
  commande: RenvoyerUneAffaire,
): Result<readonly [AffaireRenvoyee], never> => ok([{ ...commande, type: 'AffaireRenvoyee' }]);
