import { type Json, estObjet } from '#base/canonical-json.ts';
import { type Defaut, pointeur } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Entrees, Fonctions, Sorties } from './fonction.ts';
import { nomProche } from './proche.ts';
import { estUneReponse, memesMots, reponseSous } from './vocabulaire/reponses.ts';

/** One case of a file of vectors. */
export type Vecteur = {
  readonly id: string;
  readonly fn: string;
  readonly inputs: Entrees;
  readonly expected: Sorties;
};

/** An answer that is not the expected one; `obtenu` is undefined when nothing bears that name. */
export type Ecart = {
  readonly nom: string;
  readonly attendu: Json;
  readonly obtenu: Json | undefined;
};

/** What the real rules say of one vector. */
export type Verdict = {
  readonly id: string;
  readonly fn: string;
  /** `inconnu`: no function bears that name here. */
  readonly etat: 'conforme' | 'non-conforme' | 'inconnu';
  readonly ecarts: readonly Ecart[];
  /** Why the inputs could not be read, each located from the root of the file. */
  readonly defauts: readonly Defaut[];
  /** Inputs no rule looked at: the verdict does not depend on them. */
  readonly nonLus: readonly string[];
};

export type RapportDeVecteurs = {
  readonly verdicts: readonly Verdict[];
  readonly conformes: number;
  readonly autres: number;
};

const estTexte = (v: unknown): v is string => typeof v === 'string' && v !== '';

/** The list of cases, whether the file is that list or holds it, and where it stands. */
function cas(fichier: unknown): { readonly ou: string; readonly liste: unknown } {
  if (!estObjet(fichier)) return { ou: '', liste: fichier };
  const nom = ['vectors', 'vecteurs'].find((n) => Object.hasOwn(fichier, n)) ?? 'vectors';
  return { ou: pointeur(nom), liste: fichier[nom] };
}

function lireVecteur(brut: unknown, ou: string): Result<Vecteur, readonly Defaut[]> {
  if (!estObjet(brut)) return err([{ pointeur: ou, phrase: 'On attend un vecteur, un objet.' }]);
  const { id, fn, inputs, expected } = brut;
  if (estTexte(id) && estTexte(fn) && estObjet(inputs) && estObjet(expected)) {
    return ok({ id, fn, inputs, expected });
  }
  const manques: readonly (readonly [nom: string, bon: boolean, attendu: string])[] = [
    ['id', estTexte(id), 'un texte'],
    ['fn', estTexte(fn), 'le nom d’une fonction'],
    ['inputs', estObjet(inputs), 'un objet'],
    ['expected', estObjet(expected), 'un objet'],
  ];
  return err(
    manques
      .filter(([, bon]) => !bon)
      .map(([nom, , attendu]) => ({
        pointeur: `${ou}${pointeur(nom)}`,
        phrase: `« ${nom} » : on attend ${attendu}.`,
      })),
  );
}

/** The same inputs, and every name a rule asks for, whether the vector gives it or not. */
function observer(entrees: Entrees): {
  readonly vues: Entrees;
  readonly demandes: ReadonlySet<string>;
} {
  const demandes = new Set<string>();
  const vues = new Proxy(entrees, {
    get(cible, nom) {
      if (typeof nom !== 'string') return undefined;
      demandes.add(nom);
      return Object.hasOwn(cible, nom) ? cible[nom] : undefined;
    },
  });
  return { vues, demandes };
}

/** An answer that leaves a choice of days, `{ from, to }`, admits each of them. */
const estUnChoixDeJours = (v: Json): v is { readonly from: string; readonly to: string } =>
  estObjet(v) && typeof v['from'] === 'string' && typeof v['to'] === 'string';

/** The same value all the way down; the order of names in an object does not matter. */
function egaux(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((un: Json, i) => egaux(un, b[i]));
  }
  if (!estObjet(a) || !estObjet(b)) return a === b;
  const noms = Object.keys(a);
  return (
    noms.length === Object.keys(b).length &&
    noms.every((nom) => Object.hasOwn(b, nom) && egaux(a[nom], b[nom]))
  );
}

