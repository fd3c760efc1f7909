import { type Jour, annee } from '#base/jour.ts';

/** A span of the law in force, both days included; `au` null: still running. */
export type Periode = { readonly du: Jour; readonly au: Jour | null };

/** Whether that day lies in the span. */
export const comprend = ({ du, au }: Periode, le: Jour): boolean =>
  du <= le && (au === null || le <= au);

/** A length the law counts meetings by, in months: a quarter or a half-year. */
export type Cadence = 3 | 6;

/** A calendar quarter (1 to 4) or half-year (1 or 2) of a year. */
export type Tranche = { readonly annee: number; readonly rang: number };

/** The quarter or half-year that day lies in. */
export const trancheDe = (le: Jour, cadence: Cadence): Tranche => ({
  annee: annee(le),
  rang: Math.ceil(Number(le.slice(5, 7)) / cadence),
});

/** Every quarter (half-year) from that of `du` to that of `au`, both included. */
export function tranches(du: Jour, au: Jour, cadence: Cadence): readonly Tranche[] {
  const parAn = 12 / cadence;
  const numero = (t: Tranche): number => t.annee * parAn + t.rang - 1;
  const premier = numero(trancheDe(du, cadence));
  const combien = Math.max(0, numero(trancheDe(au, cadence)) - premier + 1);
  return Array.from({ length: combien }, (_, i) => ({
    annee: Math.floor((premier + i) / parAn),
    rang: ((premier + i) % parAn) + 1,
  }));
}
