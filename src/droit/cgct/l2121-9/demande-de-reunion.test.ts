import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import {
  constatDeDemandeDeReunion,
  demandeursRequis,
  partDesDemandeurs,
  reunionAuPlusTard,
} from './demande-de-reunion.ts';

const commune = (population: number, alsaceMoselle = false): RegimeMinimal => ({
  genre: 'commune',
  population,
  alsaceMoselle,
});

describe('L2121-9 al. 2 : le tiers ou la majorité des membres', () => {
  it.each([
    [999, '2020-03-01', 'majorite'],
    [1_000, '2020-03-01', 'tiers'],
    [1_000, '2020-02-29', 'majorite'],
    [3_499, '2020-02-29', 'majorite'],
    [3_500, '2020-02-29', 'tiers'],
  ] as const)('%i habitants, le %s : %s', (population, le, part) => {
    expect(partDesDemandeurs(commune(population), jour(le))).toBe(part);
  });

  it('Alsace-Moselle (L2541-2 al. 2) et EPCI (L5211-1) : le tiers, toujours', () => {
    expect(partDesDemandeurs(commune(300, true), jour('2022-10-14'))).toBe('tiers');
    expect(partDesDemandeurs({ genre: 'epci' }, jour('2015-10-14'))).toBe('tiers');
  });

  it.each([
    [145_133, 55, 19],
    [145_133, 54, 18],
    [450, 11, 6],
    [450, 10, 6],
  ])('%i habitants, %i membres : %i demandeurs', (population, membres, requis) => {
    expect(demandeursRequis(commune(population), membres, jour('2022-10-14'))).toBe(requis);
  });

  it('un nombre négatif de membres est une faute du programme', () => {
    expect(() => demandeursRequis(commune(500), -1, jour('2022-10-14'))).toThrow(
      /counted from zero/,
    );
  });
});

describe('L2121-9 al. 2 : « dans un délai maximal de trente jours » (CE 1976, Soldani)', () => {
  it('demandée le 1er mars 2024, elle se tient le 31 mars au plus tard', () => {
    expect(reunionAuPlusTard(jour('2024-03-01'))).toBe('2024-03-31');
  });

  const FAITS = {
    regime: commune(145_133),
    demandeRecue: jour('2024-03-01'),
    parLePrefet: false,
    demandeurs: 19,
    membresEnExercice: 55,
    reunion: jour('2024-03-31'),
  };

  it.each([
    [{}, true],
    [{ reunion: jour('2024-04-01') }, false],
    [{ reunion: null }, null],
    [{ demandeurs: 18, reunion: null }, true],
    [{ demandeurs: 0, parLePrefet: true, reunion: null }, null],
    [{ demandeurs: 0, parLePrefet: true, reunion: jour('2024-04-01') }, false],
  ])('%j : %s', (autres, conforme) => {
    const c = constatDeDemandeDeReunion({ ...FAITS, ...autres });
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme === true ? null : 'Convoquez le conseil pour le 31 mars 2024 au plus tard.',
    );
    expect(c.regle.id).toBe('R-CONV-07');
  });

  it.each([
    [{}, '19 membres ont demandé une réunion : elle se tient au plus tard le 31 mars 2024.'],
    [
      { demandeurs: 18 },
      '18 membres ont demandé une réunion ; il en faut 19 pour qu’elle soit obligatoire.',
    ],
    [
      { demandeurs: 1 },
      '1 membre a demandé une réunion ; il en faut 19 pour qu’elle soit obligatoire.',
    ],
    [
      { demandeurs: 2 },
      '2 membres ont demandé une réunion ; il en faut 19 pour qu’elle soit obligatoire.',
    ],
    [
      { membresEnExercice: 6, demandeurs: 2 },
      '2 membres ont demandé une réunion : elle se tient au plus tard le 31 mars 2024.',
    ],
    [
      { parLePrefet: true, demandeurs: 5 },
      'Le préfet a demandé une réunion : elle se tient au plus tard le 31 mars 2024.',
    ],
    [
      { membresEnExercice: 3, demandeurs: 1 },
      '1 membre a demandé une réunion : elle se tient au plus tard le 31 mars 2024.',
    ],
  ])('%j se dit : %s', (autres, phrase) => {
    expect(constatDeDemandeDeReunion({ ...FAITS, ...autres }).phrase).toBe(phrase);
  });

  it('porte ses chiffres', () => {
    expect(constatDeDemandeDeReunion(FAITS).faits).toEqual({
      demandeurs: 19,
      requis: 19,
      limite: '2024-03-31',
      reunion: '2024-03-31',
    });
    expect(constatDeDemandeDeReunion({ ...FAITS, reunion: null }).queFaire).toContain(
      '31 mars 2024',
    );
  });
});
