import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, nomDe, trancher } from '../refus/exigences.ts';
import type { PresidenceConfiee } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type ConfierLaPresidence = CommandeDe<'ConfierLaPresidence', PresidenceConfiee>;
export type ConfierLaPresidenceRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'president-absent'
>;

/**
 * Gives the chair to another member in the room, for one item (the compte administratif, L2121-14)
 * or from now on.
 */
export function confierLaPresidence(
  seance: Seance,
  commande: ConfierLaPresidence,
): Result<readonly [PresidenceConfiee], ConfierLaPresidenceRefuse> {
  const refus =
    enExercice(seance, commande.membre) ??
    (seance.presents.includes(commande.membre)
      ? null
      : ({
          code: 'president-absent',
          membre: commande.membre,
          nom: nomDe(seance, commande.membre),
        } as const));
  return trancher(refus, { ...commande, type: 'PresidenceConfiee' });
}
