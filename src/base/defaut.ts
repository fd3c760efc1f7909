/**
 * What is wrong in something that came from outside, and where.
 *
 * `pointeur` is a JSON pointer (RFC 6901) into what was read, or a path, line or offset where
 * that says more. `phrase` is one French sentence: what was found, what was expected.
 */
export type Defaut = { readonly pointeur: string; readonly phrase: string };

/** Writes one step of a JSON pointer: `~` and `/` are escaped as RFC 6901 §3 asks. */
const echapperPointeur = (cle: string | number): string =>
  String(cle).replaceAll('~', '~0').replaceAll('/', '~1');

/** Joins the steps of a JSON pointer; no step at all is the whole document. */
export const pointeur = (...cles: readonly (string | number)[]): string =>
  cles.map((cle) => `/${echapperPointeur(cle)}`).join('');
