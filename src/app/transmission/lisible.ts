/** Characters no fact may hold: controls, marks that turn the reading order, halves of characters. */
const INTERDITS =
  /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Cs}/gu;

/**
 * What came from outside, as a fact can keep it: its words, at most `auPlus` characters. Empty when
 * nothing is left.
 */
export const lisible = (texte: string, auPlus: number): string =>
  texte
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(INTERDITS, ' ')
    .trim()
    .slice(0, auPlus)
    .replace(/\p{Cs}$/u, '');
