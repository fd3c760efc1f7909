import type { Result } from '#base/result.ts';
import {
  type AttesterLaReceptionRefuse,
  attesterLaReception,
} from '../acte/attester-la-reception.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { Seance } from '../seance/etat.ts';
import type { AccuseRecu } from './faits.ts';

export type RecevoirUnAccuse = CommandeDe<'RecevoirUnAccuse', AccuseRecu>;

/**
 * Notes the receipt of the prefect, even for an act whose sending nobody noted here: it is refused
 * only as a reception noted by hand would be.
 */
export function recevoirUnAccuse(
  seance: Seance,
  commande: RecevoirUnAccuse,
): Result<readonly [AccuseRecu], AttesterLaReceptionRefuse> {
  const { affaire, le, identifiant } = commande;
  const attestee = attesterLaReception(seance, {
    type: 'AttesterLaReception',
    affaire,
    le,
    identifiant,
  });
  return trancher(attestee.ok ? null : attestee.error, { ...commande, type: 'AccuseRecu' });
}
