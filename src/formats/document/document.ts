import type { Jour } from '#base/jour.ts';

/**
 * A run of text on paper. `nom` marks a person's name: never hyphenated, never split badly, its
 * typography left as the person writes it. A line feed in `texte` breaks the line. `lien` is an
 * `https:` or `mailto:` address.
 */
export type Fragment = {
  readonly texte: string;
  readonly gras?: boolean;
  readonly italique?: boolean;
  readonly exposant?: boolean;
  readonly nom?: boolean;
  readonly lien?: string;
};

export type Ligne = readonly Fragment[];

export type Bloc =
  | { readonly genre: 'titre'; readonly niveau: 1 | 2 | 3 | 4; readonly texte: string }
  | {
      readonly genre: 'paragraphe';
      readonly ligne: Ligne;
      /** Left when absent: even word spaces read better, on screen and for dyslexic readers. */
      readonly alignement?: 'gauche' | 'centre' | 'droite' | 'justifie';
    }
  | {
      readonly genre: 'liste';
      readonly ordonnee: boolean;
      readonly elements: readonly Ligne[];
    }
  | {
      readonly genre: 'tableau';
      readonly legende: string | null;
      readonly colonnes: readonly {
        readonly titre: string;
        readonly alignement?: 'gauche' | 'centre' | 'droite';
        /** Relative width; 1 when absent. */
        readonly largeur?: number;
      }[];
      readonly lignes: readonly (readonly Ligne[])[];
    }
  /** Terms and their values, such as « Présents : 42 ». */
  | {
      readonly genre: 'paires';
      readonly paires: readonly { readonly terme: string; readonly valeur: Ligne }[];
    }
  | {
      readonly genre: 'encadre';
      readonly ton: 'neutre' | 'attention';
      readonly titre: string | null;
      readonly blocs: readonly Bloc[];
    }
  /**
   * A note in the margin, level with what follows it: the number of the act, its order in the
   * sitting, a mention added later. In the « courante » layout, a small line above.
   */
  | { readonly genre: 'marge'; readonly ligne: Ligne }
  /** Blocks to be signed by hand, side by side. */
  | {
      readonly genre: 'signatures';
      readonly cadres: readonly {
        readonly qualite: string;
        readonly nom: string;
        readonly mention: string | null;
      }[];
    }
  /**
   * One seat a member, in order; printed as a figure with `description` as its alternative text.
   * `x` grows rightwards and `y` downwards, in any unit: the printer fits them to the page and
   * adds the legend, with its counts.
   */
  | {
      readonly genre: 'hemicycle';
      readonly description: string;
      readonly sieges: readonly {
        readonly x: number;
        readonly y: number;
        readonly voix:
          | 'pour'
          | 'contre'
          | 'abstention'
          | 'ne-prend-pas-part'
          | 'inconnue'
          | 'absent';
        readonly represente: boolean;
      }[];
    }
  | { readonly genre: 'filet' }
  | { readonly genre: 'saut-de-page' };

/** A file carried inside the PDF (PDF/A-3): the facts the document was made from. */
export type PieceEmbarquee = {
  readonly nom: string;
  readonly mime: string;
  readonly description: string;
  readonly contenu: Uint8Array;
  /** Its bond with the document (AFRelationship): what it was made from, unless told otherwise. */
  readonly relation?: 'source' | 'donnees';
};

/**
 * A document ready to print: values only, the same for the same facts. Its first heading of level
 * 1 stands at the head of the first page; where no block is one, `titre` is printed there.
 */
export type DocumentImprime = {
  /** `convocation`, `extrait`…: also the kind in the manifest. */
  readonly genre: string;
  readonly titre: string;
  readonly auteur: string;
  /** The day the document bears: date in its metadata, so that bytes do not depend on the clock. */
  readonly date: Jour;
  readonly mise: 'courante' | 'registre';
  /** Who speaks, « Ville d’Aix-en-Provence — Conseil municipal »: large at first, then running. */
  readonly enTete: string | null;
  /** Number of the first register sheet; a blank to fill by hand when null or absent. */
  readonly premierFeuillet?: number | null;
  /** Left of the page number at the foot; `titre` when null. */
  readonly piedDePage: string | null;
  readonly blocs: readonly Bloc[];
  readonly pieces: readonly PieceEmbarquee[];
};
