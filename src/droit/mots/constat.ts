import type { Gravite, Regle } from '../constat.ts';
import { type IdRegle, regle, regleDePoids } from '../regles.ts';
import type { Extrait } from './texte.ts';

/** What a reading of the words found: a rule, a sentence, and the place it speaks of. */
export type Trouvaille = {
  readonly regle: Regle;
  /** Short name of the find, stable: `reference-abrogee`, `unanimite-contredite`… */
  readonly code: string;
  /** False: the words are wrong; null: to be checked. */
  readonly conforme: false | null;
  readonly phrase: string;
  readonly queFaire: string | null;
  /** Where it is read; null when something is missing rather than written. */
  readonly extrait: Extrait | null;
};

/** Builds a find; `gravite` only when it differs from that of the rule. */
export const trouvaille = (
  id: IdRegle,
  t: Omit<Trouvaille, 'regle'> & { readonly gravite?: Gravite },
): Trouvaille => {
  const { gravite, ...reste } = t;
  return { ...reste, regle: gravite === undefined ? regle(id) : regleDePoids(id, gravite) };
};
