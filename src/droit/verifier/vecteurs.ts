import type { Defaut } from '#base/defaut.ts';
import type { Result } from '#base/result.ts';
import type { Fonctions } from './fonction.ts';
import { FONCTIONS_A } from './fonctions-a.ts';
import { FONCTIONS_B } from './fonctions-b.ts';
import { type RapportDeVecteurs, verifierAvec } from './verifier.ts';

/** Every function a vector may name, answered by the rules of this library. */
export const FONCTIONS: Fonctions = { ...FONCTIONS_A, ...FONCTIONS_B };

/**
 * Runs a file of vectors — `{ vectors: [{ id, fn, inputs, expected }] }`, or the bare list —
 * through the real rules, and says for each whether it conforms, differs (what was expected, what
 * was obtained) or names an unknown function. A file of another shape: all its faults, located.
 */
export const verifierVecteurs = (fichier: unknown): Result<RapportDeVecteurs, readonly Defaut[]> =>
  verifierAvec(FONCTIONS, fichier);
