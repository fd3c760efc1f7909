import type { Defaut } from '#base/defaut.ts';
import type { Result } from '#base/result.ts';
import type { Fonctions } from './fonction.ts';
import { FONCTIONS_A } from './fonctions-a.ts';
import { FONCTIONS_B } from './fonctions-b.ts';
import { type RapportDeVecteurs, verifierAvec } from './verifier.ts';
import { VOCABULAIRE_DES_ACTES } from './vocabulaire/actes.ts';
import { VOCABULAIRE_A } from './vocabulaire/avant-le-vote.ts';
import { type Vocabulaire, comprendre } from './vocabulaire/comprendre.ts';
import { VOCABULAIRE_DES_SCRUTINS } from './vocabulaire/scrutins.ts';
import { VOCABULAIRE_DES_SUITES } from './vocabulaire/suites.ts';

/** What every function may be told under other names. */
const COMMUN: Vocabulaire = {
  kind: { noms: ['genre', 'assembly', 'assemblyKind', 'collectivity', 'collectivityKind'] },
  population: { noms: ['inhabitants', 'habitants', 'municipalPopulation'] },
};

const VOCABULAIRES: { readonly [fn: string]: Vocabulaire } = {
  ...VOCABULAIRE_A,
  ...VOCABULAIRE_DES_SCRUTINS,
  ...VOCABULAIRE_DES_ACTES,
  ...VOCABULAIRE_DES_SUITES,
};

/** Every function a vector may name, answered by the rules of this library. */
export const FONCTIONS: Fonctions = Object.fromEntries(
  Object.entries({ ...FONCTIONS_A, ...FONCTIONS_B }).map(([fn, fonction]) => [
    fn,
    comprendre(fonction, { ...COMMUN, ...VOCABULAIRES[fn] }),
  ]),
);

/**
 * Runs a file of vectors — `{ vectors: [{ id, fn, inputs, expected }] }`, or the bare list —
 * through the real rules, and says for each whether it conforms, differs (what was expected, what
 * was obtained) or names an unknown function. A file of another shape: all its faults, located.
 */
export const verifierVecteurs = (fichier: unknown): Result<RapportDeVecteurs, readonly Defaut[]> =>
  verifierAvec(FONCTIONS, fichier);
