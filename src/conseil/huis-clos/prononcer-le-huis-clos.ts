import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import {
  chacunUneFois,
  dansLaSalle,
  nombresPossibles,
  premier,
  tientDansLaSalle,
  trancher,
} from '../refus/exigences.ts';
import type { HuisClosPrononce } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type PrononcerLeHuisClos = CommandeDe<'PrononcerLeHuisClos', HuisClosPrononce>;
export type PrononcerLeHuisClosRefuse = RefusParCode<
  | 'membre-inconnu'
  | 'membre-hors-mandat'
  | 'compte-deux-fois'
  | 'membre-absent'
  | 'huis-clos-deja-prononce'
  | 'nombre-impossible'
  | 'vote-plus-grand-que-la-salle'
>;

/**
 * Notes that the council sits in private. Who may ask, and by what majority, is the law’s opinion
 * (L2121-18).
 */
export function prononcerLeHuisClos(
  seance: Seance,
  commande: PrononcerLeHuisClos,
): Result<readonly [HuisClosPrononce], PrononcerLeHuisClosRefuse> {
  const { pour, contre, abstentions } = commande;
  const refus =
    (seance.huisClos === null ? null : ({ code: 'huis-clos-deja-prononce' } as const)) ??
    chacunUneFois(seance, commande.demandeurs) ??
    premier(commande.demandeurs, (membre) => dansLaSalle(seance, membre)) ??
    nombresPossibles({ pour, contre, abstentions }) ??
    tientDansLaSalle(seance, null, pour + contre + abstentions);
  return trancher(refus, { ...commande, type: 'HuisClosPrononce' });
}
