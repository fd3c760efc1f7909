import { describe, expect, it } from 'vitest';
import { constatDeSuppleant } from './suppleant.ts';

describe('L5211-6 al. 4 : le suppléant d’une commune à un seul siège', () => {
  it.each([
    [
      true,
      true,
      true,
      false,
      'Le suppléant est présent : c’est lui qui siège pour Ayme, et le pouvoir ne vaut pas.',
    ],
    [
      true,
      true,
      false,
      true,
      'Ayme représente seul sa commune : son suppléant siège d’abord, un pouvoir ne vient qu’à défaut.',
    ],
    [
      true,
      true,
      null,
      null,
      'Ayme représente seul sa commune : son suppléant siège d’abord, un pouvoir ne vient qu’à défaut.',
    ],
    [true, false, true, true, 'Rien n’oppose un suppléant et un pouvoir pour Ayme.'],
    [false, true, true, true, 'Rien n’oppose un suppléant et un pouvoir pour Ayme.'],
  ])('siège unique %s, pouvoir %s, suppléant présent %s : %s', (...cas) => {
    const [unique, pouvoir, present, conforme, phrase] = cas;
    const c = constatDeSuppleant({
      titulaire: 'Ayme',
      communeASiegeUnique: unique,
      pouvoirDonne: pouvoir,
      suppleantPresent: present,
    });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Faites siéger le suppléant ; n’utilisez le pouvoir que s’il est absent.',
    );
    expect(c.regle.id).toBe('R-POUV-03');
    expect(c.faits).toMatchObject({ titulaire: 'Ayme', communeASiegeUnique: unique });
  });
});
