import { assert } from '#base/assert.ts';
import type { Jour } from '#base/jour.ts';
import { majoriteAbsolue } from '../l2121-20/depouiller.ts';

/** One round of an appointment: what the tellers counted. */
export type Tour = {
  readonly tour: 1 | 2 | 3;
  readonly votants: number;
  readonly blancs: number;
  readonly nuls: number;
  readonly candidats: readonly {
    readonly nom: string;
    readonly naissance: Jour | null;
    readonly voix: number;
  }[];
};

export type ResultatDuTour = {
  readonly suffragesExprimes: number;
  readonly majorite: number;
  /** Name of the one appointed; null when another round, or a date of birth, is needed. */
  readonly elu: string | null;
  /** What decided; null when nobody is appointed. */
  readonly par: 'majorite-absolue' | 'majorite-relative' | 'age' | null;
  /** The names between whom only the age can decide, and whose dates of birth do not tell. */
  readonly aDepartager: readonly string[];
};

type Candidat = Tour['candidats'][number];

/** The eldest, when every date of birth is known and no other shares the first. */
function plusAge(candidats: readonly Candidat[]): Candidat | null {
  if (candidats.some(({ naissance }) => naissance === null)) return null;
  const [premier, second] = candidats.toSorted((a, b) =>
    (a.naissance ?? '') < (b.naissance ?? '') ? -1 : 1,
  );
  return premier === undefined || premier.naissance === second?.naissance ? null : premier;
}

/**
 * One round of an appointment or of the election of the mayor (L2122-7; L2121-21 al. 4): absolute
 * majority of the votes cast in the first two rounds, relative majority in the third, the eldest
 * on a tie. A blank or void paper is no vote cast. A tie whose dates of birth are missing or equal
 * is left open, never guessed.
 */
export function tourDeNomination(t: Tour): ResultatDuTour {
  const suffragesExprimes = t.votants - t.blancs - t.nuls;
  assert(suffragesExprimes >= 0, 'no more blank and void papers than voters');
  const majorite = majoriteAbsolue(suffragesExprimes);
  const tete = Math.max(0, ...t.candidats.map(({ voix }) => voix));
  const premiers = tete === 0 ? [] : t.candidats.filter(({ voix }) => voix === tete);
  const rien = { suffragesExprimes, majorite, elu: null, par: null, aDepartager: [] };
  const [seul] = premiers;
  if (seul === undefined) return rien;
  if (premiers.length === 1 && tete >= majorite) {
    return { ...rien, elu: seul.nom, par: 'majorite-absolue' };
  }
  if (t.tour < 3) return rien;
  if (premiers.length === 1) return { ...rien, elu: seul.nom, par: 'majorite-relative' };
  const doyen = plusAge(premiers);
  return doyen === null
    ? { ...rien, aDepartager: premiers.map(({ nom }) => nom) }
    : { ...rien, elu: doyen.nom, par: 'age' };
}
