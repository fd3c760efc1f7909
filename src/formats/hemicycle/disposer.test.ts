import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disposer } from './disposer.ts';

describe('L’hémicycle', () => {
  it('donne une place à chacun, dans le cadre, sans que deux sièges se touchent', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 260 }), (n) => {
        const { places, rayon, largeur, hauteur } = disposer(n);
        expect(places).toHaveLength(n);
        const x = places.map((p) => p.x);
        const y = places.map((p) => p.y);
        expect(Math.min(...x) - rayon).toBeGreaterThan(-0.05);
        expect(Math.max(...x) + rayon).toBeLessThan(largeur + 0.05);
        expect(Math.min(...y) - rayon).toBeGreaterThan(-0.05);
        expect(Math.max(...y) + rayon).toBeLessThan(hauteur + 0.05);
        const distances = places.flatMap((a, i) =>
          places.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
        );
        expect(Math.min(Infinity, ...distances)).toBeGreaterThan(2 * rayon);
      }),
      { numRuns: 60 },
    );
  });

  it('va de la gauche vers la droite', () => {
    const { places } = disposer(55);
    expect(places[0]?.x).toBeLessThan(10);
    expect(places.at(-1)?.x).toBeGreaterThan(90);
  });

  it('est le même à chaque fois', () => {
    expect(disposer(55)).toEqual(disposer(55));
  });

  it.each([0, 1001, 2.5, Number.NaN])('refuse %s sièges', (n) => {
    expect(() => disposer(n)).toThrow('seats can be drawn');
  });
});
