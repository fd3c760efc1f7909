/** What JSON can carry. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [cle: string]: Json };

/** Whether a value read from JSON is an object: neither a list nor null. */
export const estObjet = (valeur: unknown): valeur is { readonly [cle: string]: Json } =>
  typeof valeur === 'object' && valeur !== null && !Array.isArray(valeur);

/**
 * One text per value (RFC 8785, JCS): keys sorted by UTF-16 units, no space, ECMAScript numbers.
 * Hashes are taken over it, so that anyone holding an export can check them. Throws on a lone
 * surrogate or a number JSON cannot carry: neither may enter the log of facts.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a JSON number');
  if (typeof value === 'string' && !value.isWellFormed()) throw new Error('lone surrogate');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const objet = value as { readonly [cle: string]: Json };
  const cles = Object.keys(objet)
    .filter((cle) => objet[cle] !== undefined)
    .toSorted();
  return `{${cles.map((cle) => `${canonicalJson(cle)}:${canonicalJson(objet[cle] as Json)}`).join(',')}}`;
}
