import type { Fait, FaitRectifie } from '../../faits.ts';
import type { Seance } from '../etat.ts';

/** A fact that is no correction: what `rejouer` applies once corrections are resolved. */
export type FaitSimple = Exclude<Fait, FaitRectifie>;

export type FaitParType = { readonly [F in FaitSimple as F['type']]: F };

/** What each fact changes; `position` is its rank in the stream. Total: no fact can make it throw. */
export type Evolutions = {
  readonly [T in keyof FaitParType]: (
    seance: Seance,
    fait: FaitParType[T],
    position: number,
  ) => Seance;
};
