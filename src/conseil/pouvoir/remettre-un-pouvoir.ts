import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, nomDe, premier, trancher } from '../refus/exigences.ts';
import type { PouvoirRemis } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type RemettreUnPouvoir = CommandeDe<'RemettreUnPouvoir', PouvoirRemis>;
export type RemettreUnPouvoirRefuse = RefusParCode<
  | 'membre-inconnu'
  | 'membre-hors-mandat'
  | 'pouvoir-a-soi-meme'
  | 'pouvoir-deja-donne'
  | 'mandataire-absent'
>;

/**
 * Notes a proxy. Two proxies in one hand, or none in writing, are irregular (L2121-20 al. 1) and
 * recorded. Impossible: to be one's own proxy; to give one twice without withdrawing the first;
 * once the sitting is open, to hand it to somebody who is not in the room.
 */
export function remettreUnPouvoir(
  seance: Seance,
  commande: RemettreUnPouvoir,
): Result<readonly [PouvoirRemis], RemettreUnPouvoirRefuse> {
  const refus =
    premier([commande.mandant, commande.mandataire], (membre) => enExercice(seance, membre)) ??
    empeche(seance, commande);
  return trancher(refus, { ...commande, type: 'PouvoirRemis' });
}

function empeche(
  seance: Seance,
  { mandant, mandataire }: RemettreUnPouvoir,
): RemettreUnPouvoirRefuse | null {
  const donneur = { membre: mandant, nom: nomDe(seance, mandant) };
  if (mandant === mandataire) return { code: 'pouvoir-a-soi-meme', ...donneur };
  const deja = seance.pouvoirs.find((pouvoir) => pouvoir.mandant === mandant);
  if (deja !== undefined) {
    return {
      code: 'pouvoir-deja-donne',
      ...donneur,
      mandataire: nomDe(seance, deja.mandataire),
    };
  }
  return seance.ouverture !== null && !seance.presents.includes(mandataire)
    ? { code: 'mandataire-absent', membre: mandataire, nom: nomDe(seance, mandataire) }
    : null;
}
