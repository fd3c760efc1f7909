import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auPlusFortReste, siegesDeLaCommission } from './sieges.ts';

const listes = (
  voix: { readonly [nom: string]: number },
  ages: { readonly [nom: string]: number } = {},
) => Object.entries(voix).map(([nom, v]) => ({ nom, voix: v, age: ages[nom] ?? null }));

describe('L1411-5 II : la représentation proportionnelle au plus fort reste', () => {
  it.each([
    [5, { A: 35, B: 12, C: 6 }, { A: 3, B: 1, C: 1 }],
    [5, { A: 40, B: 13 }, { A: 4, B: 1 }],
    [5, { A: 53 }, { A: 5 }],
    [3, { A: 10, B: 5 }, { A: 2, B: 1 }],
    [5, { A: 48, B: 5 }, { A: 5, B: 0 }],
  ] as const)('%i sièges, %o : %o', (sieges, voix, attendu) => {
    expect(auPlusFortReste(sieges, listes(voix))).toMatchObject({
      sieges: attendu,
      aDepartager: [],
    });
  });

  it('à restes égaux, le siège va à la liste qui a le plus de voix', () => {
    // 3 seats, 18 voices: A 2 + 1/2, B 1/2.
    expect(auPlusFortReste(3, listes({ B: 3, A: 15 })).sieges).toEqual({ A: 3, B: 0 });
  });

  it('à voix égales, au plus âgé ; et rien n’est deviné sans les âges', () => {
    const egales = { A: 10, B: 10 };
    expect(auPlusFortReste(3, listes(egales, { A: 40, B: 61 })).sieges).toEqual({ A: 1, B: 2 });
    expect(auPlusFortReste(3, listes(egales))).toMatchObject({
      sieges: { A: 1, B: 1 },
      aDepartager: ['A', 'B'],
    });
    expect(auPlusFortReste(3, listes(egales, { A: 50, B: 50 })).aDepartager).toEqual(['A', 'B']);
    expect(auPlusFortReste(3, listes(egales, { A: 50 })).aDepartager).toEqual(['A', 'B']);
  });

  it('une égalité pour le dernier siège n’ôte rien à la liste qui passe devant', () => {
    expect(auPlusFortReste(2, listes({ A: 5, B: 3, C: 3 }))).toMatchObject({
      sieges: { A: 1, B: 0, C: 0 },
      aDepartager: ['B', 'C'],
    });
  });

  it('sans une voix, aucun siège n’est donné', () => {
    expect(auPlusFortReste(5, listes({ A: 0, B: 0 }))).toEqual({
      quotient: 0,
      sieges: {},
      aDepartager: ['A', 'B'],
    });
  });

  it('chaque liste a son quotient entier, et au plus un siège de reste', () => {
    const voix = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(voix, fc.integer({ min: 1, max: 12 }), (scores, n) => {
        const l = scores.map((v, i) => ({ nom: `L${i}`, voix: v, age: 30 + i }));
        const r = auPlusFortReste(n, l);
        const total = scores.reduce((s, v) => s + v, 0);
        const donnes = Object.values(r.sieges).reduce((s, v) => s + v, 0);
        const justes = l.every(({ nom, voix: v }) => {
          const exact = Math.floor((v * n) / total);
          const recu = r.sieges[nom] ?? 0;
          return recu === exact || recu === exact + 1;
        });
        return donnes === n && justes && r.quotient === total / n;
      }),
      { seed: 1411 },
    );
  });

  it.each([
    ['commune', 3499, 3],
    ['commune', 3500, 5],
    ['epci', 900, 5],
    ['departement', 0, 5],
  ])('%s de %i habitants : %i membres', (genre, population, n) => {
    expect(siegesDeLaCommission(genre, population)).toBe(n);
  });

  it('refuse un nombre de sièges ou de voix impossible', () => {
    expect(() => auPlusFortReste(0, [])).toThrow(/seats/);
    expect(() => auPlusFortReste(2, listes({ A: -1 }))).toThrow(/voices/);
    expect(() => auPlusFortReste(2, listes({ A: 5, B: -1 }))).toThrow(/voices/);
  });
});
