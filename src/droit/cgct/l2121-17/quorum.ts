import { assert } from '#base/assert.ts';

/**
 * The least number of members who must be in the room: « plus de la moitié », so 5 of 8 and 6 of
 * 11 (L2121-17 al. 1; L3121-14 and L4132-13 say « majorité absolue », the same figure).
 */
export function quorum(membresEnExercice: number): number {
  assert(
    Number.isSafeInteger(membresEnExercice) && membresEnExercice >= 0,
    'a whole, non-negative number of members in office',
  );
  return Math.floor(membresEnExercice / 2) + 1;
}
