/** The three namespaces of ACTES messages; anything else is `autre`. */
export type Espace = 'actes' | 'insee' | 'xsi' | 'autre';

/** The version has never changed in the namespace, whatever the version of the schema. */
export const URI_ACTES = 'http://www.interieur.gouv.fr/ACTES#v1.1-20040216';
export const URI_INSEE = 'http://xml.insee.fr/schema';
export const URI_XSI = 'http://www.w3.org/2001/XMLSchema-instance';

export type Attribut = {
  readonly espace: Espace;
  /** Prefix as written; empty when there is none. */
  readonly prefixe: string;
  readonly nom: string;
  readonly valeur: string;
};

/** An element of a message, read or about to be written. Comments and instructions are not kept. */
export type Element = {
  readonly espace: Espace;
  readonly prefixe: string;
  /** Local name, `NomFichier`. */
  readonly nom: string;
  readonly attributs: readonly Attribut[];
  readonly enfants: readonly Element[];
  /** Its own text, that of its children left out; an element with children keeps only spaces here. */
  readonly texte: string;
  /** Line of its start tag, from 1; 0 when it was not read from a file. */
  readonly ligne: number;
};

/** The first child of that name in the ACTES namespace, or null. */
export const enfant = (parent: Element, nom: string): Element | null =>
  parent.enfants.find((e) => e.nom === nom && e.espace === 'actes') ?? null;

/** All children of that name in the ACTES namespace. */
export const enfantsNommes = (parent: Element, nom: string): readonly Element[] =>
  parent.enfants.filter((e) => e.nom === nom && e.espace === 'actes');

/** The value of an attribute, null when absent. An unprefixed one is read too: some writers forget. */
export const attribut = (element: Element, nom: string): string | null =>
  (
    element.attributs.find(
      (a) => a.nom === nom && (a.espace === 'actes' || a.espace === 'insee'),
    ) ?? element.attributs.find((a) => a.nom === nom && a.prefixe === '')
  )?.valeur.trim() ?? null;
