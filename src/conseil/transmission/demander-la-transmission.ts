import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { TransmissionDemandee } from './faits.ts';
import { enCours } from './suivi.ts';

export type DemanderLaTransmission = CommandeDe<'DemanderLaTransmission', TransmissionDemandee>;
export type DemanderLaTransmissionRefuse = RefusParCode<
  'date-avant-la-seance' | 'deja-transmise' | 'transmission-en-cours'
>;

/**
 * Asks for the act to be sent. Sent once, it is not sent again unless it came back or was cancelled:
 * the prefect would hold two acts for one decision.
 */
export function demanderLaTransmission(
  seance: Seance,
  commande: DemanderLaTransmission,
): Result<readonly [TransmissionDemandee], DemanderLaTransmissionRefuse> {
  const suivi = suiviDe(seance, commande.affaire);
  const refus =
    pasAvantLaSeance(seance, commande.le) ?? (suivi === null ? null : dejaEnvoyee(suivi));
  return trancher(refus, { ...commande, type: 'TransmissionDemandee' });
}

function dejaEnvoyee({
  affaire: { id: affaire, objet },
  transmission,
  teletransmission,
}: SuiviDAffaire): RefusParCode<'deja-transmise' | 'transmission-en-cours'> | null {
  if (transmission !== null) return { code: 'deja-transmise', affaire, objet, le: transmission.le };
  const { demande } = teletransmission;
  return demande !== null && enCours(teletransmission)
    ? { code: 'transmission-en-cours', affaire, objet, le: demande.le }
    : null;
}
