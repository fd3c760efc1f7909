import { assert } from '#base/assert.ts';

/**
 * Alsace-Moselle, L2541-4 2°: when half of the councillors or more are interested in the item, the
 * quorum is not asked.
 */
export function moitieInteressee(interesses: number, membresEnExercice: number): boolean {
  assert(interesses >= 0 && membresEnExercice >= 0, 'members are counted from zero');
  return membresEnExercice > 0 && interesses * 2 >= membresEnExercice;
}
