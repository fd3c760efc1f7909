import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { constatDeSignatures, effetDeLOmission, signatairesRequis } from './signatures.ts';

describe('L2121-23 : qui signe la délibération', () => {
  it.each([
    ['2022-06-30', 'tous-les-presents'],
    ['2022-07-01', 'president-et-secretaires'],
    ['2022-10-14', 'president-et-secretaires'],
  ])('séance du %s : %s', (seance, requis) => {
    expect(signatairesRequis(jour(seance))).toBe(requis);
  });
});

describe('RM Sénat n° 02858 et CE n° 90774 : ce que coûte une omission', () => {
  it.each([
    ['secretaire', true, false, 'risque', false],
    ['president', false, false, 'risque', false],
    ['toutes', true, false, 'risque', false],
    ['toutes', false, true, 'illegal', true],
  ] as const)('%s, existence prouvée %s', (...ligne) => {
    const [omission, prouvee, nul, gravite, executoireAffecte] = ligne;
    expect(effetDeLOmission(omission, prouvee)).toEqual({ nul, gravite, executoireAffecte });
  });
});

describe('Ce que l’on dit des signatures', () => {
  const aix = {
    seance: jour('2022-10-14'),
    parLePresident: true,
    secretaires: 1,
    secretairesSignataires: 1,
    presents: 42,
    presentsSignataires: 2,
    existenceProuvee: true,
  };
  const aucune = {
    ...aix,
    parLePresident: false,
    secretairesSignataires: 0,
    presentsSignataires: 0,
  };
  const avant = { ...aix, seance: jour('2022-06-30') };
  it.each([
    ['le maire et le secrétaire', aix, true],
    ['sans le maire', { ...aix, parLePresident: false }, false],
    ['sans le secrétaire', { ...aix, secretairesSignataires: 0 }, false],
    ['un secrétaire sur deux', { ...aix, secretaires: 2 }, false],
    ['aucun secrétaire nommé', { ...aix, secretaires: 0, secretairesSignataires: 0 }, false],
    ['aucune signature, autre preuve', aucune, false],
    ['aucune signature, aucune preuve', { ...aucune, existenceProuvee: false }, false],
    ['aucune signature, preuve inconnue', { ...aucune, existenceProuvee: null }, null],
    ['seuls des membres présents', { ...aucune, presentsSignataires: 40 }, false],
    ['le secrétaire seul', { ...aucune, secretairesSignataires: 1 }, false],
    ['le maire seul', { ...aucune, parLePresident: true }, false],
    ['avant 2022, tous les présents', { ...avant, presentsSignataires: 42 }, true],
    ['avant 2022, il en manque un', { ...avant, presentsSignataires: 41 }, false],
    ['avant 2022, il en manque deux', { ...avant, presentsSignataires: 40 }, false],
    ['avant 2022, le maire et le secrétaire seuls', { ...avant, presentsSignataires: 0 }, false],
  ])('%s', (_titre, s, conforme) => {
    const c = constatDeSignatures(s);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
