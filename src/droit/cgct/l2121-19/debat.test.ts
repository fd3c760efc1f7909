import { describe, expect, it } from 'vitest';
import { constatDeDebat, demandeursDuDebat } from './debat.ts';

describe('L2121-19 : le débat demandé par un dixième des membres', () => {
  it.each([
    [10, 1],
    [11, 2],
    [55, 6],
    [60, 6],
    [0, 0],
  ])('%i membres : %i demandeurs', (membres, requis) => {
    expect(demandeursDuDebat(membres)).toBe(requis);
  });

  it('un nombre négatif est une faute du programme', () => {
    expect(() => demandeursDuDebat(-1)).toThrow(/counted from zero/);
  });

  it.each([
    [5, 0, false, true],
    [6, 0, false, false],
    [6, 0, true, true],
    [6, 1, false, true],
  ])('%i demandeurs, %i débat dans l’année, tenu %s : %s', (demandeurs, debats, tenu, conforme) => {
    const c = constatDeDebat({ demandeurs, membresEnExercice: 55, debatsDeLAnnee: debats, tenu });
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme ? null : 'Inscrivez le débat à l’ordre du jour de la prochaine réunion.',
    );
    expect(c.regle.id).toBe('R-SEAN-09');
    expect(c.faits).toEqual({ demandeurs, requis: 6, debatsDeLAnnee: debats });
    const du = demandeurs >= 6 && debats === 0;
    expect(c.phrase).toBe(
      du
        ? '6 membres sur 55 demandent un débat de politique générale : il se tient à la prochaine réunion.'
        : 'Le débat de politique générale n’est pas dû : il faut 6 demandeurs, et un débat par an au plus.',
    );
  });
});
