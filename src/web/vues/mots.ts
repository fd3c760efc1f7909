import { type Jour, avecJourDeSemaine, enToutesLettres } from '#base/jour.ts';
import { type Centimes, enEuros } from '#base/montant.ts';
import type { IdMembre, Membre, Tableau } from '#conseil/membre.ts';
import { typographier } from '#formats/document/typographie.ts';

/** A thin space of Atkinson is a seventh of an em, and its plain one a quarter: what French asks. */
const elargir = (texte: string): string => texte.replaceAll('\u202f', '\u00a0');

/** Sentences already composed: the same names, dates and findings come back on every page. */
const composees = new Map<string, string>();
const COMPOSEES_AU_PLUS = 5_000;
const PHRASE_AU_PLUS = 500;

/** French typography for a sentence shown on a page. */
export function t(texte: string): string {
  const deja = composees.get(texte);
  if (deja !== undefined) return deja;
  const composee = elargir(typographier(texte));
  if (composees.size >= COMPOSEES_AU_PLUS) composees.clear();
  if (texte.length <= PHRASE_AU_PLUS) composees.set(texte, composee);
  return composee;
}

/** « 19 700 € ». */
export const euros = (montant: Centimes): string => elargir(enEuros(montant));

/** « 1 voix », « 3 absents »: the number, then the word in the right number. */
export const compte = (n: number, un: string, plusieurs: string): string =>
  t(`${n} ${n > 1 ? plusieurs : un}`);

/** « 14 octobre 2022 », kept on one line. */
export const date = (le: Jour): string => t(enToutesLettres(le));

/** « vendredi 14 octobre 2022 ». */
export const dateLongue = (le: Jour): string => t(avecJourDeSemaine(le));

/** « 92 ko », « 1,4 Mo »: decimal units, as browsers show them. */
export function taille(octets: number): string {
  const [n, unite] = octets < 1_000_000 ? [octets / 1000, 'ko'] : [octets / 1_000_000, 'Mo'];
  const chiffres = unite === 'ko' ? String(Math.max(1, Math.round(n))) : n.toFixed(1);
  return `${chiffres.replace('.', ',')}\u00a0${unite}`;
}

/** « a, b et c ». */
export function enumerer(mots: readonly string[]): string {
  const dernier = mots.at(-1);
  if (dernier === undefined) return '';
  return mots.length === 1 ? dernier : `${mots.slice(0, -1).join(', ')} et ${dernier}`;
}

/** As a councillor is called in a list. */
export const nomDe = ({ prenom, nom }: Membre): string => `${prenom} ${nom}`;

/** The name of a member of that council, as the council writes it. */
export function nommer(tableau: Tableau, id: IdMembre): string {
  const membre = tableau.membres.find((m) => m.id === id);
  return membre === undefined ? id : nomDe(membre);
}

/** The same with « Madame » or « Monsieur » in front, where it is told. */
export function nommerAvecCivilite(tableau: Tableau, id: IdMembre): string {
  const membre = tableau.membres.find((m) => m.id === id);
  const civilite = membre?.civilite ?? null;
  return civilite === null ? nommer(tableau, id) : `${civilite} ${nommer(tableau, id)}`;
}
