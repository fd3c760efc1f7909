import type { Json } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';

const MARQUE = /[\u061c\u200e\u200f]/u;

function defautDe(texte: string, chemin: readonly (string | number)[]): readonly Defaut[] {
  const lu = MARQUE.exec(texte);
  if (lu === null) return [];
  const hexa = (lu[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const phrase = `Ce texte contient une marque invisible qui change le sens de lecture (U+${hexa}), au caractère ${lu.index + 1} : effacez-la, ou retapez le mot.`;
  return [{ pointeur: pointeur(...chemin), phrase }];
}

/**
 * The texts of a file that hold a mark of reading order (U+200E, U+200F, U+061C), each told once at
 * its place. They come unseen with words copied from a web page, and a screen would show a name
 * otherwise than paper does. Refused on the way in only: a fact kept with one in the past is still
 * read, and printed without it.
 */
export function marquesDeSens(
  valeur: Json,
  chemin: readonly (string | number)[] = [],
): readonly Defaut[] {
  if (typeof valeur === 'string') return defautDe(valeur, chemin);
  if (valeur === null || typeof valeur !== 'object') return [];
  return Array.isArray(valeur)
    ? valeur.flatMap((element: Json, i) => marquesDeSens(element, [...chemin, i]))
    : Object.entries(valeur).flatMap(([cle, enfant]) => [
        ...defautDe(cle, [...chemin, cle]),
        ...marquesDeSens(enfant, [...chemin, cle]),
      ]);
}
