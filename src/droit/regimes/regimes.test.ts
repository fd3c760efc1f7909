import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { enCriseSanitaire } from './crise-sanitaire.ts';
import { demandeursDuHuisClos, verifierPopulation, visioconferencePermise } from './genres.ts';
import { atteintLeSeuil, seuil } from './seuils.ts';

describe('La crise sanitaire (lois 2020-290, 2020-1379, 2021-1465)', () => {
  it.each([
    ['2020-03-23', false],
    ['2020-03-24', true],
    ['2020-08-30', true],
    ['2020-08-31', false],
    ['2020-10-16', false],
    ['2020-10-17', true],
    ['2020-12-01', true],
    ['2021-09-30', true],
    ['2021-10-01', false],
    ['2021-11-09', false],
    ['2021-11-10', true],
    ['2022-03-10', true],
    ['2022-07-31', true],
    ['2022-08-01', false],
  ] as const)('le %s : %s', (le, attendu) => {
    expect(enCriseSanitaire(jour(le))).toBe(attendu);
  });
});

describe('Les seuils de population, à leur date', () => {
  it.each([
    ['reglement-interieur', '2020-02-29', 3_500],
    ['reglement-interieur', '2020-03-01', 1_000],
    ['demande-de-reunion', '2020-02-29', 3_500],
    ['demande-de-reunion', '2022-10-14', 1_000],
    ['questions-orales', '2020-03-01', 1_000],
    ['delai-de-convocation', '1995-01-01', 3_500],
    ['note-de-synthese', '2026-01-01', 3_500],
    ['publicite-electronique', '2022-06-30', null],
    ['publicite-electronique', '2022-07-01', 3_500],
    ['teletransmission', '2020-08-06', null],
    ['teletransmission', '2020-08-07', 50_001],
    ['liste-des-adjoints', '2022-10-14', 1_000],
    ['reliure-annuelle', '2022-10-14', 1_000],
    ['donnees-ouvertes', '2018-10-07', 3_500],
  ] as const)('%s au %s : %s', (matiere, le, attendu) => {
    expect(seuil(matiere, jour(le))).toBe(attendu);
  });

  it.each([
    [3_499, false],
    [3_500, true],
    [3_501, true],
  ])('%i habitants sont-ils au seuil de 3 500 : %s', (population, attendu) => {
    expect(atteintLeSeuil('note-de-synthese', population, jour('2022-10-14'))).toBe(attendu);
  });

  it('aucune population n’atteint un seuil qui n’existe pas encore', () => {
    expect(atteintLeSeuil('publicite-electronique', 1_000_000, jour('2022-06-30'))).toBe(false);
  });
});

describe('Ce qui tient au genre de l’assemblée', () => {
  it.each([
    ['commune', 3, false],
    ['epci', 5, true],
    ['departement', 5, true],
    ['region', 5, true],
    ['autre', 5, false],
  ] as const)('%s : %i demandeurs pour le huis clos, visioconférence %s', (genre, n, visio) => {
    expect(demandeursDuHuisClos(genre)).toBe(n);
    expect(visioconferencePermise(genre)).toBe(visio);
  });

  it('une population ne peut être ni négative ni fractionnaire', () => {
    expect(() => verifierPopulation(-1)).toThrow(/a population is a whole number/);
    expect(() => verifierPopulation(2.5)).toThrow(/a population is a whole number/);
    expect(() => verifierPopulation(0)).not.toThrow();
  });
});
