import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { chacunUneFois, trancher } from '../refus/exigences.ts';
import type { SecretaireNomme } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from './etat.ts';

export type NommerLeSecretaire = CommandeDe<'NommerLeSecretaire', SecretaireNomme>;
export type NommerLeSecretaireRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'compte-deux-fois'
>;

/**
 * Appoints one or several secretaries among the members (L2121-15). One who is not in the room is
 * irregular, not impossible: the law says so.
 */
export function nommerLeSecretaire(
  seance: Seance,
  commande: NommerLeSecretaire,
): Result<readonly [SecretaireNomme], NommerLeSecretaireRefuse> {
  const refus = chacunUneFois(seance, commande.membres);
  return trancher(refus, { ...commande, type: 'SecretaireNomme' });
}
