import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { nomDe, trancher } from '../refus/exigences.ts';
import type { PouvoirRetire } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type RetirerUnPouvoir = CommandeDe<'RetirerUnPouvoir', PouvoirRetire>;
export type RetirerUnPouvoirRefuse = RefusParCode<'pas-de-pouvoir'>;

/**
 * Withdraws a proxy: it can always be revoked (L2121-20 al. 1).
 */
export function retirerUnPouvoir(
  seance: Seance,
  commande: RetirerUnPouvoir,
): Result<readonly [PouvoirRetire], RetirerUnPouvoirRefuse> {
  const refus = seance.pouvoirs.some(({ mandant }) => mandant === commande.mandant)
    ? null
    : ({
        code: 'pas-de-pouvoir',
        membre: commande.mandant,
        nom: nomDe(seance, commande.mandant),
      } as const);
  return trancher(refus, { ...commande, type: 'PouvoirRetire' });
}
