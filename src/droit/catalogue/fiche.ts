import type { Certitude, Fondement, Gravite, Regle } from '../constat.ts';

/** The bodies a rule speaks of; the local law of Alsace-Moselle is named where it differs. */
export type GenreVise = 'commune' | 'commune-alsace-moselle' | 'epci' | 'departement' | 'region';

/**
 * Whether Parvis answers by itself.
 * `entier`: all of what the rule says is computed · `partiel`: a part is, `raison` tells what is
 * left to the reader · `aucun`: nothing is, `raison` tells why.
 */
export type Calcul =
  | { readonly degre: 'entier' }
  | { readonly degre: 'partiel' | 'aucun'; readonly raison: string };

/** What we say of a rule: its identity, its words for a clerk or a resident, and our limits. */
export type Fiche<Id extends string = string> = {
  readonly regle: Regle & { readonly id: Id };
  /** A few words, to be read in a list. */
  readonly titre: string;
  /** What the law wants, in our own plain French. */
  readonly enClair: string;
  /** Every text the rule rests on, the main one first; décisions and replies included. */
  readonly fondements: readonly Fondement[];
  readonly genres: readonly GenreVise[];
  /** Narrower field, in French (« 3 500 habitants et plus »); null: all bodies of those kinds. */
  readonly condition: string | null;
  readonly calcul: Calcul;
};

/** How a rule is written down in the catalogue: short, and turned into a `Fiche` by `fiche`. */
export type Ecriture<Id extends string> = {
  readonly id: Id;
  readonly titre: string;
  readonly enClair: string;
  /** « L2121-17 al. 1 », « CJA R421-1 », « CE 5 juillet 2021, n° 433537 »; the main one first. */
  readonly textes: readonly [string, ...string[]];
  readonly genres: readonly GenreVise[];
  readonly condition?: string;
  readonly gravite: Gravite;
  readonly certitude: Certitude;
  readonly du?: string;
  readonly au?: string;
  /** Why nothing, or only a part, is computed; absent: the whole rule is. */
  readonly nonCalcule?: string;
  readonly calculPartiel?: string;
};

export const COMMUNE = ['commune', 'commune-alsace-moselle'] as const;
export const BLOC_COMMUNAL = [...COMMUNE, 'epci'] as const;
export const DEPARTEMENT_REGION = ['departement', 'region'] as const;
export const TOUS = [...BLOC_COMMUNAL, ...DEPARTEMENT_REGION] as const;

const CODES: readonly (readonly [prefixe: string, code: Fondement['code']])[] = [
  ['CJA ', 'CJA'],
  ['CRPA ', 'CRPA'],
  ['Code électoral ', 'Code électoral'],
  ['Code du patrimoine ', 'Code du patrimoine'],
];

/** Reads « L2121-17 al. 1 » as an article of the CGCT, « CJA R421-1 » as one of that code. */
export function lireFondement(texte: string): Fondement {
  const prefixe = CODES.find(([debut]) => texte.startsWith(debut));
  const article = prefixe === undefined ? texte : texte.slice(prefixe[0].length);
  if (!/^[LRD]\.?\d/.test(article)) return { code: 'autre', article };
  const code = prefixe === undefined ? 'CGCT' : prefixe[1];
  const [nom = article, alinea] = article.split(' al. ');
  return alinea === undefined ? { code, article: nom } : { code, article: nom, alinea };
}

function calcul({ nonCalcule, calculPartiel }: Ecriture<string>): Calcul {
  if (nonCalcule !== undefined) return { degre: 'aucun', raison: nonCalcule };
  if (calculPartiel !== undefined) return { degre: 'partiel', raison: calculPartiel };
  return { degre: 'entier' };
}

/** One record of the catalogue, from its short writing. */
export function fiche<const Id extends string>(e: Ecriture<Id>): Fiche<Id> {
  const fondement = lireFondement(e.textes[0]);
  return {
    regle: {
      id: e.id,
      fondement,
      gravite: e.gravite,
      certitude: e.certitude,
      enVigueur: { du: e.du ?? null, au: e.au ?? null },
    },
    titre: e.titre,
    enClair: e.enClair,
    fondements: e.textes.map(lireFondement),
    genres: e.genres,
    condition: e.condition ?? null,
    calcul: calcul(e),
  };
}
