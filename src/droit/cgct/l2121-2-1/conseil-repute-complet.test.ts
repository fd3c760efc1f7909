import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  constatDeConseilComplet,
  constatDesSieges,
  effectifApresElection,
  minimumPourEtreComplet,
} from './conseil-repute-complet.ts';

describe('L2121-2-1 al. 1 et 2 : le conseil réputé complet d’une petite commune', () => {
  it.each([
    [99, '2019-12-28', 7],
    [99, '2019-12-29', 5],
    [100, '2019-12-29', 9],
    [499, '2020-07-01', 9],
    [499, '2019-12-28', 11],
    [500, '2020-07-01', 15],
    [700, '2024-01-01', 15],
    [999, '2026-03-14', 15],
    [999, '2026-03-15', 13],
    [500, '2026-03-15', 13],
    [1_000, '2026-03-15', 15],
    [145_133, '2026-03-15', 55],
  ])('%i habitants, le %s : %i membres au moins', (population, le, minimum) => {
    expect(minimumPourEtreComplet(population, jour(le))).toBe(minimum);
  });

  it.each([
    [4, false],
    [5, true],
    [6, true],
  ])('80 habitants en 2020, %i élus : %s', (elus, conforme) => {
    const c = constatDeConseilComplet({ population: 80, le: jour('2020-07-01'), elus });
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme ? null : 'Demandez à la préfecture si une élection complémentaire est nécessaire.',
    );
    expect(c.regle.id).toBe('R-COMP-02');
    expect(c.phrase).toBe(
      conforme
        ? `Le conseil est réputé complet avec ${elus} membres ; il en faut au moins 5.`
        : `Le conseil n’est pas complet : ${elus} membres au lieu de 5 au moins.`,
    );
    expect(c.faits).toEqual({ population: 80, elus, minimum: 5, effectifLegal: 7 });
  });

  it.each([
    [80, '2020-07-01', 4, 7],
    [80, '2020-07-01', 5, 5],
    [80, '2020-07-01', 6, 6],
    [80, '2020-07-01', 7, 7],
    [80, '2020-07-01', 8, 7],
    [300, '2020-07-01', 10, 10],
    [300, '2019-12-28', 10, 11],
    [700, '2026-03-14', 14, 15],
    [700, '2026-03-15', 14, 14],
    [1_000, '2026-03-15', 14, 15],
  ])(
    'al. 3 : %i habitants, le %s, %i élus : l’effectif est de %i',
    (population, le, elus, effectif) => {
      expect(effectifApresElection(population, jour(le), elus)).toBe(effectif);
    },
  );

  it.each([
    [80, '2020-07-01', 4, 'R-COMP-01', false],
    [80, '2020-07-01', 5, 'R-COMP-02', true],
    [80, '2020-07-01', 7, 'R-COMP-01', true],
    [80, '2020-07-01', 8, 'R-COMP-01', false],
    [80, '2019-12-28', 5, 'R-COMP-01', false],
    [145_133, '2022-10-14', 54, 'R-COMP-01', false],
    [145_133, '2022-10-14', 55, 'R-COMP-01', true],
  ])(
    '%i habitants, le %s, un tableau de %i sièges : %s, %s',
    (population, le, sieges, ...attendu) => {
      const c = constatDesSieges({ population, codeInsee: null, le: jour(le), sieges });
      expect([c.regle.id, c.conforme]).toEqual(attendu);
    },
  );

  it('une population impossible est une faute du programme', () => {
    expect(() => minimumPourEtreComplet(-5, jour('2020-07-01'))).toThrow(
      /a population is a whole number/,
    );
  });
});
