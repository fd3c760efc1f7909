import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { EFFECTIFS, constatDEffectif, effectifLegal, effectifPropre } from './effectif.ts';

/** The thresholds of the table, spelt again: at each one the size changes, one below it does not. */
const SEUILS: readonly (readonly [population: number, avant: number, apres: number])[] = [
  [100, 7, 11],
  [500, 11, 15],
  [1_500, 15, 19],
  [2_500, 19, 23],
  [3_500, 23, 27],
  [5_000, 27, 29],
  [10_000, 29, 33],
  [20_000, 33, 35],
  [30_000, 35, 39],
  [40_000, 39, 43],
  [50_000, 43, 45],
  [60_000, 45, 49],
  [80_000, 49, 53],
  [100_000, 53, 55],
  [150_000, 55, 59],
  [200_000, 59, 61],
  [250_000, 61, 65],
  [300_000, 65, 69],
];

describe('L2121-2 : le nombre de sièges suit la population', () => {
  it.each(SEUILS)('à %i habitants, on passe de %i à %i sièges', (population, avant, apres) => {
    expect(effectifLegal(population - 1)).toBe(avant);
    expect(effectifLegal(population)).toBe(apres);
    expect(effectifLegal(population + 1)).toBe(apres);
  });

  it('va de 7 à 69, toujours impair, et ne baisse jamais quand la population monte', () => {
    expect(effectifLegal(0)).toBe(7);
    expect(effectifLegal(2_000_000)).toBe(69);
    expect(EFFECTIFS).toHaveLength(19);
    fc.assert(
      fc.property(fc.nat(400_000), fc.nat(400_000), (a, b) => {
        const [petit, grand] = a < b ? [a, b] : [b, a];
        expect(effectifLegal(petit)).toBeLessThanOrEqual(effectifLegal(grand));
        expect(effectifLegal(a) % 2).toBe(1);
      }),
      { seed: 2022 },
    );
  });

  it('une population impossible est une faute du programme', () => {
    expect(() => effectifLegal(-1)).toThrow(/a population is a whole number/);
    expect(() => effectifLegal(10.5)).toThrow(/a population is a whole number/);
  });

  it('Aix-en-Provence, 145 133 habitants : 55 sièges', () => {
    const c = constatDEffectif({
      population: 145_133,
      codeInsee: '13001',
      le: jour('2022-10-14'),
      sieges: 55,
    });
    expect(c).toMatchObject({ conforme: true, queFaire: null });
    expect(c.regle.id).toBe('R-COMP-01');
    expect(c.phrase).toBe(
      'Le tableau du conseil a 55 sièges ; la loi en donne 55 à une commune de 145\u202f133 habitants.',
    );
  });

  it('un siège de trop ou de moins est dit, avec quoi vérifier', () => {
    for (const sieges of [54, 56]) {
      const c = constatDEffectif({
        population: 145_133,
        codeInsee: null,
        le: jour('2022-10-14'),
        sieges,
      });
      expect(c.conforme).toBe(false);
      expect(c.queFaire).toBe(
        'Vérifiez la population retenue (celle qui valait avant le dernier renouvellement général) et le nombre de sièges du tableau.',
      );
      expect(c.faits).toEqual({ population: 145_133, sieges, effectifLegal: 55 });
    }
  });
});

describe('L2512-3, L2513-1 : Paris, Lyon et Marseille', () => {
  it.each([
    ['75056', 163],
    ['69123', 73],
    ['13055', 101],
  ])('%s : %i sièges jusqu’au renouvellement de 2026, puis à vérifier', (codeInsee, sieges) => {
    expect(effectifPropre(codeInsee, jour('2026-03-14'))).toBe(sieges);
    expect(effectifPropre(codeInsee, jour('2026-03-15'))).toBeNull();
    const faits = { population: 500_000, codeInsee, sieges };
    expect(constatDEffectif({ ...faits, le: jour('2022-10-14') }).conforme).toBe(true);
    const apres = constatDEffectif({ ...faits, le: jour('2026-06-01') });
    expect(apres.conforme).toBeNull();
    expect(apres.phrase).toContain('reste à vérifier');
    expect(apres.queFaire).not.toBeNull();
  });

  it('les autres communes n’en ont pas', () => {
    expect(effectifPropre('13001', jour('2026-06-01'))).toBeUndefined();
    expect(effectifPropre('13001', jour('2022-06-01'))).toBeUndefined();
  });
});
