import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { limiteDeSaisineDuPrefet } from './lesee.ts';

describe('L2131-8 al. 1 : deux mois à compter du jour où l’acte est devenu exécutoire', () => {
  it.each([
    ['2022-10-19', '2022-12-19'],
    ['2022-12-31', '2023-02-28'],
    ['2023-12-31', '2024-02-29'],
  ])('exécutoire le %s : jusqu’au %s', (depuis, limite) => {
    expect(limiteDeSaisineDuPrefet(jour(depuis))).toBe(limite);
  });
});
