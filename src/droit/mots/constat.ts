import type { Constat, Regle } from '../constat.ts';
import type { Extrait } from './texte.ts';

/** What a reading of the words found: a rule, a sentence, and the place it speaks of. */
export type Trouvaille = {
  readonly regle: Regle;
  /** Short name of the find, stable: `r2121-11`, `unanimite-contredite`… */
  readonly code: string;
  /** True: the words are right; false: they are wrong; null: to be checked. */
  readonly conforme: boolean | null;
  readonly phrase: string;
  readonly queFaire: string | null;
  /** Where it is read; null when something is missing rather than written. */
  readonly extrait: Extrait | null;
};

/** The same find as the law's opinion; `passage` names the text it was read in. */
export const enConstat = (t: Trouvaille, passage: string): Constat => ({
  regle: t.regle,
  conforme: t.conforme,
  phrase: t.phrase,
  queFaire: t.queFaire,
  faits: {
    code: t.code,
    passage,
    mots: t.extrait?.mots ?? null,
    debut: t.extrait?.debut ?? null,
    fin: t.extrait?.fin ?? null,
  },
});
