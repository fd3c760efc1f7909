import { describe, expect, it } from 'vitest';
import { enToutesLettres, jour } from '#base/jour.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import { constatDeReglementInterieur, moisPourLeReglement } from './reglement-interieur.ts';

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

describe('L2121-8 al. 1 : « dans les six mois qui suivent son installation »', () => {
  it.each([
    [commune(999), '2020-07-03', null],
    [commune(1_000), '2020-07-03', 6],
    [commune(1_000), '2020-02-29', null],
    [commune(3_499), '2014-04-04', null],
    [commune(3_500), '2014-04-04', 6],
    [{ genre: 'epci' }, '2020-07-10', 6],
    [{ genre: 'departement' }, '2021-07-01', 1],
    [{ genre: 'region' }, '2021-07-02', 1],
    [STATUT, '2021-07-02', null],
  ] as const)('%j, installé le %s : %s mois', (regime, installation, mois) => {
    expect(moisPourLeReglement(regime, jour(installation))).toBe(mois);
  });

  it.each([
    ['2020-12-17', '2020-12-20', true],
    ['2021-01-03', '2021-01-10', true],
    ['2021-01-04', '2021-01-10', false],
    [null, '2021-01-03', null],
    [null, '2021-01-04', false],
  ] as const)('adopté le %s, vu le %s : %s', (adopteLe, le, conforme) => {
    const c = constatDeReglementInterieur({
      regime: commune(145_133),
      installation: jour('2020-07-03'),
      adopteLe: adopteLe === null ? null : jour(adopteLe),
      le: jour(le),
    });
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme === true ? null : 'Inscrivez le règlement intérieur à l’ordre du jour.',
    );
    expect(c.regle.id).toBe('R-SEAN-08');
    expect(c.faits).toEqual({ mois: 6, limite: '2021-01-03', adopteLe });
    expect(c.phrase).toBe(
      `Le règlement intérieur est à adopter au plus tard le 3 janvier 2021 ; ${adopteLe === null ? 'il ne l’est pas encore' : `il l’a été le ${enToutesLettres(jour(adopteLe))}`}.`,
    );
  });

  it('n’est pas demandé à une petite commune', () => {
    const c = constatDeReglementInterieur({
      regime: commune(300),
      installation: jour('2020-07-03'),
      adopteLe: null,
      le: jour('2025-01-01'),
    });
    expect(c).toMatchObject({
      conforme: true,
      phrase: 'Le règlement intérieur n’est pas obligatoire ici.',
      faits: { mois: null, limite: null },
    });
  });
});
