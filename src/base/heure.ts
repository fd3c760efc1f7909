import { assert } from './assert.ts';
import { type Result, err, ok } from './result.ts';

/** A local hour of the clock on the wall, `HH:MM`, 00:00 to 23:59. */
export type Heure = string & { readonly __heure: true };

const FORME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Reads `HH:MM`; the error is a French sentence. */
export const parseHeure = (texte: string): Result<Heure, string> =>
  FORME.test(texte)
    ? ok(texte as Heure)
    : err(`« ${texte} » n’est pas une heure : on attend HH:MM, par exemple 14:00.`);

/** An hour known to be right; throws otherwise. */
export function heure(texte: string): Heure {
  const lue = parseHeure(texte);
  assert(lue.ok, `« ${texte} » is an hour`);
  return lue.value;
}

/** « 14 h 00 », « 9 h 05 ». */
export const heureEnLettres = (h: Heure): string => `${+h.slice(0, 2)} h ${h.slice(3)}`;
