import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { motifEcrit, pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { UrgenceInvoquee } from './faits.ts';

export type InvoquerLUrgence = CommandeDe<'InvoquerLUrgence', UrgenceInvoquee>;
export type InvoquerLUrgenceRefuse = RefusParCode<
  'motif-vide' | 'date-avant-la-seance' | 'urgence-deja-invoquee'
>;

/**
 * Notes that the act could not wait for the publicity normally asked for (L2131-1 V), and why. What
 * it changes depends on a posting, and is computed.
 */
export function invoquerLUrgence(
  seance: Seance,
  commande: InvoquerLUrgence,
): Result<readonly [UrgenceInvoquee], InvoquerLUrgenceRefuse> {
  const suivi = suiviDe(seance, commande.affaire);
  const refus =
    motifEcrit(commande.motif) ??
    pasAvantLaSeance(seance, commande.le) ??
    (suivi === null || suivi.contestation.urgence === null
      ? null
      : ({
          code: 'urgence-deja-invoquee',
          affaire: suivi.affaire.id,
          objet: suivi.affaire.objet,
        } as const));
  return trancher(refus, { ...commande, type: 'UrgenceInvoquee' });
}
