import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { verifierPopulation } from '../../regimes/genres.ts';
import { regle } from '../../regles.ts';

/** The table of L2121-2: below how many inhabitants, how many seats; 69 from 300 000. */
const TABLEAU: readonly (readonly [moinsDe: number, sieges: number])[] = [
  [100, 7],
  [500, 11],
  [1_500, 15],
  [2_500, 19],
  [3_500, 23],
  [5_000, 27],
  [10_000, 29],
  [20_000, 33],
  [30_000, 35],
  [40_000, 39],
  [50_000, 43],
  [60_000, 45],
  [80_000, 49],
  [100_000, 53],
  [150_000, 55],
  [200_000, 59],
  [250_000, 61],
  [300_000, 65],
  [Number.POSITIVE_INFINITY, 69],
];

/** Every legal size, from the smallest bracket to the largest. */
export const EFFECTIFS: readonly number[] = TABLEAU.map(([, sieges]) => sieges);

/**
 * The legal size of a conseil municipal (L2121-2). `population` is the municipal population
 * authenticated before the last general renewal (code électoral R25-1). Paris, Lyon and Marseille
 * have sizes of their own: see `effectifPropre`.
 */
export function effectifLegal(population: number): number {
  verifierPopulation(population);
  return TABLEAU.find(([moinsDe]) => population < moinsDe)?.[1] ?? 69;
}

/** L2512-3 and L2513-1, until the renewal of 2026; by INSEE code. */
const EFFECTIFS_PROPRES: { readonly [codeInsee: string]: number } = {
  '75056': 163,
  '69123': 73,
  '13055': 101,
};

/** The law on Paris, Lyon and Marseille changed for the renewal of 2026: not read yet. */
const RENOUVELLEMENT_DE_2026 = jour('2026-03-15');

/**
 * The size of a commune that has one of its own: Paris, Lyon, Marseille. Undefined for the others;
 * null from the renewal of 2026 on, where we do not know it for sure.
 */
export function effectifPropre(codeInsee: string, le: Jour): number | null | undefined {
  const propre = EFFECTIFS_PROPRES[codeInsee];
  return propre !== undefined && le >= RENOUVELLEMENT_DE_2026 ? null : propre;
}

/** Whether the table of the council has as many seats as the law gives that population. */
export function constatDEffectif(faits: {
  readonly population: number;
  readonly codeInsee: string | null;
  readonly le: Jour;
  readonly sieges: number;
}): Constat {
  const { population, codeInsee, le, sieges } = faits;
  const propre = codeInsee === null ? undefined : effectifPropre(codeInsee, le);
  const legal = propre === undefined ? effectifLegal(population) : propre;
  const conforme = legal === null ? null : sieges === legal;
  const attendu =
    legal === null
      ? 'l’effectif propre à cette commune a changé en 2026 et reste à vérifier'
      : `la loi en donne ${legal} à une commune de ${combien(population, 'habitant')}`;
  return {
    regle: regle('R-COMP-01'),
    conforme,
    phrase: `Le tableau du conseil a ${combien(sieges, 'siège')} ; ${attendu}.`,
    queFaire:
      conforme === true
        ? null
        : 'Vérifiez la population retenue (celle qui valait avant le dernier renouvellement général) et le nombre de sièges du tableau.',
    faits: { population, sieges, effectifLegal: legal },
  };
}
