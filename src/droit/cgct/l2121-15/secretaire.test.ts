import { describe, expect, it } from 'vitest';
import { constatDeSecretaire } from './secretaire.ts';

const presents = ['Kayané Bianco', 'Sophie Joissains'];

describe('L2121-15 al. 1 : « un ou plusieurs de ses membres »', () => {
  it.each([
    [
      ['Kayané Bianco'],
      true,
      '1 secrétaire de séance : Kayané Bianco, parmi les membres présents.',
    ],
    [
      presents,
      true,
      '2 secrétaires de séance : Kayané Bianco et Sophie Joissains, parmi les membres présents.',
    ],
    [[], false, 'Aucun secrétaire de séance n’a été nommé.'],
    [
      ['Amandine Janer'],
      false,
      'Le secrétaire est pris parmi les membres présents : Amandine Janer n’en fait pas partie.',
    ],
    [
      ['Kayané Bianco', 'Amandine Janer'],
      false,
      'Le secrétaire est pris parmi les membres présents : Amandine Janer n’en fait pas partie.',
    ],
    [null, null, 'La nomination du secrétaire de séance n’est pas connue.'],
  ] as const)('secrétaires %j : %s', (secretaires, conforme, phrase) => {
    const c = constatDeSecretaire({ secretaires, presents });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Faites nommer par le conseil, au début de la séance, un secrétaire parmi les membres présents, et notez-le.',
    );
    expect(c.regle.id).toBe('R-SECR-01');
    expect(c.faits).toEqual({
      secretaires: secretaires === null ? null : secretaires.length,
      horsDeLaSalle: phrase.includes('n’en fait pas partie') ? 1 : 0,
    });
  });
});
