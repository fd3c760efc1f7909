/**
 * Structured text of a report: what a drafter may write, and nothing more. No string is ever
 * parsed as markup.
 */
export type Passage = {
  readonly texte: string;
  readonly gras?: boolean;
  readonly italique?: boolean;
  readonly exposant?: boolean;
};

export type BlocDeTexte =
  | { readonly genre: 'titre'; readonly niveau: 1 | 2 | 3; readonly texte: string }
  | { readonly genre: 'paragraphe'; readonly passages: readonly Passage[] }
  | {
      readonly genre: 'liste';
      readonly ordonnee: boolean;
      readonly elements: readonly (readonly Passage[])[];
    }
  | {
      readonly genre: 'tableau';
      readonly legende: string | null;
      readonly colonnes: readonly string[];
      readonly lignes: readonly (readonly string[])[];
    };

export type Texte = readonly BlocDeTexte[];