function memeValeur(attendu: Json, obtenu: Json | undefined): boolean {
  if (obtenu === undefined) return false;
  if (typeof attendu === 'string' && estUnChoixDeJours(obtenu)) {
    return obtenu.from <= attendu && attendu <= obtenu.to;
  }
  return egaux(attendu, obtenu);
}

/**
 * Compares every expected name with the answer `fn` gives under it, or under another of its names;
 * other answers are not asked for. Null is expected where `fn` has nothing to answer. Words are compared without their accents and their case.
 */
export function ecarts(attendues: Sorties, obtenues: Sorties, fn = ''): readonly Ecart[] {
  return Object.entries(attendues)
    .map(([nom, attendu]) => ({ nom, attendu, obtenu: reponseSous(fn, nom, obtenues) }))
    .filter(
      ({ nom, attendu, obtenu }) =>
        !memeValeur(attendu, obtenu) &&
        !memesMots(nom, attendu, obtenu) &&
        !(attendu === null && obtenu === undefined && estUneReponse(fn, nom)),
    );
}

/** What an author may add to explain a case: words of their own, never a misspelling. */
const REMARQUES: ReadonlySet<string> = new Set([
  'comment',
  'description',
  'grade',
  'note',
  'remark',
  'rule',
  'source',
  'title',
  'url',
]);

/** A name nobody asked for, close to one that was: a misspelling, not a remark to pass over. */
const fautesDeFrappe = (nonLus: readonly string[], demandes: ReadonlySet<string>): Defaut[] =>
  nonLus.flatMap((nom) => {
    const proche = REMARQUES.has(nom) ? undefined : nomProche(nom, demandes);
    return proche === undefined
      ? []
      : [
          {
            pointeur: pointeur(nom),
            phrase: `« ${nom} » n’est pas connu : vouliez-vous dire « ${proche} » ?`,
          },
        ];
  });

function juger(vecteur: Vecteur, fonctions: Fonctions, ou: string): Verdict {
  const { id, fn, inputs, expected } = vecteur;
  const fonction = Object.hasOwn(fonctions, fn) ? fonctions[fn] : undefined;
  const base = { id, fn, ecarts: [], defauts: [], nonLus: [] };
  if (fonction === undefined) return { ...base, etat: 'inconnu' };
  const { vues, demandes } = observer(inputs);
  const resultat = fonction(vues);
  const nonLus = Object.keys(inputs).filter((nom) => !demandes.has(nom));
  const defauts = [...(resultat.ok ? [] : resultat.error), ...fautesDeFrappe(nonLus, demandes)].map(
    ({ pointeur: p, phrase }) => ({ pointeur: `${ou}/inputs${p}`, phrase }),
  );
  if (!resultat.ok || defauts.length > 0) {
    return { ...base, etat: 'non-conforme', defauts, nonLus };
  }
  const differences = ecarts(expected, resultat.value, fn);
  const etat = differences.length === 0 ? 'conforme' : 'non-conforme';
  return { ...base, etat, ecarts: differences, nonLus };
}

/**
 * Runs a file of vectors through the given functions. A file that is not of that shape yields all
 * its faults at once and no verdict.
 */
export function verifierAvec(
  fonctions: Fonctions,
  fichier: unknown,
): Result<RapportDeVecteurs, readonly Defaut[]> {
  const { ou, liste } = cas(fichier);
  if (!Array.isArray(liste)) {
    return err([{ pointeur: ou, phrase: 'On attend une liste de vecteurs sous « vectors ».' }]);
  }
  const lus = liste.map((brut: unknown, i) => lireVecteur(brut, `${ou}${pointeur(i)}`));
  const defauts = lus.flatMap((lu) => (lu.ok ? [] : lu.error));
  if (defauts.length > 0) return err(defauts);
  const verdicts = lus.flatMap((lu, i) =>
    lu.ok ? [juger(lu.value, fonctions, `${ou}${pointeur(i)}`)] : [],
  );
  const conformes = verdicts.filter(({ etat }) => etat === 'conforme').length;
  return ok({ verdicts, conformes, autres: verdicts.length - conformes });
}
