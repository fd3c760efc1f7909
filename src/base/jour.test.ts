import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ajouterJours,
  ajouterMois,
  avecJourDeSemaine,
  ecartEnJours,
  enChiffres,
  enToutesLettres,
  jour,
  jourDeSemaine,
  parseJour,
} from './jour.ts';

const unJour = fc.integer({ min: 0, max: 60_000 }).map((n) => ajouterJours(jour('1900-01-01'), n));

describe('Un jour', () => {
  it.each(['2022-02-29', '2022-13-01', '2022-00-10', '2022-10-32', '1799-12-31', '3000-01-01'])(
    'qui n’existe pas est refusé : %s',
    (texte) => {
      expect(parseJour(texte)).toEqual({
        ok: false,
        error: expect.stringContaining('n’existe pas') as string,
      });
    },
  );

  it.each(['14/10/2022', '2022-10-14T00:00', ' 2022-10-14', '', '2022-1-1', '٢٠٢٢-١٠-١٤'])(
    'mal écrit est refusé : « %s »',
    (texte) => {
      expect(parseJour(texte).ok).toBe(false);
    },
  );

  it('s’écrit en toutes lettres, premier du mois compris', () => {
    expect(enToutesLettres(jour('2022-10-14'))).toBe('14 octobre 2022');
    expect(enChiffres(jour('2022-10-04'))).toBe('04/10/2022');
    expect(enToutesLettres(jour('2024-08-01'))).toBe('1er août 2024');
    expect(avecJourDeSemaine(jour('2022-10-19'))).toBe('mercredi 19 octobre 2022');
  });

  it('un mois après le 31, tombe le dernier jour du mois', () => {
    expect(ajouterMois(jour('2023-01-31'), 1)).toBe('2023-02-28');
    expect(ajouterMois(jour('2024-01-31'), 1)).toBe('2024-02-29');
    expect(ajouterMois(jour('2022-12-19'), 2)).toBe('2023-02-19');
    expect(ajouterMois(jour('2022-03-31'), -1)).toBe('2022-02-28');
  });

  it('avance et recule sans se perdre', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: -4000, max: 4000 }), (le, n) => {
        expect(ecartEnJours(le, ajouterJours(le, n))).toBe(n);
        expect(jourDeSemaine(ajouterJours(le, 7))).toBe(jourDeSemaine(le));
        expect(ajouterJours(le, 1) > le).toBe(true);
      }),
      { seed: 330 },
    );
  });
});
