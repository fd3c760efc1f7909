import type { Instant } from '#base/instant.ts';

/** The only way to the time of day: pure folders never read a clock. */
export interface Horloge {
  maintenant(): Instant;
}
