import { describe, expect, it } from 'vitest';
import { constatDeLieu } from './lieu.ts';

describe('L2121-7 al. 4 : à la mairie, ou ailleurs à titre définitif', () => {
  it.each([
    ['mairie', true, 'Le conseil siège à la mairie.'],
    [
      'autre-lieu-a-titre-definitif',
      true,
      'Le conseil siège dans un autre lieu, choisi à titre définitif : il doit être dans la commune, neutre, accessible, sûr et ouvert au public.',
    ],
    [
      'autre-lieu',
      false,
      'Le conseil siège hors de la mairie, dans un lieu qui n’a pas été choisi à titre définitif.',
    ],
    [null, null, 'Le lieu de la réunion n’est pas connu.'],
  ] as const)('%s : %s', (lieu, conforme, phrase) => {
    const c = constatDeLieu(lieu);
    expect(c).toMatchObject({ conforme, phrase, faits: { lieu } });
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Réunissez le conseil à la mairie, ou faites-lui d’abord choisir, à titre définitif, un autre lieu.',
    );
    expect(c.regle.id).toBe('R-SEAN-04');
  });
});
