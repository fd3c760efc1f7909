import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { comprend, trancheDe, tranches } from './periodes.ts';

describe('Les périodes', () => {
  it('comprennent leurs deux bornes', () => {
    const p = { du: jour('2021-11-10'), au: jour('2022-07-31') };
    expect(
      ['2021-11-09', '2021-11-10', '2022-07-31', '2022-08-01'].map((le) => comprend(p, jour(le))),
    ).toEqual([false, true, true, false]);
    expect(comprend({ du: jour('2022-07-01'), au: null }, jour('2090-01-01'))).toBe(true);
  });

  it.each([
    ['2022-01-01', 1, 1],
    ['2022-03-31', 1, 1],
    ['2022-04-01', 2, 1],
    ['2022-06-30', 2, 1],
    ['2022-07-01', 3, 2],
    ['2022-12-31', 4, 2],
  ] as const)('le %s est du trimestre %i et du semestre %i', (le, trimestre, semestre) => {
    expect(trancheDe(jour(le), 3)).toEqual({ annee: 2022, rang: trimestre });
    expect(trancheDe(jour(le), 6)).toEqual({ annee: 2022, rang: semestre });
  });

  it('se suivent d’une année sur l’autre', () => {
    expect(tranches(jour('2022-11-15'), jour('2023-04-01'), 3)).toEqual([
      { annee: 2022, rang: 4 },
      { annee: 2023, rang: 1 },
      { annee: 2023, rang: 2 },
    ]);
    expect(tranches(jour('2022-11-15'), jour('2023-04-01'), 6)).toHaveLength(2);
    expect(tranches(jour('2023-04-01'), jour('2022-11-15'), 3)).toEqual([]);
  });
});
