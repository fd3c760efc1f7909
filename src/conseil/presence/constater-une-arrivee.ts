import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, nomDe, trancher } from '../refus/exigences.ts';
import type { ArriveeConstatee } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type ConstaterUneArrivee = CommandeDe<'ConstaterUneArrivee', ArriveeConstatee>;
export type ConstaterUneArriveeRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'deja-present'
>;

/**
 * Notes that a member comes in. A proxy given by the member sleeps from then on.
 */
export function constaterUneArrivee(
  seance: Seance,
  commande: ConstaterUneArrivee,
): Result<readonly [ArriveeConstatee], ConstaterUneArriveeRefuse> {
  const refus =
    enExercice(seance, commande.membre) ??
    (seance.presents.includes(commande.membre)
      ? ({
          code: 'deja-present',
          membre: commande.membre,
          nom: nomDe(seance, commande.membre),
        } as const)
      : null);
  return trancher(refus, { ...commande, type: 'ArriveeConstatee' });
}
