import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Jour, ajouterJours, jour } from '#base/jour.ts';
import {
  dernierJourPour,
  finDeLaSemaine,
  joursFrancs,
  moisFrancs,
  premierJourApres,
} from './francs.ts';

const UN_JOUR = 24 * 60 * 60 * 1000;
const texte = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const ms = (le: string): number => Date.parse(`${le}T12:00:00Z`);

/** The oracle: walk from one day to the other and count those strictly between. */
function compterUnParUn(debut: string, fin: string): number {
  let n = 0;
  for (let t = ms(debut) + UN_JOUR; texte(t) < fin; t += UN_JOUR) n += 1;
  return n;
}

/**
 * The oracle for a clear delay: walk day by day from the start, counting the changes of month; stop
 * on the same day number (or at the end of a shorter month), then take the day after, then walk on
 * while the day is a Saturday or a Sunday.
 */
function moisUnParUn(debut: string, mois: number): string {
  const quantieme = debut.slice(8);
  let t = ms(debut);
  let passes = 0;
  for (;;) {
    const avant = texte(t).slice(5, 7);
    t += UN_JOUR;
    if (texte(t).slice(5, 7) !== avant) passes += 1;
    if (passes < mois) continue;
    const demainChange = texte(t + UN_JOUR).slice(5, 7) !== texte(t).slice(5, 7);
    if (texte(t).slice(8) === quantieme || (demainChange && texte(t).slice(8) < quantieme)) break;
  }
  return texte(t + UN_JOUR);
}

const unJour = fc.integer({ min: 0, max: 40_500 }).map((n) => ajouterJours(jour('1990-01-01'), n));

describe('Les jours francs', () => {
  it('ne comptent ni le jour de départ ni celui d’arrivée (1990–2100, contre un marcheur)', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 1, max: 60 }), (debut, n) => {
        const fin = ajouterJours(debut, n);
        expect(joursFrancs(debut, fin)).toBe(compterUnParUn(debut, fin));
      }),
      { seed: 2022, numRuns: 2_000 },
    );
  });

  it('du 7 au 14 octobre 2022 sont six ; le dernier envoi pour cinq est le 8', () => {
    expect(joursFrancs(jour('2022-10-07'), jour('2022-10-14'))).toBe(6);
    expect(dernierJourPour(5, jour('2022-10-14'))).toBe('2022-10-08');
    expect(premierJourApres(jour('2022-10-08'), 5)).toBe('2022-10-14');
  });

  it('sont zéro de la veille au lendemain, et −1 le jour même', () => {
    expect(joursFrancs(jour('2024-02-28'), jour('2024-02-29'))).toBe(0);
    expect(joursFrancs(jour('2024-02-28'), jour('2024-02-28'))).toBe(-1);
    expect(joursFrancs(jour('2024-02-28'), jour('2024-03-01'))).toBe(1);
    expect(joursFrancs(jour('2023-02-28'), jour('2023-03-01'))).toBe(0);
  });

  it('le dernier jour pour envoyer laisse juste assez de jours, le suivant un de moins', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 0, max: 15 }), (fin, n) => {
        const dernier = dernierJourPour(n, fin);
        expect(joursFrancs(dernier, fin)).toBe(n);
        expect(joursFrancs(ajouterJours(dernier, 1), fin)).toBe(n - 1);
      }),
      { seed: 2022 },
    );
  });
});

describe('Les mois francs (CJA R421-1)', () => {
  it.each([
    ['2022-10-03', '2022-12-04', '2022-12-05'],
    ['2007-10-01', '2007-12-02', '2007-12-03'],
    ['2022-10-19', '2022-12-20', '2022-12-20'],
    ['2022-06-30', '2022-08-31', '2022-08-31'],
    ['2023-12-31', '2024-03-01', '2024-03-01'],
    ['2022-12-30', '2023-03-01', '2023-03-01'],
    ['2022-09-13', '2022-11-14', '2022-11-14'],
    ['2022-08-31', '2022-11-01', '2022-11-02'],
    ['2022-11-24', '2023-01-25', '2023-01-25'],
  ] as const)(
    'deux mois du %s : échéance le %s, dernier jour le %s',
    (depart, echeance, dernier) => {
      expect(moisFrancs(jour(depart), 2, 'commun')).toEqual({
        depart,
        mois: 2,
        echeance,
        dernierJour: dernier,
      });
    },
  );

  it('finissent là où s’arrête un marcheur jour par jour (1990–2100)', () => {
    fc.assert(
      fc.property(unJour, fc.integer({ min: 1, max: 4 }), (depart: Jour, mois) => {
        expect(moisFrancs(depart, mois, 'commun').echeance).toBe(moisUnParUn(depart, mois));
      }),
      { seed: 2022, numRuns: 2_000 },
    );
  });

  it('ne se comptent pas en fractions', () => {
    expect(() => moisFrancs(jour('2022-10-19'), 1.5, 'commun')).toThrow(/whole number of months/);
    expect(() => moisFrancs(jour('2022-10-19'), 0, 'commun')).toThrow(/whole number of months/);
  });
});

describe('La semaine qui suit', () => {
  it('finit le septième jour', () => {
    expect(finDeLaSemaine(jour('2022-10-14'))).toBe('2022-10-21');
    expect(finDeLaSemaine(jour('2022-12-12'))).toBe('2022-12-19');
  });
});
