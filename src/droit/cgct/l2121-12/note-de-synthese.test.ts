import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import { constatDeNote, noteSuffisante, pieceRequise } from './note-de-synthese.ts';

const LE = jour('2022-10-14');
const commune = (population: number): RegimeMinimal => ({
  genre: 'commune',
  population,
  alsaceMoselle: false,
});
const STATUT: RegimeMinimal = {
  genre: 'autre',
  parametres: {
    joursFrancsDeConvocation: 5,
    joursFrancsEnUrgence: 1,
    pouvoirsParPorteur: 1,
    partPourScrutinPublic: 4,
    partPourScrutinSecret: 3,
    publiciteElectronique: true,
  },
};

describe('L2121-12 al. 1 : qui doit joindre une note', () => {
  it.each([
    [commune(3_499), '2022-10-14', 'aucune'],
    [commune(3_500), '2022-10-14', 'note'],
    [commune(3_501), '2022-10-14', 'note'],
    [{ genre: 'epci' }, '2020-03-01', 'note'],
    [{ genre: 'epci', population: 900 }, '2020-03-01', 'note'],
    [{ genre: 'epci', population: 3_499 }, '2020-02-29', 'aucune'],
    [{ genre: 'epci', population: 3_500 }, '2020-02-29', 'note'],
    [{ genre: 'epci' }, '2020-02-29', null],
    [{ genre: 'departement' }, '2022-10-14', 'rapport'],
    [{ genre: 'region' }, '2022-10-14', 'rapport'],
    [STATUT, '2022-10-14', null],
  ] as const)('%j, le %s : %s', (regime, le, piece) => {
    expect(pieceRequise(regime, jour(le))).toBe(piece);
  });

  it.each([
    [true, null, true, true],
    [null, true, true, true],
    [false, true, true, true],
    [true, false, true, true],
    [false, false, true, false],
    [true, true, false, false],
    [null, null, false, false],
    [false, null, true, null],
    [null, null, true, null],
    [true, null, null, null],
    [null, true, null, null],
  ])('note %s, exposé %s, avec la convocation %s : %s', (note, exposeDesMotifs, avec, attendu) => {
    expect(noteSuffisante({ note, exposeDesMotifs, avecLaConvocation: avec })).toBe(attendu);
  });

  const jointe = {
    affaire: 'Inclusion',
    note: true,
    exposeDesMotifs: null,
    avecLaConvocation: true,
  };
  const absente = {
    affaire: 'Voirie',
    note: false,
    exposeDesMotifs: false,
    avecLaConvocation: true,
  };
  const inconnue = { affaire: 'École', note: null, exposeDesMotifs: true, avecLaConvocation: null };

  it.each([
    [
      commune(5_000),
      [jointe],
      true,
      'Chaque affaire est accompagnée, dès la convocation, d’une note explicative de synthèse.',
    ],
    [
      { genre: 'region' },
      [jointe],
      true,
      'Chaque affaire est accompagnée, dès la convocation, d’un rapport.',
    ],
    [
      commune(5_000),
      [jointe, absente, inconnue],
      false,
      'Il manque une note explicative de synthèse, envoyée avec la convocation, pour : Voirie.',
    ],
    [
      { genre: 'departement' },
      [absente],
      false,
      'Il manque un rapport, envoyé avec la convocation, pour : Voirie.',
    ],
    [
      commune(5_000),
      [jointe, inconnue],
      null,
      'Rien ne dit si une note explicative de synthèse est partie avec la convocation pour : École.',
    ],
    [
      { genre: 'region' },
      [inconnue],
      null,
      'Rien ne dit si un rapport est parti avec la convocation pour : École.',
    ],
    [
      commune(900),
      [absente],
      true,
      'Sous 3 500 habitants, la note explicative de synthèse n’est pas obligatoire.',
    ],
    [STATUT, [jointe], null, 'Le statut propre de l’assemblée dit si une note est obligatoire.'],
    [
      STATUT,
      [absente],
      null,
      'Il manque une note explicative de synthèse, envoyée avec la convocation, pour : Voirie.',
    ],
  ] as const)('%j : %#', (regime, pieces, conforme, phrase) => {
    const c = constatDeNote(regime, LE, pieces);
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Joignez à la convocation, pour chaque affaire, une note qui explique le projet, et gardez-en la preuve.',
    );
    expect(c.regle.id).toBe('R-NOTE-01');
  });

  it('compte les affaires', () => {
    expect(constatDeNote(commune(5_000), LE, [jointe, absente, inconnue]).faits).toEqual({
      requise: 'note',
      affaires: 3,
      manquantes: 1,
      inconnues: 1,
    });
  });
});
