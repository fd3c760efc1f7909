import type { Json } from '#base/canonical-json.ts';
import type { Defaut } from '#base/defaut.ts';
import type { Result } from '#base/result.ts';

/** What a vector gives: named plain values, as read from JSON. */
export type Entrees = { readonly [nom: string]: Json };

/** What a function of the vectors yields: named plain values, to be compared with `expected`. */
export type Sorties = { readonly [nom: string]: Json };

/**
 * One function of the vocabulary of the vectors: reads its inputs strictly (unknown field, wrong
 * type, impossible value: a fault located by a JSON pointer relative to `inputs`), asks the real
 * rules, and names the answers as that file does.
 */
export type Fonction = (entrees: Entrees) => Result<Sorties, readonly Defaut[]>;

/** Functions by the name vectors call them, `quorum`, `noticePeriod`… */
export type Fonctions = { readonly [fn: string]: Fonction };
