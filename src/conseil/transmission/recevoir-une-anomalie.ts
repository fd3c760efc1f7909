import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { motifEcrit, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import type { AnomalieRecue } from './faits.ts';

export type RecevoirUneAnomalie = CommandeDe<'RecevoirUneAnomalie', AnomalieRecue>;
export type RecevoirUneAnomalieRefuse = RefusParCode<'motif-vide'>;

/**
 * Notes what the operator or the ministry objects to. It is kept word for word and cannot be empty:
 * the reason of a failure is what must never be lost.
 */
export function recevoirUneAnomalie(
  _seance: Seance,
  commande: RecevoirUneAnomalie,
): Result<readonly [AnomalieRecue], RecevoirUneAnomalieRefuse> {
  const refus = motifEcrit(commande.motif);
  return trancher(refus, { ...commande, type: 'AnomalieRecue' });
}
