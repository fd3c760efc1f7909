import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { motifEcrit, trancher } from '../refus/exigences.ts';
import type { FaitRectifie } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { verifierLeFlux } from './verifier-le-flux.ts';

export type Rectifier = CommandeDe<'Rectifier', FaitRectifie>;
export type RectifierRefuse = RefusParCode<
  'motif-vide' | 'position-inconnue' | 'identite-indispensable' | 'suite-impossible'
>;

/**
 * Corrects a fact, or takes it back, with a written reason; what was noted first stays in the log.
 * Refused when the corrected log would tell something impossible which it did not tell before: a
 * vote by a member who, once corrected, never came in.
 */
export function rectifier(
  seance: Seance,
  commande: Rectifier,
): Result<readonly [FaitRectifie], RectifierRefuse> {
  const fait: FaitRectifie = { ...commande, type: 'FaitRectifie' };
  const refus =
    motifEcrit(commande.motif) ?? horsDuJournal(seance, commande) ?? suiteImpossible(seance, fait);
  return trancher(refus, fait);
}

function horsDuJournal(
  { version }: Seance,
  { position, par }: Rectifier,
): RefusParCode<'position-inconnue' | 'identite-indispensable'> | null {
  const existe = Number.isSafeInteger(position) && position >= 0 && position < version;
  if (!existe) return { code: 'position-inconnue', position, version };
  const premier = position === 0;
  return premier === (par?.type === 'SeancePreparee') ? null : { code: 'identite-indispensable' };
}

function suiteImpossible(
  { faits }: Seance,
  fait: FaitRectifie,
): RefusParCode<'suite-impossible'> | null {
  const dejaImpossibles = new Set(verifierLeFlux(faits).map(({ position }) => position));
  const nouveau = verifierLeFlux([...faits, fait]).find(
    ({ position }) => !dejaImpossibles.has(position),
  );
  return nouveau === undefined
    ? null
    : { code: 'suite-impossible', position: nouveau.position, cause: nouveau.refus };
}
