import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { motifEcrit, trancher } from '../refus/exigences.ts';
import type { FaitInsere } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { verifierLeFlux } from './verifier-le-flux.ts';

export type Inserer = CommandeDe<'Inserer', FaitInsere>;
export type InsererRefuse = RefusParCode<
  'motif-vide' | 'position-inconnue' | 'insertion-impossible'
>;

/**
 * Notes, after the fact, something that took place earlier in the sitting, with a written reason:
 * everything after it is computed again. Refused only when it could not have happened there. What
 * it makes impossible afterwards is told by findings, and never keeps it out of the register.
 */
export function inserer(
  seance: Seance,
  commande: Inserer,
): Result<readonly [FaitInsere], InsererRefuse> {
  const fait: FaitInsere = { ...commande, type: 'FaitInsere' };
  const refus =
    motifEcrit(commande.motif) ?? horsDuJournal(seance, commande) ?? impossibleLa(seance, fait);
  return trancher(refus, fait);
}

const horsDuJournal = (
  { version }: Seance,
  { apres }: Inserer,
): RefusParCode<'position-inconnue'> | null =>
  Number.isSafeInteger(apres) && apres >= 0 && apres < version
    ? null
    : { code: 'position-inconnue', position: apres, version };

function impossibleLa(
  { faits, version }: Seance,
  fait: FaitInsere,
): RefusParCode<'insertion-impossible'> | null {
  const la = verifierLeFlux([...faits, fait]).find(({ position }) => position === version);
  return la === undefined
    ? null
    : { code: 'insertion-impossible', position: fait.apres, cause: la.refus };
}
