/**
 * A text as it was written beside a plain form of the same length in which words can be looked
 * for: lower case, no accent, straight apostrophes, one kind of space and of hyphen. Each unit of
 * the plain form stands at the same offset as in the original, so that a find can be quoted.
 */
export type TexteLu = { readonly original: string; readonly simple: string };

/** One place in a text: offsets in UTF-16 units, and the words as written. */
export type Extrait = { readonly debut: number; readonly fin: number; readonly mots: string };

const ESPACES = /[\s\u00a0\u202f\u2007\u2009\u200a]/u;
const TIRETS = /[-‐-―−]/u;

/** One unit for one unit: whatever would change length is kept as it is. */
function simplifierUneUnite(unite: string): string {
  if (ESPACES.test(unite)) return ' ';
  if (TIRETS.test(unite)) return '-';
  if (unite === '’' || unite === '‘' || unite === 'ʼ') return "'";
  const sansAccent = unite.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return sansAccent.length === unite.length ? sansAccent : unite;
}

/** Any unit but those that are plain already, nine in ten; a pair of surrogates is two units. */
// oxlint-disable-next-line unicorn/better-regex, require-unicode-regexp -- units, not characters
const A_SIMPLIFIER = /[^a-z0-9 .,;:()'-]/g;

/** A report repeats a hundred different units: each is worked out once, at most 65,536 in all. */
const simplifiees = new Map<string, string>();

function simplifier(unite: string): string {
  const connue = simplifiees.get(unite);
  if (connue !== undefined) return connue;
  const simple = simplifierUneUnite(unite);
  simplifiees.set(unite, simple);
  return simple;
}

/** Prepares a text for reading. Combining accents are composed first, offsets follow that form. */
export function lireTexte(texte: string): TexteLu {
  const original = texte.normalize('NFC');
  return { original, simple: original.replace(A_SIMPLIFIER, simplifier) };
}

/** Every place where the pattern (global, written for the plain form) is found. */
export const reperer = (t: TexteLu, motif: RegExp): readonly Extrait[] =>
  [...t.simple.matchAll(motif)].map((m) => ({
    debut: m.index,
    fin: m.index + m[0].length,
    mots: t.original.slice(m.index, m.index + m[0].length),
  }));

/** Whether the pattern is found at all; `motif` is written for the plain form, without `g`. */
export const contient = (t: TexteLu, motif: RegExp): boolean => motif.test(t.simple);

/**
 * The pattern of a reference to an article as people write it: « R2121-11 », « R. 2121-11 »,
 * « R 2121-11 », « r.2121 - 11 »; not « R2121-110 » nor « LR2121-11 ».
 */
export const motifDArticle = (article: string): string => {
  const [, lettre = '', numero = ''] = /^([LRD])(.+)$/.exec(article) ?? [];
  const chiffres = numero.split('-').join(' ?- ?');
  return `(?<![a-z0-9])${lettre.toLowerCase()} ?\\.? {0,2}\\*? ?${chiffres}(?![0-9]| ?-[0-9])`;
};
