import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { Regime } from '../regime.ts';
import { type IdRegle, regle } from '../regles.ts';
import { concerne, selonLeRegime } from './fondements.ts';

const commune = (population: number, alsaceMoselle = false): Regime => ({
  genre: 'commune',
  population,
  alsaceMoselle,
});
const VILLAGE = commune(412);
const VILLE = commune(145_133);
const ALSACE = commune(412, true);
const EPCI: Regime = { genre: 'epci', population: 18_420 };
const DEPARTEMENT: Regime = { genre: 'departement', population: 280_000 };
const REGION: Regime = { genre: 'region', population: 3_300_000 };

const article = (id: IdRegle, regime: Regime, le = '2026-01-15') => {
  const { fondement } = selonLeRegime(regle(id), regime, jour(le));
  const al = fondement.alinea === undefined ? '' : ` al. ${fondement.alinea}`;
  return `${fondement.code} ${fondement.article}${al}`;
};

describe('Chaque constat cite l’article qui oblige cette assemblée, ce jour-là', () => {
  it.each([
    ['R-CONV-02', VILLAGE, 'CGCT L2121-11 al. 1'],
    ['R-CONV-02', commune(3_499), 'CGCT L2121-11 al. 1'],
    ['R-CONV-02', commune(3_500), 'CGCT L2121-12 al. 3'],
    ['R-CONV-02', VILLE, 'CGCT L2121-12 al. 3'],
    ['R-CONV-02', ALSACE, 'CGCT L2541-2 al. 3'],
    ['R-CONV-02', EPCI, 'CGCT L2121-12 al. 3'],
    ['R-CONV-02', DEPARTEMENT, 'CGCT L3121-19 al. 1'],
    ['R-CONV-02', REGION, 'CGCT L4132-18 al. 1'],
    ['R-CONV-04', VILLAGE, 'CGCT L2121-11 al. 2'],
    ['R-CONV-04', REGION, 'CGCT L4132-18 al. 5'],
    ['R-CONV-08', DEPARTEMENT, 'CGCT L3121-14 al. 2'],
    ['R-QUOR-02', DEPARTEMENT, 'CGCT L3121-14 al. 1'],
    ['R-QUOR-02', REGION, 'CGCT L4132-13 al. 1'],
    ['R-POUV-02', REGION, 'CGCT L4132-15'],
    ['R-VOTE-01', VILLE, 'CGCT L2121-20 al. 2'],
    ['R-VOTE-01', DEPARTEMENT, 'CGCT L3121-14 al. 3'],
    ['R-SEAN-06', EPCI, 'CGCT L5211-11 al. 2'],
    ['R-TRANS-01', REGION, 'CGCT L4141-2'],
    ['R-REC-01', REGION, 'CJA R421-1'],
  ] as const)('%s', (id, regime, attendu) => {
    expect(article(id, regime)).toBe(attendu);
  });

  it.each([
    ['2020-06-10', 'Loi n° 2020-290 du 23 mars 2020, art. 10'],
    ['2020-11-13', 'Loi n° 2020-290 du 23 mars 2020, art. 10'],
    ['2020-11-14', 'Loi n° 2020-1379 du 14 novembre 2020, art. 6'],
    ['2021-09-30', 'Loi n° 2020-1379 du 14 novembre 2020, art. 6'],
    ['2021-11-10', 'Loi n° 2021-1465 du 10 novembre 2021, art. 10'],
    ['2022-06-30', 'Loi n° 2021-1465 du 10 novembre 2021, art. 10'],
  ])('pendant la crise sanitaire, le %s : %s', (le, loi) => {
    expect(article('R-QUOR-03', VILLAGE, le)).toBe(`autre ${loi}`);
  });

  it('pour l’intérêt d’un élu départemental ou régional, un texte depuis le 24 décembre 2025 seulement', () => {
    expect(article('R-INT-01', DEPARTEMENT, '2025-12-24')).toBe('CGCT L3132-5');
    expect(article('R-INT-01', REGION, '2025-12-24')).toBe('CGCT L4142-5');
    expect(article('R-INT-01', REGION, '2025-12-23')).toBe('autre Principe d’impartialité');
    expect(article('R-INT-01', EPCI, '2025-12-23')).toBe('CGCT L2131-11');
  });

  it('un numéro d’article tenu de mémoire abaisse la certitude, un texte lu la garde', () => {
    const le = jour('2026-01-15');
    expect(selonLeRegime(regle('R-CTRL-01'), REGION, le)).toMatchObject({
      fondement: { code: 'CGCT', article: 'L4142-1' },
      certitude: 'M',
    });
    expect(selonLeRegime(regle('R-CTRL-01'), VILLE, le).certitude).toBe('A15');
    expect(selonLeRegime(regle('R-TRANS-01'), REGION, le).certitude).toBe('A');
  });
});

describe('Une règle ne se dit qu’aux assemblées qu’elle oblige', () => {
  it.each(['R-SIGN-01', 'R-SECR-01', 'R-PRES-01', 'R-NOM-01', 'R-LIST-01'])(
    '%s : aux communes et aux EPCI, non aux départements et aux régions',
    (id) => {
      expect([VILLE, EPCI, DEPARTEMENT, REGION].map((r) => concerne(id, r))).toEqual([
        true,
        true,
        false,
        false,
      ]);
    },
  );

  it('le contrôle des actes des communes est aussi celui des EPCI (L5211-3)', () => {
    expect(concerne('R-TRANS-02', EPCI)).toBe(true);
    expect(concerne('R-DELEG-01', EPCI)).toBe(false);
    expect(concerne('R-MOTS-01', EPCI)).toBe(true);
  });
});
