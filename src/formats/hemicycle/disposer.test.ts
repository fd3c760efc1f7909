import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disposer, hemicycle } from './disposer.ts';

const distance = (a: { x: number; y: number }, b: { x: number; y: number }): number =>
  Math.hypot(a.x - b.x, a.y - b.y);

describe('L’hémicycle', () => {
  it('donne un siège à chacun, dans la boîte, sans que deux se touchent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (n) => {
        const { places, rayon, hauteur } = hemicycle(n);
        expect(places).toHaveLength(n);
        for (const [i, place] of places.entries()) {
          expect(place.x - rayon).toBeGreaterThanOrEqual(-0.0002);
          expect(place.x + rayon).toBeLessThanOrEqual(1.0002);
          expect(place.y - rayon).toBeGreaterThanOrEqual(-0.0002);
          expect(place.y + rayon).toBeLessThanOrEqual(hauteur + 0.0002);
          const ecart = Math.min(...places.slice(i + 1).map((autre) => distance(place, autre)));
          expect(ecart).toBeGreaterThan(2 * rayon);
        }
      }),
      { numRuns: 60, seed: 330 },
    );
  });

  it('se lit de gauche à droite : l’angle ne revient jamais en arrière', () => {
    for (const n of [7, 11, 15, 55, 69, 163]) {
      const angles = disposer(n).map(({ x, y }) => Math.atan2(0.5 - y, x - 0.5));
      for (let i = 1; i < angles.length; i += 1) {
        expect(angles[i]).toBeLessThanOrEqual((angles[i - 1] ?? 0) + 0.001);
      }
    }
  });

  it.each([
    [7, 1],
    [11, 1],
    [15, 1],
    [19, 2],
    [27, 2],
    [33, 3],
    [55, 4],
  ])('range %i sièges sur %i rangs : un petit conseil est un arc, non un semis', (n, rangs) => {
    const rayons = disposer(n).map(({ x, y }) => Math.round(100 * Math.hypot(x - 0.5, y - 0.5)));
    expect(new Set(rayons).size).toBe(rangs);
  });

  it('est vide pour un conseil sans membre', () => {
    expect(disposer(0)).toEqual([]);
  });

  it('garde des sièges visibles pour 163 membres', () => {
    expect(hemicycle(163).rayon).toBeGreaterThan(0.014);
    expect(hemicycle(55).rayon).toBeGreaterThan(0.024);
  });
});
