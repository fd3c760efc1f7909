import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { chacunUneFois, dansLaSalle, premier, trancher } from '../refus/exigences.ts';
import type { ScrutinDemande } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type DemanderUnScrutin = CommandeDe<'DemanderUnScrutin', ScrutinDemande>;
export type DemanderUnScrutinRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'compte-deux-fois' | 'membre-absent'
>;

/**
 * Notes who asks for a public or a secret ballot. Whether they are enough is the law’s opinion
 * (L2121-21).
 */
export function demanderUnScrutin(
  seance: Seance,
  commande: DemanderUnScrutin,
): Result<readonly [ScrutinDemande], DemanderUnScrutinRefuse> {
  const refus =
    chacunUneFois(seance, commande.demandeurs) ??
    premier(commande.demandeurs, (membre) => dansLaSalle(seance, membre));
  return trancher(refus, { ...commande, type: 'ScrutinDemande' });
}
