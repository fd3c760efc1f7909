import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { affaireInscrite, motifEcrit, trancher } from '../refus/exigences.ts';
import type { ConstatPasseOutre } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type PasserOutre = CommandeDe<'PasserOutre', ConstatPasseOutre>;
export type PasserOutreRefuse = RefusParCode<'motif-vide' | 'affaire-inconnue'>;

/**
 * Goes on in spite of a finding, with a written reason: itself a fact, which the register keeps.
 */
export function passerOutre(
  seance: Seance,
  commande: PasserOutre,
): Result<readonly [ConstatPasseOutre], PasserOutreRefuse> {
  const refus = motifEcrit(commande.motif) ?? affaireInscrite(seance, commande.affaire);
  return trancher(refus, { ...commande, type: 'ConstatPasseOutre' });
}
