import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { TransmissionAcceptee } from './faits.ts';
import { enCours } from './suivi.ts';

export type AccepterLaTransmission = CommandeDe<'AccepterLaTransmission', TransmissionAcceptee>;
export type AccepterLaTransmissionRefuse = RefusParCode<
  'transmission-non-demandee' | 'deja-acceptee'
>;

/**
 * Notes that the operator has taken the act, once: a second number would mean that it holds the act
 * twice.
 */
export function accepterLaTransmission(
  seance: Seance,
  commande: AccepterLaTransmission,
): Result<readonly [TransmissionAcceptee], AccepterLaTransmissionRefuse> {
  const suivi = suiviDe(seance, commande.affaire);
  const refus = suivi === null ? null : dejaPrise(suivi);
  return trancher(refus, { ...commande, type: 'TransmissionAcceptee' });
}

function dejaPrise({
  affaire: { id: affaire, objet },
  teletransmission,
}: SuiviDAffaire): AccepterLaTransmissionRefuse | null {
  if (!enCours(teletransmission)) return { code: 'transmission-non-demandee', affaire, objet };
  const { acceptee } = teletransmission;
  return acceptee === null
    ? null
    : { code: 'deja-acceptee', affaire, objet, transaction: acceptee.transaction };
}
