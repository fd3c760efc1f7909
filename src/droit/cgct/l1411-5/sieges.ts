import { assert } from '#base/assert.ts';

/** A list, its voices, and the mean or leading age that settles a last tie. */
export type Liste = {
  readonly nom: string;
  readonly voix: number;
  /** Age, in days or years alike, of the candidate who would take the seat; null when not told. */
  readonly age: number | null;
};

export type Repartition = {
  readonly quotient: number;
  readonly sieges: { readonly [liste: string]: number };
  /** Lists between whom the last seat cannot be given with what is known. */
  readonly aDepartager: readonly string[];
};

type Rang = Liste & { readonly entiers: number; readonly reste: number };

/** Highest remainder first; then the list with more voices; then the eldest (D1411-4). */
const ordre = (a: Rang, b: Rang): number =>
  b.reste - a.reste || b.voix - a.voix || (b.age ?? 0) - (a.age ?? 0);

const exAequo = (a: Rang, b: Rang): boolean =>
  a.reste === b.reste && a.voix === b.voix && (a.age === null || b.age === null || a.age === b.age);

/**
 * Seats of a committee elected by proportional representation with the highest remainder: the
 * commission d’appel d’offres (L1414-2, L1411-5 II), five seats from 3 500 inhabitants, three
 * below, besides the chair. Remainders are compared exactly, as `voix × sièges modulo suffrages`.
 * D1411-4, known from memory (certainty M), settles ties: the list with more voices, then age.
 */
export function auPlusFortReste(sieges: number, listes: readonly Liste[]): Repartition {
  assert(Number.isSafeInteger(sieges) && sieges > 0, 'a whole, positive number of seats');
  assert(
    listes.every(({ voix }) => Number.isSafeInteger(voix) && voix >= 0),
    'voices are whole and non-negative',
  );
  const total = listes.reduce((somme, { voix }) => somme + voix, 0);
  if (total === 0) return { quotient: 0, sieges: {}, aDepartager: listes.map(({ nom }) => nom) };
  const rangs: readonly Rang[] = listes.map((liste) => ({
    ...liste,
    entiers: Math.floor((liste.voix * sieges) / total),
    reste: (liste.voix * sieges) % total,
  }));
  const restants = sieges - rangs.reduce((somme, { entiers }) => somme + entiers, 0);
  const classes = rangs.toSorted(ordre);
  const dernier = classes[restants - 1];
  const suivant = classes[restants];
  const bloque =
    dernier !== undefined && suivant !== undefined && exAequo(dernier, suivant)
      ? classes.filter((r) => exAequo(r, dernier))
      : [];
  const servis = new Set(
    classes
      .slice(0, restants)
      .filter((r) => !bloque.includes(r))
      .map(({ nom }) => nom),
  );
  return {
    quotient: total / sieges,
    sieges: Object.fromEntries(rangs.map((r) => [r.nom, r.entiers + (servis.has(r.nom) ? 1 : 0)])),
    aDepartager: bloque.map(({ nom }) => nom),
  };
}

/** Members to elect, besides the chair: five from 3 500 inhabitants and in every EPCI, département or région; else three. */
export const siegesDeLaCommission = (genre: string, population: number): number =>
  genre === 'commune' && population < 3_500 ? 3 : 5;
