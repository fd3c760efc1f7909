import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { motifEcrit, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { AnnulationDemandee } from './faits.ts';
import { annulationEnCours } from './suivi.ts';

export type DemanderLAnnulation = CommandeDe<'DemanderLAnnulation', AnnulationDemandee>;
export type DemanderLAnnulationRefuse = RefusParCode<
  'accuse-non-recu' | 'annulation-en-cours' | 'motif-vide'
>;

/**
 * Asks to take the transmission back. Operators allow it only once the receipt has come, and one
 * request at a time.
 */
export function demanderLAnnulation(
  seance: Seance,
  commande: DemanderLAnnulation,
): Result<readonly [AnnulationDemandee], DemanderLAnnulationRefuse> {
  const suivi = suiviDe(seance, commande.affaire);
  const refus = motifEcrit(commande.motif) ?? (suivi === null ? null : pasEncore(suivi));
  return trancher(refus, { ...commande, type: 'AnnulationDemandee' });
}

function pasEncore({
  affaire: { id: affaire, objet },
  teletransmission,
}: SuiviDAffaire): RefusParCode<'accuse-non-recu' | 'annulation-en-cours'> | null {
  const { accuse, annulation } = teletransmission;
  if (accuse === null) return { code: 'accuse-non-recu', affaire, objet };
  return annulation !== null && annulationEnCours(teletransmission)
    ? { code: 'annulation-en-cours', affaire, objet, le: annulation.le }
    : null;
}
