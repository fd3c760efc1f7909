import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { RecoursGracieuxRecu } from './faits.ts';
import { referenceLibre } from './references.ts';

export type RecevoirUnRecoursGracieux = CommandeDe<
  'RecevoirUnRecoursGracieux',
  RecoursGracieuxRecu
>;
export type RecevoirUnRecoursGracieuxRefuse = RefusParCode<
  'date-avant-la-seance' | 'reference-deja-prise'
>;

/**
 * Notes a request to withdraw or change the act, of a resident or of the prefect. One that came too
 * late is recorded: whether it moves a delay is the law’s opinion (CRPA L411-2, L2131-6).
 */
export function recevoirUnRecoursGracieux(
  seance: Seance,
  commande: RecevoirUnRecoursGracieux,
): Result<readonly [RecoursGracieuxRecu], RecevoirUnRecoursGracieuxRefuse> {
  const recours = suiviDe(seance, commande.affaire)?.contestation.recours ?? [];
  const refus =
    pasAvantLaSeance(seance, commande.le) ?? referenceLibre(recours, commande.reference);
  return trancher(refus, { ...commande, type: 'RecoursGracieuxRecu' });
}
