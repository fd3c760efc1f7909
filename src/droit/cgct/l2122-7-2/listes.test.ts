import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { type TourDeListes, adjointsElusParListe, constatDeListes, listeElue } from './listes.ts';

const t = (
  tour: 1 | 2 | 3,
  voix: { readonly [nom: string]: number },
  ages: { readonly [nom: string]: number } = {},
): TourDeListes => ({
  tour,
  suffragesExprimes: Object.values(voix).reduce((s, v) => s + v, 0),
  listes: Object.entries(voix).map(([nom, v]) => ({ nom, voix: v, ageMoyen: ages[nom] ?? null })),
});

describe('L2122-7-2 al. 1 : quelles communes élisent leurs adjoints par liste', () => {
  it.each([
    [999, '2020-07-04', 4, false],
    [1000, '2020-07-04', 4, true],
    [999, '2026-03-14', 4, false],
    [999, '2026-03-15', 4, true],
    [5000, '2022-01-01', 1, false],
    [5000, '2022-01-01', 2, true],
  ] as const)('%i habitants, %s, %i postes : %s', (population, le, postes, parListe) => {
    expect(adjointsElusParListe(population, jour(le), postes)).toBe(parListe);
  });
});

describe('L2122-7-2 al. 2 : majorité absolue, puis relative, puis moyenne d’âge', () => {
  it.each([
    [1, { L1: 20, L2: 20 }, {}, null],
    [1, { L1: 21, L2: 20 }, {}, 'L1'],
    [2, { L1: 20, L2: 19, L3: 2 }, {}, null],
    [3, { L1: 20, L2: 19, L3: 2 }, {}, 'L1'],
    [3, { L1: 20, L2: 20 }, { L1: 48.2, L2: 51 }, 'L2'],
    [3, { L2: 20, L1: 20 }, { L1: 51.1, L2: 51 }, 'L1'],
    [3, { L1: 20, L2: 20, L3: 20 }, { L1: 48, L2: 51, L3: 50 }, 'L2'],
    [3, { L1: 20, L2: 20, L3: 20 }, { L1: 50, L2: 48, L3: 51 }, 'L3'],
    [3, { L1: 20, L2: 20, L3: 20 }, { L1: 51, L2: 50, L3: 48 }, 'L1'],
    [3, { L1: 20, L2: 20, L3: 20 }, { L1: 48, L2: 51, L3: 51 }, null],
    [3, { L1: 20, L2: 20 }, { L1: 50, L2: 50 }, null],
    [3, { L1: 20, L2: 20 }, { L1: 50 }, null],
    [2, { L1: 20, L2: 20 }, { L1: 48, L2: 51 }, null],
    [3, { L1: 0 }, {}, null],
    [3, {}, {}, null],
  ] as const)('tour %i, %o, âges %o : %s', (tour, voix, ages, elue) => {
    expect(listeElue(t(tour, voix, ages))).toBe(elue);
  });

  it.each([
    t(1, { L1: 21, L2: 20 }),
    t(1, { L1: 20, L2: 20 }),
    t(3, { L1: 20, L2: 20 }),
    t(3, { L1: 20, L2: 20 }, { L1: 48.2, L2: 51 }),
  ])('le dit au secrétaire (%#)', (tour) => {
    expect(constatDeListes(tour)).toMatchSnapshot();
  });
});
