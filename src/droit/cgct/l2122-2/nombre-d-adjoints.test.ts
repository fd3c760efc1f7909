import { describe, expect, it } from 'vitest';
import { constatDuNombreDAdjoints, nombreMaximalDAdjoints } from './nombre-d-adjoints.ts';

describe('L2122-2 : « sans que ce nombre puisse excéder 30 % »', () => {
  it.each([
    [0, 0],
    [7, 2],
    [11, 3],
    [15, 4],
    [19, 5],
    [20, 6],
    [23, 6],
    [27, 8],
    [29, 8],
    [33, 9],
    [55, 16],
    [69, 20],
    [70, 21],
  ])('%i sièges : %i adjoints au plus', (effectif, maximum) => {
    expect(nombreMaximalDAdjoints(effectif)).toBe(maximum);
  });

  it.each([
    [15, true],
    [16, true],
    [17, false],
  ])('%i adjoints pour 55 sièges : %s', (adjoints, conforme) => {
    const c = constatDuNombreDAdjoints(adjoints, 55);
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme ? null : 'Ramenez le nombre d’adjoints à ce que la loi permet.',
    );
    expect(c.phrase).toBe(
      `Le conseil a ${adjoints} adjoints ; la loi en permet 16 au plus pour 55 sièges.`,
    );
    expect(c.regle.id).toBe('R-COMP-03');
    expect(c.faits).toEqual({ adjoints, effectif: 55, maximum: 16 });
  });

  it('un effectif impossible est une faute du programme', () => {
    expect(() => nombreMaximalDAdjoints(-1)).toThrow(/whole number of seats/);
    expect(() => nombreMaximalDAdjoints(5.5)).toThrow(/whole number of seats/);
  });
});
