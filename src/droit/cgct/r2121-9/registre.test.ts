import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import {
  anneesAvantReliure,
  constatDeRegistre,
  constatDeRegistreNumerique,
  registreNumeriqueEnOrdre,
} from './registre.ts';

describe('R2121-9 al. 7 : la reliure', () => {
  it.each([
    [999, 5],
    [1000, 1],
    [1001, 1],
  ])('%i habitants : %i an(s)', (population, annees) => {
    expect(anneesAvantReliure(population, jour('2022-10-14'))).toBe(annees);
  });
});

describe('R2121-9 al. 1 à 4 : les feuillets de la séance', () => {
  const parfait = {
    rangs: [1, 2, 3],
    feuilletsNumerotes: true,
    nomEtDate: true,
    coteEtParaphe: true,
    feuilletDeCloture: true,
  };
  it.each([
    ['en ordre', parfait, true],
    ['des numéros qui sautent', { ...parfait, rangs: [1, 3] }, false],
    ['des numéros qui ne partent pas de 1', { ...parfait, rangs: [330] }, false],
    ['un numéro inconnu', { ...parfait, rangs: [1, null] }, null],
    ['feuillets non numérotés', { ...parfait, feuilletsNumerotes: false }, false],
    ['sans nom ni date', { ...parfait, nomEtDate: false }, false],
    ['ni coté ni paraphé', { ...parfait, coteEtParaphe: false }, false],
    ['sans feuillet de clôture', { ...parfait, feuilletDeCloture: false }, false],
    [
      'ni numéros ni clôture',
      { ...parfait, feuilletsNumerotes: false, feuilletDeCloture: false },
      false,
    ],
    [
      'DL.2022-330 : rien n’est dit',
      {
        rangs: [null],
        feuilletsNumerotes: null,
        nomEtDate: null,
        coteEtParaphe: null,
        feuilletDeCloture: null,
      },
      null,
    ],
  ])('%s', (_titre, f, conforme) => {
    const c = constatDeRegistre(f);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});

describe('R2121-9 al. 8 et 9 : le registre numérique', () => {
  it.each([
    [true, true, true],
    [true, false, false],
    [false, false, true],
    [false, true, true],
  ])('signé électroniquement %s, à la main %s : %s', (electronique, aLaMain, ok) => {
    expect(registreNumeriqueEnOrdre(electronique, aLaMain)).toBe(ok);
  });

  it.each([
    ['2022-07-01', true, true, true],
    ['2022-07-01', true, false, false],
    ['2022-07-01', true, null, null],
    ['2022-07-01', false, null, true],
    ['2022-06-30', true, false, undefined],
  ] as const)('séance du %s, électronique %s, à la main %s : %s', (...ligne) => {
    const [seance, signeesElectroniquement, signeesALaMain, conforme] = ligne;
    const c = constatDeRegistreNumerique({
      seance: jour(seance),
      signeesElectroniquement,
      signeesALaMain,
    });
    expect(c?.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
