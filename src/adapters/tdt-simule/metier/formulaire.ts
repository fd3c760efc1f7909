/** A file as the client posted it; its name is read as ISO-8859-1. */
export type FichierPoste = {
  readonly champ: string;
  readonly nom: string;
  readonly octets: Uint8Array;
};

/** A form as the platform reads it: several values a field, empty files left out. */
export type Formulaire = {
  readonly champs: ReadonlyMap<string, readonly string[]>;
  readonly fichiers: readonly FichierPoste[];
  /** The body was larger than accepted, and was not kept. */
  readonly tropGrand: boolean;
};

export const VIDE: Formulaire = { champs: new Map(), fichiers: [], tropGrand: false };

export const valeurDe = ({ champs }: Formulaire, nom: string): string =>
  (champs.get(nom)?.at(-1) ?? '').trim();

export const valeursDe = ({ champs }: Formulaire, nom: string): readonly string[] =>
  champs.get(nom) ?? [];

export const fichierDe = ({ fichiers }: Formulaire, champ: string): FichierPoste | null =>
  fichiers.findLast((f) => f.champ === champ) ?? null;

export const fichiersDe = ({ fichiers }: Formulaire, champ: string): readonly FichierPoste[] =>
  fichiers.filter((f) => f.champ === champ);
