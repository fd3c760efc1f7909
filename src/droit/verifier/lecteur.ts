import type { Json } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import { type Jour, jour, parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
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

/**
 * Reads the inputs of one vector and keeps every fault it meets, each located by its name. A field
 * that is absent or null is undefined; a `…Requis` reader says so as a fault, and then hands back a
 * value that is never used, because `conclure` yields the faults instead of computing.
 */
export type Lecteur = {
  texte(nom: string): string | undefined;
  booleen(nom: string): boolean | undefined;
  /** A whole number, zero or more. */
  entier(nom: string): number | undefined;
  entierRequis(nom: string): number;
  /** A number, zero or more, such as a mean age. */
  nombre(nom: string): number | undefined;
  jour(nom: string): Jour | undefined;
  jourRequis(nom: string): Jour;
  jours(nom: string): readonly Jour[] | undefined;
  choix<const T extends string>(nom: string, parmi: readonly T[]): T | undefined;
  /** An object whose values are whole numbers, such as scores by candidate. */
  entiersParNom(nom: string): { readonly [cle: string]: number } | undefined;
  genre(): GenreLu | undefined;
  /** Records that `nom` cannot stand as it is. */
  refuser(nom: string, phrase: string): void;
  /** The answers, when nothing was wrong; an undefined answer is left out. */
  conclure(
    repondre: () => { readonly [nom: string]: Json | undefined },
  ): Result<Sorties, readonly Defaut[]>;
};

const montrer = (valeur: Json): string => JSON.stringify(valeur);

const estObjet = (v: Json): v is { readonly [cle: string]: Json } =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

const estEntier = (v: Json): v is number =>
  typeof v === 'number' && Number.isSafeInteger(v) && v >= 0;

/** Opens the inputs of a vector for reading. */
export function lecteur(entrees: Entrees): Lecteur {
  const defauts: Defaut[] = [];
  const refuser = (nom: string, phrase: string): void => {
    defauts.push({ pointeur: pointeur(nom), phrase });
  };
  function lire<T>(nom: string, attendu: string, garder: (v: Json) => T | undefined) {
    const valeur = entrees[nom];
    if (valeur === undefined || valeur === null) return undefined;
    const lue = garder(valeur);
    if (lue === undefined) {
      refuser(nom, `« ${nom} » vaut ${montrer(valeur)} : on attend ${attendu}.`);
    }
    return lue;
  }
  const lireJour = (nom: string, valeur: Json): Jour | undefined => {
    const lu =
      typeof valeur === 'string'
        ? parseJour(valeur)
        : err(`${montrer(valeur)} n’est pas un jour : on attend AAAA-MM-JJ.`);
    if (lu.ok) return lu.value;
    refuser(nom, lu.error);
    return undefined;
  };
  const manque = (nom: string): void => {
    const valeur = entrees[nom];
    if (valeur === undefined || valeur === null) refuser(nom, `« ${nom} » manque.`);
  };
  const l: Lecteur = {
    texte: (nom) => lire(nom, 'un texte', (v) => (typeof v === 'string' ? v : undefined)),
    booleen: (nom) => lire(nom, 'true ou false', (v) => (typeof v === 'boolean' ? v : undefined)),
    entier: (nom) =>
      lire(nom, 'un nombre entier, zéro ou plus', (v) => (estEntier(v) ? v : undefined)),
    entierRequis(nom) {
      manque(nom);
      return l.entier(nom) ?? 0;
    },
    nombre: (nom) =>
      lire(nom, 'un nombre, zéro ou plus', (v) =>
        typeof v === 'number' && Number.isFinite(v) && v >= 0 ? v : undefined,
      ),
    jour(nom) {
      const valeur = entrees[nom];
      return valeur === undefined || valeur === null ? undefined : lireJour(nom, valeur);
    },
    jourRequis(nom) {
      manque(nom);
      return l.jour(nom) ?? jour('2000-01-01');
    },
    jours: (nom) =>
      lire(nom, 'une liste de jours', (v) =>
        Array.isArray(v) ? v.flatMap((un: Json) => lireJour(nom, un) ?? []) : undefined,
      ),
    choix: (nom, parmi) =>
      lire(nom, `l’un de ces mots : ${parmi.join(', ')}`, (v) => parmi.find((mot) => mot === v)),
    entiersParNom: (nom) =>
      lire(nom, 'un nombre entier par nom', (v) => {
        if (!estObjet(v)) return undefined;
        const paires = Object.entries(v).filter((p): p is [string, number] => estEntier(p[1]));
        return paires.length === Object.keys(v).length ? Object.fromEntries(paires) : undefined;
      }),
    genre: () => l.choix('kind', GENRES),
    refuser,
    conclure(repondre) {
      if (defauts.length > 0) return err(defauts);
      const sorties = Object.entries(repondre()).filter(
        (paire): paire is [string, Json] => paire[1] !== undefined,
      );
      return ok(Object.fromEntries(sorties));
    },
  };
  return l;
}
