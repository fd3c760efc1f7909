import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { RecoursGracieuxTranche } from './faits.ts';
import { reponseA } from './references.ts';

export type TrancherUnRecoursGracieux = CommandeDe<
  'TrancherUnRecoursGracieux',
  RecoursGracieuxTranche
>;
export type TrancherUnRecoursGracieuxRefuse = RefusParCode<
  'reference-inconnue' | 'reponse-deja-notee' | 'reponse-avant-la-demande'
>;

/** Notes the answer to a request, on the day it reached the one who asked. */
export function trancherUnRecoursGracieux(
  seance: Seance,
  commande: TrancherUnRecoursGracieux,
): Result<readonly [RecoursGracieuxTranche], TrancherUnRecoursGracieuxRefuse> {
  const { recours = [], reponses = [] } = suiviDe(seance, commande.affaire)?.contestation ?? {};
  return trancher(reponseA(recours, reponses, commande), {
    ...commande,
    type: 'RecoursGracieuxTranche',
  });
}
