import { type Defaut, pointeur } from '#base/defaut.ts';
import type { z } from 'zod';
import { plusProche } from './proche.ts';

type Faute = z.core.$ZodIssue;
type Chemin = readonly (string | number)[];

const GENRES: { readonly [attendu: string]: string } = {
  string: 'un texte entre guillemets',
  number: 'un nombre',
  int: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste entre crochets',
  object: 'un objet entre accolades',
};

/** The value at that path of what was read; undefined when there is none. */
function valeurEn(racine: unknown, chemin: Chemin): unknown {
  let valeur = racine;
  for (const cle of chemin) {
    if (valeur === null || typeof valeur !== 'object' || !Object.hasOwn(valeur, cle)) {
      return undefined;
    }
    valeur = (valeur as { readonly [cle: string | number]: unknown })[cle];
  }
  return valeur;
}

/** What was found, short enough to be read in a sentence. */
export function montrer(valeur: unknown): string {
  if (valeur === null) return 'null';
  if (Array.isArray(valeur)) return 'une liste';
  if (typeof valeur === 'object') return 'un objet';
  if (typeof valeur === 'string') {
    const court = valeur.slice(0, 40).toWellFormed();
    return `« ${court.replaceAll(/\p{C}/gu, '�')}${court.length < valeur.length ? '…' : ''} »`;
  }
  return typeof valeur === 'number' || typeof valeur === 'boolean' ? `${valeur}` : 'autre chose';
}

const enumerer = (valeurs: readonly unknown[]): string =>
  valeurs.map((v) => (typeof v === 'string' ? `« ${v} »` : String(v))).join(', ');

/** Chooses between listed values, with the nearest one when the writer seems to have slipped. */
function parmi(trouve: unknown, permis: readonly unknown[]): string {
  const proche =
    typeof trouve === 'string'
      ? plusProche(
          trouve,
          permis.filter((v): v is string => typeof v === 'string'),
        )
      : null;
  const conseil = proche === null ? '' : ` Vouliez-vous dire « ${proche} » ?`;
  return `${montrer(trouve)} n’est pas permis ici : on attend ${enumerer(permis)}.${conseil}`;
}

function taille(faute: Faute & { code: 'too_big' | 'too_small' }): string {
  const borne = faute.code === 'too_big' ? faute.maximum : faute.minimum;
  const sens = faute.code === 'too_big' ? 'au plus' : 'au moins';
  if (faute.origin === 'string') return `Ce texte doit avoir ${sens} ${borne} caractères.`;
  return faute.origin === 'array'
    ? `Cette liste doit avoir ${sens} ${borne} élément${Number(borne) > 1 ? 's' : ''}.`
    : `Ce nombre doit valoir ${sens} ${borne}.`;
}

/** « "412" » for 412: the commonest slip of a spreadsheet's export. */
const sansGuillemets = (attendu: string, trouve: unknown): string =>
  (attendu === 'number' || attendu === 'int') &&
  typeof trouve === 'string' &&
  /^-?\d{1,15}$/.test(trouve)
    ? ` Écrivez ${trouve}, sans guillemets.`
    : '';

function phraseDe(faute: Faute, trouve: unknown): string {
  const champ = String(faute.path.at(-1) ?? '');
  if (trouve === undefined && faute.code !== 'custom') return `Le champ « ${champ} » manque.`;
  if (faute.code === 'invalid_type') {
    const attendu = GENRES[faute.expected] ?? faute.expected;
    return trouve === null
      ? `« ${champ} » vaut null : retirez ce champ, ou donnez ${attendu}.`
      : `On attend ${attendu}, on trouve ${montrer(trouve)}.${sansGuillemets(faute.expected, trouve)}`;
  }
  if (faute.code === 'too_big' || faute.code === 'too_small') return taille(faute);
  if (faute.code === 'invalid_value') return parmi(trouve, faute.values);
  if (faute.code !== 'invalid_union') return faute.message;
  const permis: unknown = 'options' in faute ? faute.options : [];
  return Array.isArray(permis) && permis.length > 0
    ? parmi(trouve, permis)
    : `${montrer(trouve)} n’est aucune des valeurs permises ici.`;
}

/** The faults of one zod issue, at its pointer; `base` is where the part read lies in the file. */
function defautsDe(
  faute: Faute,
  racine: unknown,
  base: Chemin,
  connus: readonly string[],
): Defaut[] {
  const chemin = faute.path.map((cle) => (typeof cle === 'symbol' ? String(cle) : cle));
  if (faute.code !== 'unrecognized_keys') {
    const trouve = valeurEn(racine, chemin);
    return [{ pointeur: pointeur(...base, ...chemin), phrase: phraseDe(faute, trouve) }];
  }
  return faute.keys.map((cle) => {
    const proche = chemin.length === 0 ? plusProche(cle, connus) : null;
    const conseil = proche === null ? 'retirez-le' : `vouliez-vous dire « ${proche} » ?`;
    return {
      pointeur: pointeur(...base, ...chemin, cle),
      phrase: `Le champ « ${cle} » n’existe pas ici : ${conseil}${proche === null ? '.' : ''}`,
    };
  });
}

/** Says in French, each at its pointer, what zod found wrong in one part of the file. */
export const enClair = (
  fautes: readonly Faute[],
  racine: unknown,
  base: Chemin,
  connus: readonly string[] = [],
): Defaut[] => fautes.flatMap((faute) => defautsDe(faute, racine, base, connus));
