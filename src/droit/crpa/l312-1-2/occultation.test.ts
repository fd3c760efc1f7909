import { describe, expect, it } from 'vitest';
import { constatDOccultation, traitementAvantMiseEnLigne } from './occultation.ts';

const rien = { donneesDeTiers: false, secret: false, categorieLibre: false, accord: false };

describe('CRPA L312-1-2 : masquer les secrets, anonymiser les tiers', () => {
  it.each([
    ['noms des élus seulement', rien, 'publier'],
    ['al. 2 : un tiers', { ...rien, donneesDeTiers: true }, 'anonymiser'],
    ['al. 2 : un tiers d’accord', { ...rien, donneesDeTiers: true, accord: true }, 'publier'],
    [
      'D312-1-3 : une catégorie libre',
      { ...rien, donneesDeTiers: true, categorieLibre: true },
      'publier',
    ],
    ['al. 1 : un secret', { ...rien, secret: true }, 'occulter'],
    [
      'al. 1 : un secret, malgré l’accord',
      { ...rien, secret: true, accord: true, categorieLibre: true },
      'occulter',
    ],
  ] as const)('%s', (_titre, mentions, traitement) => {
    expect(traitementAvantMiseEnLigne(mentions)).toBe(traitement);
    for (const versionOccultee of [true, false]) {
      const c = constatDOccultation(mentions, versionOccultee);
      expect(c.conforme).toBe(traitement === 'publier' || versionOccultee);
      expect(c).toMatchSnapshot();
    }
  });

  it('si personne n’a relu l’acte, rien n’est affirmé', () => {
    expect(constatDOccultation(null, false)).toMatchSnapshot();
  });
});
