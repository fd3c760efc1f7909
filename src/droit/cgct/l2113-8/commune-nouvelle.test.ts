import { describe, expect, it } from 'vitest';
import { constatDeCommuneNouvelle, effectifDeCommuneNouvelle } from './commune-nouvelle.ts';

describe('L2113-8 al. 1 : « la strate démographique immédiatement supérieure »', () => {
  it.each([
    [99, 11],
    [3_499, 27],
    [3_600, 29],
    [249_999, 65],
    [299_999, 69],
    [300_000, 69],
  ])('%i habitants, premier renouvellement : %i sièges', (population, sieges) => {
    expect(effectifDeCommuneNouvelle(population, true)).toBe(sieges);
  });

  it('au renouvellement suivant, le tableau ordinaire', () => {
    expect(effectifDeCommuneNouvelle(3_600, false)).toBe(27);
  });

  it('un écart n’est jamais affirmé : le texte a changé depuis', () => {
    const juste = constatDeCommuneNouvelle(3_600, 29);
    expect(juste).toMatchObject({ conforme: true, queFaire: null });
    const autre = constatDeCommuneNouvelle(3_600, 27);
    expect(autre.conforme).toBeNull();
    expect(autre.queFaire).toContain('préfecture');
    expect(autre.regle.id).toBe('R-COMP-04');
    expect(autre.phrase).toContain('3\u202f600 habitants en a 29, sauf règle plus récente');
    expect(constatDeCommuneNouvelle(3_600, 1).phrase).toMatch(/^Le tableau a 1 siège ; au premier/);
    expect(autre.phrase).toMatch(/^Le tableau a 27 sièges ; au premier/);
    expect(autre.faits).toEqual({ population: 3_600, sieges: 27, attendu: 29 });
  });
});
