import { type Json, estObjet } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import { type Jour, jour, parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { enSimple } from './en-simple.ts';
import type { Entrees, Sorties } from './fonction.ts';

/** The kinds of body the vectors name. */
export const GENRES = [
  'commune',
  'commune-alsace-moselle',
  'epci',
  'departement',
  'region',
] as const;

export type GenreLu = (typeof GENRES)[number];

/** Other words for them, without accents, lower case. */
const AUTRES_GENRES: { readonly [mot: string]: GenreLu } = {
  'alsace-moselle': 'commune-alsace-moselle',
  'commune alsace-moselle': 'commune-alsace-moselle',
  "commune d'alsace-moselle": 'commune-alsace-moselle',
  'commune (alsace-moselle)': 'commune-alsace-moselle',
  'conseil municipal': 'commune',
  municipality: 'commune',
  'communaute de communes': 'epci',
  "communaute d'agglomeration": 'epci',
  'communaute urbaine': 'epci',
  intercommunalite: 'epci',
  dept: 'departement',
  department: 'departement',
  'conseil departemental': 'departement',
  'conseil regional': 'region',
};

/** Rules add months and holidays to a day: the calendar must go on after it. */
const FIN_DES_JOURS = '2990-01-01';

const montrer = (valeur: Json): string => JSON.stringify(valeur);

/** Beyond it, sums of two figures would no longer be exact. */
const PLUS_GRAND_NOMBRE = 1e15;

const estEntier = (v: unknown): v is number =>
  typeof v === 'number' && Number.isSafeInteger(v) && v >= 0 && v <= PLUS_GRAND_NOMBRE;

/** A figure written between quotes is that figure: « "55" », « "145 133" ». */
const enChiffres = (v: Json): Json =>
  typeof v === 'string' && /^\d{1,3}(?:\s?\d{3})*$|^\d+$/u.test(v)
    ? Number(v.replaceAll(/\s/gu, ''))
    : v;

const enBooleen = (v: Json): boolean | undefined => {
  if (typeof v === 'boolean') return v;
  return v === 'true' ? true : v === 'false' ? false : undefined;
};

/**
 * Reads the inputs of one vector and keeps every fault it meets, each located by its name. A field
 * that is absent or null is undefined; a `…Requis` reader says so as a fault, and then hands back a
 * value that is never used, because `conclure` yields the faults instead of computing.
 */
export class Lecteur {
  readonly #entrees: Entrees;
  readonly #defauts: Defaut[] = [];

  constructor(entrees: Entrees) {
    this.#entrees = entrees;
  }

  texte(nom: string): string | undefined {
    return this.#lire(nom, 'un texte', (v) => (typeof v === 'string' ? v : undefined));
  }

  booleen(nom: string): boolean | undefined {
    return this.#lire(nom, 'true ou false', enBooleen);
  }

  /** A whole number, zero or more. */
  entier(nom: string): number | undefined {
    return this.#lire(nom, 'un nombre entier, zéro ou plus', (v) => {
      const n = enChiffres(v);
      return estEntier(n) ? n : undefined;
    });
  }

  entierRequis(nom: string): number {
    this.#exiger(nom);
    return this.entier(nom) ?? 0;
  }

  /** A number, zero or more, such as a mean age. */
  nombre(nom: string): number | undefined {
    return this.#lire(nom, 'un nombre, zéro ou plus', (v) => {
      const n = enChiffres(v);
      return typeof n === 'number' && Number.isFinite(n) && n >= 0 ? n : undefined;
    });
  }

  jour(nom: string): Jour | undefined {
    const valeur = this.#entrees[nom];
    return valeur === undefined || valeur === null ? undefined : this.#lireJour(nom, valeur);
  }

  jourRequis(nom: string): Jour {
    this.#exiger(nom);
    return this.jour(nom) ?? jour('2000-01-01');
  }

  jours(nom: string): readonly Jour[] | undefined {
    return this.#lire(nom, 'une liste de jours', (v) =>
      Array.isArray(v) ? v.flatMap((un: Json) => this.#lireJour(nom, un) ?? []) : undefined,
    );
  }

  choix<const T extends string>(nom: string, parmi: readonly T[]): T | undefined {
    return this.#lire(nom, `l’un de ces mots : ${parmi.join(', ')}`, (v) =>
      parmi.find((mot) => mot === v),
    );
  }

  /** An object whose values are whole numbers, such as scores by candidate. */
  entiersParNom(nom: string): { readonly [cle: string]: number } | undefined {
    return this.#lire(nom, 'un nombre entier par nom', (v) => {
      if (!estObjet(v)) return undefined;
      const paires = Object.entries(v).filter((p): p is [string, number] => estEntier(p[1]));
      return paires.length === Object.keys(v).length ? Object.fromEntries(paires) : undefined;
    });
  }

  genre(): GenreLu | undefined {
    const dit = this.#entrees['kind'];
    const mot = typeof dit === 'string' ? enSimple(dit) : '';
    const autre = Object.hasOwn(AUTRES_GENRES, mot) ? AUTRES_GENRES[mot] : undefined;
    const genre = autre ?? GENRES.find((un) => un === mot) ?? this.choix('kind', GENRES);
    return genre === 'commune' && this.#entrees['alsaceMoselle'] === true
      ? 'commune-alsace-moselle'
      : genre;
  }

  /** Whatever was given under that name; null counts as given. */
  brut(nom: string): Json | undefined {
    return this.#entrees[nom];
  }

  /** Records that `nom` cannot stand as it is; said twice, it is recorded once. */
  refuser(nom: string, phrase: string): void {
    const defaut = { pointeur: pointeur(nom), phrase };
    const deja = this.#defauts.some(
      (d) => d.pointeur === defaut.pointeur && d.phrase === defaut.phrase,
    );
    if (!deja) this.#defauts.push(defaut);
  }

  /** The answers, when nothing was wrong; an undefined answer is left out. */
  conclure(
    repondre: () => { readonly [nom: string]: Json | undefined },
  ): Result<Sorties, readonly Defaut[]> {
    if (this.#defauts.length > 0) return err(this.#defauts);
    const sorties = Object.entries(repondre()).filter(
      (paire): paire is [string, Json] => paire[1] !== undefined,
    );
    return ok(Object.fromEntries(sorties));
  }

  #lire<T>(nom: string, attendu: string, garder: (v: Json) => T | undefined): T | undefined {
    const valeur = this.#entrees[nom];
    if (valeur === undefined || valeur === null) return undefined;
    const lue = garder(valeur);
    if (lue === undefined) {
      this.refuser(nom, `« ${nom} » vaut ${montrer(valeur)} : on attend ${attendu}.`);
    }
    return lue;
  }

  #lireJour(nom: string, valeur: Json): Jour | undefined {
    const lu =
      typeof valeur === 'string'
        ? parseJour(valeur)
        : err(`${montrer(valeur)} n’est pas un jour : on attend AAAA-MM-JJ.`);
    if (lu.ok && lu.value < FIN_DES_JOURS) return lu.value;
    this.refuser(nom, lu.ok ? `« ${lu.value} » : on compte jusqu’à l’an 2990.` : lu.error);
    return undefined;
  }

  #exiger(nom: string): void {
    const valeur = this.#entrees[nom];
    if (valeur === undefined || valeur === null) this.refuser(nom, `« ${nom} » manque.`);
  }
}

/** Opens the inputs of a vector for reading. */
export const lecteur = (entrees: Entrees): Lecteur => new Lecteur(entrees);
