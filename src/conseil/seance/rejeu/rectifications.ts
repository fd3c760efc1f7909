import type { Fait } from '../../faits.ts';
import type { Rectification } from '../etat.ts';
import type { FaitSimple } from './evolutions.ts';

export type FluxRectifie = {
  /** Position by position, what is held to have happened; null where nothing is. */
  readonly faits: readonly (FaitSimple | null)[];
  readonly rectifications: readonly Rectification[];
};

/**
 * Resolves corrections. Positions are those of the recorded stream. The latest correction of a
 * position wins; a correction that is itself removed has no effect; one that is itself replaced
 * yields the replacement at its own place. A correction of a later position, or one that would
 * leave the sitting without its identity, has no effect. One pass, from the end.
 */
export function resoudre(flux: readonly Fait[]): FluxRectifie {
  const corriges = new Map<number, FaitSimple | null>();
  const faits: (FaitSimple | null)[] = [];
  const rectifications: Rectification[] = [];
  for (const [position, fait] of [...flux.entries()].toReversed()) {
    const corrige = corriges.get(position);
    if (corrige !== undefined) faits.push(corrige);
    else faits.push(fait.type === 'FaitRectifie' ? null : fait);
    if (fait.type !== 'FaitRectifie') continue;
    const avant = flux[fait.position];
    if (avant === undefined || fait.position >= position) continue;
    rectifications.push({ position, fait, avant });
    const perdLIdentite = fait.position === 0 && fait.par?.type !== 'SeancePreparee';
    if (corrige !== undefined || perdLIdentite || corriges.has(fait.position)) continue;
    corriges.set(fait.position, fait.par);
  }
  return { faits: faits.toReversed(), rectifications: rectifications.toReversed() };
}
