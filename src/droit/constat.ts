/**
 * How sure we are of a rule.
 * A: the text in force was seen · A15: the official text of 2015, judged unchanged ·
 * B: official secondary source · C: commentary or case-law known through it · M: memory only.
 */
export type Certitude = 'A' | 'A15' | 'B' | 'C' | 'M';

/** illegal: ground for annulment · risque: form, proof or effect in doubt · conseil · information. */
export type Gravite = 'illegal' | 'risque' | 'conseil' | 'information';

/** Where a rule is written: « L2121-17 » of the « CGCT », alinéa 1. */
export type Fondement = {
  readonly code: 'CGCT' | 'CJA' | 'CRPA' | 'Code électoral' | 'Code du patrimoine' | 'autre';
  readonly article: string;
  readonly alinea?: string;
};

/** The rule's identity: constant for all dates, one record a rule. */
export type Regle = {
  /** `R-QUOR-01`: stable, cited by tests, screens and exports. */
  readonly id: string;
  readonly fondement: Fondement;
  readonly gravite: Gravite;
  readonly certitude: Certitude;
  /** First and last day the rule as computed here applies; null: no known bound. */
  readonly enVigueur: { readonly du: string | null; readonly au: string | null };
};

/**
 * The law's opinion on facts: it never blocks.
 * `conforme`: true, false, or null when the facts do not allow an answer (« à vérifier »).
 */
export type Constat = {
  readonly regle: Regle;
  readonly conforme: boolean | null;
  /** One French sentence a clerk understands: what is, and what the law wants. */
  readonly phrase: string;
  /** What to do about it, in French; null when nothing is to be done. */
  readonly queFaire: string | null;
  /** The figures and days the opinion rests on, under their French names. */
  readonly faits: { readonly [nom: string]: string | number | boolean | null };
  /** The affaire (its id) the opinion is about; absent when it is about the whole sitting. */
  readonly affaire?: string;
};
