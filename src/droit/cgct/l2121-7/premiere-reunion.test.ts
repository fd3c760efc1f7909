import { describe, expect, it } from 'vitest';
import { ajouterJours, jour, jourDeSemaine } from '#base/jour.ts';
import { constatDePremiereReunion, premiereReunionEntre } from './premiere-reunion.ts';

describe('L2121-7 al. 2 : « au plus tôt le vendredi et au plus tard le dimanche suivant »', () => {
  it.each([
    ['2014-03-23', '2014-03-28', '2014-03-30'],
    ['2026-03-15', '2026-03-20', '2026-03-22'],
    ['2026-03-22', '2026-03-27', '2026-03-29'],
    ['2026-03-27', '2026-04-03', '2026-04-05'],
  ])('scrutin du %s : du %s au %s', (scrutin, du, au) => {
    expect(premiereReunionEntre(jour(scrutin))).toEqual({ du, au });
  });

  it('du vendredi au dimanche, dans la semaine qui suit, quel que soit le jour du scrutin', () => {
    for (let i = 0; i < 14; i += 1) {
      const scrutin = ajouterJours(jour('2026-03-15'), i);
      const { du, au } = premiereReunionEntre(scrutin);
      expect([jourDeSemaine(du), jourDeSemaine(au)]).toEqual([5, 7]);
      expect(du > scrutin && du <= ajouterJours(scrutin, 7)).toBe(true);
    }
  });
});

describe('L2121-7 al. 2 et 3 : le jour et la lecture de la charte', () => {
  it.each([
    ['2026-03-19', true, false],
    ['2026-03-20', true, true],
    ['2026-03-22', true, true],
    ['2026-03-23', true, false],
    ['2026-03-20', false, false],
    ['2026-03-20', null, null],
    ['2026-03-23', null, false],
  ] as const)('réunion du %s, charte lue %s : %s', (reunion, charteLue, conforme) => {
    const c = constatDePremiereReunion({
      scrutin: jour('2026-03-15'),
      reunion: jour(reunion),
      charteLue,
    });
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Tenez la première réunion dans ces trois jours, lisez la charte juste après l’élection des adjoints, et notez-le.',
    );
    expect(c.regle.id).toBe('R-SEAN-02');
  });

  it.each([
    [true, 'et la charte de l’élu local a été lue.'],
    [false, 'et la charte de l’élu local n’a pas été lue.'],
    [null, 'et rien ne dit si la charte de l’élu local a été lue.'],
  ])('charte lue %s : « %s »', (charteLue, fin) => {
    const c = constatDePremiereReunion({
      scrutin: jour('2026-03-15'),
      reunion: jour('2026-03-20'),
      charteLue,
    });
    expect(c.phrase).toBe(
      `La première réunion se tient entre le 20 mars 2026 et le 22 mars 2026 ; elle a lieu le 20 mars 2026, ${fin}`,
    );
    expect(c.faits).toEqual({
      scrutin: '2026-03-15',
      du: '2026-03-20',
      au: '2026-03-22',
      reunion: '2026-03-20',
      charteLue,
    });
  });
});
