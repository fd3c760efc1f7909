import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, nomDe, trancher } from '../refus/exigences.ts';
import type { DepartConstate } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type ConstaterUnDepart = CommandeDe<'ConstaterUnDepart', DepartConstate>;
export type ConstaterUnDepartRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'deja-absent'
>;

/**
 * Notes that a member goes out. A proxy the member carries is then without effect until the member
 * comes back.
 */
export function constaterUnDepart(
  seance: Seance,
  commande: ConstaterUnDepart,
): Result<readonly [DepartConstate], ConstaterUnDepartRefuse> {
  const refus =
    enExercice(seance, commande.membre) ??
    (seance.presents.includes(commande.membre)
      ? null
      : ({
          code: 'deja-absent',
          membre: commande.membre,
          nom: nomDe(seance, commande.membre),
        } as const));
  return trancher(refus, { ...commande, type: 'DepartConstate' });
}
