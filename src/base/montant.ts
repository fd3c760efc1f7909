import { assert } from './assert.ts';

/** Money: a whole number of euro cents. Never a fraction, never a float in disguise. */
export type Centimes = number & { readonly __centimes: true };

/** Cents known to be right; throws when not a safe whole number. */
export function centimes(n: number): Centimes {
  assert(Number.isSafeInteger(n), `${n} is a whole number of cents`);
  return n as Centimes;
}

/** The exact sum; throws beyond what a whole number holds. */
export const additionner = (montants: readonly Centimes[]): Centimes =>
  centimes(montants.reduce((somme, m) => somme + m, 0));

/**
 * Shares that add up to the total exactly, in proportion to `poids` (largest remainder; the
 * first wins a tie). `repartir(10000, [1,1,1])` is 3334, 3333, 3333.
 */
export function repartir(total: Centimes, poids: readonly number[]): Centimes[] {
  const somme = poids.reduce((s, p) => s + p, 0);
  assert(somme > 0 && poids.every((p) => p >= 0), 'weights are positive');
  const signe = total < 0 ? -1 : 1;
  const exact = poids.map((p) => (Math.abs(total) * p) / somme);
  const parts = exact.map(Math.floor);
  const reste = Math.abs(total) - parts.reduce((s, p) => s + p, 0);
  const ordre = exact
    .map((e, i) => ({ i, fraction: e - Math.floor(e) }))
    .toSorted((a, b) => b.fraction - a.fraction || a.i - b.i);
  for (const { i } of ordre.slice(0, reste)) parts[i] = (parts[i] ?? 0) + 1;
  return parts.map((p) => centimes(signe * p));
}

/** A part of an amount; `taux` in basis points (5000 = 50 %), rounded half up to the cent. */
export const appliquerTaux = (montant: Centimes, taux: number): Centimes =>
  centimes(Math.floor((montant * taux + 5_000) / 10_000));

/** « 19 700 € », « 19 700,50 € »: narrow no-break groups, no-break before the sign. */
export function enEuros(montant: Centimes): string {
  const absolu = Math.abs(montant);
  const euros = String(Math.floor(absolu / 100)).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  const reste = absolu % 100;
  const decimales = reste === 0 ? '' : `,${String(reste).padStart(2, '0')}`;
  return `${montant < 0 ? '−' : ''}${euros}${decimales}\u00a0€`;
}
