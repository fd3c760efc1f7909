import type { FaitSimple } from '../../faits.ts';
import type { Seance } from '../etat.ts';

export type FaitParType = { readonly [F in FaitSimple as F['type']]: F };

/**
 * What each fact changes; `position` is its rank in the order things happened. Total: no fact can
 * make it throw.
 */
export type Evolutions = {
  readonly [T in keyof FaitParType]: (
    seance: Seance,
    fait: FaitParType[T],
    position: number,
  ) => Seance;
};
