import { assert } from './assert.ts';
import { type Result, err, ok } from './result.ts';

/**
 * A calendar day, `AAAA-MM-JJ`, in the collectivity's own zone. It has no hour: the law counts
 * days. Days between 1800-01-01 and 2999-12-31 are accepted; two days compare as their text does.
 */
export type Jour = string & { readonly __jour: true };

const FORME = /^(\d{4})-(\d{2})-(\d{2})$/;
const MS_PAR_JOUR = 86_400_000;

const enMs = (le: Jour): number => Date.UTC(+le.slice(0, 4), +le.slice(5, 7) - 1, +le.slice(8, 10));

const depuisMs = (ms: number): Jour => {
  const texte = new Date(ms).toISOString().slice(0, 10);
  assert(FORME.test(texte), 'a day stays within four-digit years');
  return texte as Jour;
};

/** Reads a day written `AAAA-MM-JJ`; the error is one French sentence. */
export function parseJour(texte: string): Result<Jour, string> {
  const parties = FORME.exec(texte);
  if (parties === null) {
    return err(`« ${texte} » n’est pas un jour : on attend AAAA-MM-JJ, par exemple 2022-10-14.`);
  }
  const annee = Number(parties[1]);
  const existe =
    annee >= 1800 &&
    annee <= 2999 &&
    new Date(Date.UTC(annee, Number(parties[2]) - 1, Number(parties[3])))
      .toISOString()
      .startsWith(texte);
  return existe
    ? ok(texte as Jour)
    : err(`Le jour « ${texte} » n’existe pas dans le calendrier (années 1800 à 2999).`);
}

/** A day known to be right, such as one written in the code; throws otherwise. */
export function jour(texte: string): Jour {
  const lu = parseJour(texte);
  assert(lu.ok, `« ${texte} » is a day`);
  return lu.value;
}

/** The day `n` days after (before, when negative). */
export const ajouterJours = (le: Jour, n: number): Jour => depuisMs(enMs(le) + n * MS_PAR_JOUR);

/**
 * The same day-of-month `n` months later; the last day of that month where it does not exist
 * (31 January + 1 month = 28 or 29 February).
 */
export function ajouterMois(le: Jour, n: number): Jour {
  const premier = new Date(Date.UTC(+le.slice(0, 4), +le.slice(5, 7) - 1 + n, 1));
  const dernier = new Date(Date.UTC(premier.getUTCFullYear(), premier.getUTCMonth() + 1, 0));
  const quantieme = Math.min(+le.slice(8, 10), dernier.getUTCDate());
  return depuisMs(premier.getTime() + (quantieme - 1) * MS_PAR_JOUR);
}

/** Number of days from `debut` to `fin`; negative when `fin` comes first. */
export const ecartEnJours = (debut: Jour, fin: Jour): number =>
  (enMs(fin) - enMs(debut)) / MS_PAR_JOUR;

/** 1 = lundi … 7 = dimanche (ISO 8601). */
export const jourDeSemaine = (le: Jour): number => new Date(enMs(le)).getUTCDay() || 7;

/** The civil year it lies in. */
export const annee = (le: Jour): number => +le.slice(0, 4);

/** The later of two days. */
export const plusTardif = (a: Jour, b: Jour): Jour => (a > b ? a : b);

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** « 14/10/2022 », for a column of a table; sentences say it in words. */
export const enChiffres = (le: Jour): string => le.split('-').toReversed().join('/');

/** « 14 octobre 2022 », « 1er octobre 2022 »; non-breaking spaces are the printer's affair. */
export function enToutesLettres(le: Jour): string {
  const quantieme = +le.slice(8, 10);
  return `${quantieme === 1 ? '1er' : quantieme} ${MOIS[+le.slice(5, 7) - 1]} ${annee(le)}`;
}

/** « vendredi 14 octobre 2022 ». */
export const avecJourDeSemaine = (le: Jour): string =>
  `${JOURS[jourDeSemaine(le) - 1]} ${enToutesLettres(le)}`;
