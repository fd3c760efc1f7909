import { describe, expect, it } from 'vitest';
import { constatDUrgence } from './urgence.ts';

describe('L2121-12 al. 4 : le conseil « se prononce sur l’urgence »', () => {
  it.each([
    [true, 'admise', true, 'Le conseil a admis l’urgence à l’ouverture de la séance.'],
    [
      true,
      'refusee',
      false,
      'Le conseil a refusé l’urgence : les affaires sont renvoyées à une autre séance.',
    ],
    [
      true,
      'aucune',
      false,
      'Le conseil ne s’est pas prononcé sur l’urgence à l’ouverture de la séance.',
    ],
    [
      null,
      'aucune',
      false,
      'Le conseil ne s’est pas prononcé sur l’urgence à l’ouverture de la séance.',
    ],
    [
      false,
      'admise',
      false,
      'Le président n’a pas rendu compte de l’urgence à l’ouverture de la séance.',
    ],
    [null, 'admise', null, 'Le conseil a admis l’urgence à l’ouverture de la séance.'],
    [
      true,
      null,
      null,
      'La convocation est urgente, et rien ne dit si le conseil s’est prononcé sur l’urgence.',
    ],
  ] as const)('compte rendu %s, décision %s : %s', (compteRendu, decision, conforme, phrase) => {
    const c = constatDUrgence({ compteRendu, decision });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'À l’ouverture, le président explique l’urgence ; faites voter le conseil et notez son vote.',
    );
    expect(c.regle.id).toBe('R-CONV-04');
    expect(c.faits).toEqual({ compteRendu, decision });
  });
});
