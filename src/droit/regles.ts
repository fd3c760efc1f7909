import type { Gravite, Regle } from './constat.ts';
import { ACTES } from './catalogue/actes.ts';
import { COMPOSITION } from './catalogue/composition.ts';
import { CONVOCATION } from './catalogue/convocation.ts';
import type { Fiche } from './catalogue/fiche.ts';
import { PERSONNES } from './catalogue/personnes.ts';
import { QUORUM } from './catalogue/quorum.ts';
import { REGISTRE } from './catalogue/registre.ts';
import { SCRUTINS } from './catalogue/scrutins.ts';
import { SEANCES } from './catalogue/seances.ts';
import { SUITES } from './catalogue/suites.ts';

const TOUTES = [
  ...COMPOSITION,
  ...SEANCES,
  ...CONVOCATION,
  ...QUORUM,
  ...PERSONNES,
  ...SCRUTINS,
  ...REGISTRE,
  ...ACTES,
  ...SUITES,
] as const;

/** The name of a rule we know; a misspelt one does not compile. */
export type IdRegle = (typeof TOUTES)[number]['regle']['id'];

/** Every rule, in the order of a sitting: composition first, what follows an act last. */
export const FICHES: readonly Fiche<IdRegle>[] = TOUTES;

const PAR_ID: ReadonlyMap<string, Fiche<IdRegle>> = new Map(
  TOUTES.map((f): [string, Fiche<IdRegle>] => [f.regle.id, f]),
);

/** What we say of a rule, by a name read from outside; undefined when no rule bears it. */
export const trouverFiche = (id: string): Fiche<IdRegle> | undefined => PAR_ID.get(id);

/** What we say of a rule: words, texts, kinds of bodies, and what is not computed. */
export function fiche(id: IdRegle): Fiche<IdRegle> {
  const trouvee = PAR_ID.get(id);
  if (trouvee === undefined) throw new Error(`Invariant broken: rule ${id} is in the catalogue`);
  return trouvee;
}

/** The identity of a rule, as a `Constat` carries it. */
export const regle = (id: IdRegle): Regle => fiche(id).regle;

/**
 * The same rule with another weight, when the facts make a finding lighter or graver than usual
 * (a signature missing is a risk, all of them missing is an illegality).
 */
export const regleDePoids = (id: IdRegle, gravite: Gravite): Regle => ({ ...regle(id), gravite });
