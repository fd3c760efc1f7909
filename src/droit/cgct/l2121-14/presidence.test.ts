import { describe, expect, it } from 'vitest';
import { constatDePresidence } from './presidence.ts';

const juger = (
  president: 'maire' | 'remplacant' | 'elu-pour-l-affaire' | 'autre' | null,
  compteAdministratif: boolean,
  maireAVote: boolean | null,
) => constatDePresidence({ president, compteAdministratif, maireAVote });

describe('L2121-14 al. 1 : le maire préside, ou celui qui le remplace', () => {
  it.each([
    ['maire', true, 'La séance est présidée par le maire ou le président.'],
    [
      'remplacant',
      true,
      'La séance est présidée par celui qui remplace le maire, dans l’ordre du tableau.',
    ],
    ['elu-pour-l-affaire', true, 'Un président a été élu pour cette affaire.'],
    [
      'autre',
      false,
      'La séance est présidée par un membre qui ne remplace pas le maire dans l’ordre du tableau.',
    ],
    [null, null, 'Le président de la séance n’est pas connu.'],
  ] as const)('%s : %s', (president, conforme, phrase) => {
    const c = juger(president, false, null);
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire === null).toBe(conforme === true);
    if (conforme !== true) expect(c.queFaire).toContain('adjoint');
    expect(c.regle.id).toBe('R-PRES-01');
  });
});

describe('L2121-14 al. 2 et 3 : le compte administratif du maire', () => {
  it.each([
    ['elu-pour-l-affaire', false, true],
    ['elu-pour-l-affaire', true, false],
    ['elu-pour-l-affaire', null, null],
    ['maire', false, false],
    ['maire', null, false],
    ['remplacant', false, false],
    ['autre', false, false],
    [null, false, null],
    [null, true, false],
    [null, null, null],
  ] as const)('présidé par %s, le maire a voté %s : %s', (president, vote, conforme) => {
    const c = juger(president, true, vote);
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire === null).toBe(conforme === true);
    if (conforme !== true) expect(c.queFaire).toContain('élire un président');
    expect(c.faits).toEqual({ president, compteAdministratif: true, maireAVote: vote });
    expect(c.phrase).toBe(
      conforme === true
        ? 'Un président élu pour le compte administratif a conduit le débat, et le maire n’a pas voté.'
        : vote === true
          ? 'Le maire a voté sur son compte administratif : il devait se retirer au moment du vote.'
          : 'Pour le compte administratif, le conseil élit un autre président que le maire, et le maire se retire au moment du vote.',
    );
  });
});
