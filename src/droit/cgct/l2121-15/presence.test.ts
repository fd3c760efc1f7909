import { describe, expect, it } from 'vitest';
import { comptesDeuxFois, constatDePresence, sommeDesPresences } from './presence.ts';

const APPEL = { presents: ['Ayme', 'Bianco'], representes: ['Cassar'], absents: ['Dumas'] };

describe('L2121-15 al. 4 et L2121-20 : chaque membre en exercice est compté une fois', () => {
  it('42 présents, 11 représentés et 2 excusés font les 55 d’Aix', () => {
    expect(sommeDesPresences(42, 11, 2)).toBe(55);
  });

  it.each([
    [3, false],
    [4, true],
    [5, false],
  ])('quatre noms pour %i membres en exercice : %s', (membres, conforme) => {
    const c = constatDePresence(APPEL, membres);
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme
        ? null
        : 'Reprenez l’appel : chaque membre en exercice est présent, représenté ou absent, une seule fois.',
    );
    expect(c.regle.id).toBe('R-COMP-05');
    expect(c.phrase).toBe(
      `2 présents, 1 représenté et 1 absent font 4 pour ${membres} membres en exercice.`,
    );
  });

  it('un nom dans deux listes, ou deux fois dans une, est nommé', () => {
    const appel = { ...APPEL, representes: ['Ayme', 'Cassar'], absents: ['Dumas', 'Dumas'] };
    expect(comptesDeuxFois(appel)).toEqual(['Ayme', 'Dumas']);
    const c = constatDePresence(appel, 6);
    expect(c.conforme).toBe(false);
    expect(c.phrase).toContain('comptés deux fois : Ayme et Dumas');
    expect(c.faits).toMatchObject({ somme: 6, comptesDeuxFois: 2 });
  });

  it('personne n’est compté deux fois dans un appel juste', () => {
    expect(comptesDeuxFois(APPEL)).toEqual([]);
  });
});
