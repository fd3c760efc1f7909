import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { ActeAnnule } from './faits.ts';

export type ConstaterLAnnulation = CommandeDe<'ConstaterLAnnulation', ActeAnnule>;
export type ConstaterLAnnulationRefuse = RefusParCode<'accuse-non-recu'>;

/**
 * Notes that the prefect has acknowledged the cancellation, asked here or elsewhere.
 */
export function constaterLAnnulation(
  seance: Seance,
  commande: ConstaterLAnnulation,
): Result<readonly [ActeAnnule], ConstaterLAnnulationRefuse> {
  const suivi = suiviDe(seance, commande.affaire);
  const refus =
    suivi === null || suivi.teletransmission.accuse !== null
      ? null
      : ({
          code: 'accuse-non-recu',
          affaire: suivi.affaire.id,
          objet: suivi.affaire.objet,
        } as const);
  return trancher(refus, { ...commande, type: 'ActeAnnule' });
}
