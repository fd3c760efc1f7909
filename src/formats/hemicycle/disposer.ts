import { assert } from '#base/assert.ts';

/** A place in the half-circle; `x` goes right, `y` goes down, in the units of `Disposition`. */
export type Place = { readonly x: number; readonly y: number };

/**
 * A half-circle of seats drawn in a box of `largeur` × `hauteur`, each seat fitting a circle of
 * `rayon`. The middle of the bottom is left free, wide enough for a figure in large type.
 */
export type Disposition = {
  readonly largeur: number;
  readonly hauteur: number;
  readonly rayon: number;
  /** In reading order: from the left wing to the right one. */
  readonly places: readonly Place[];
};

const LARGEUR = 100;
/** The inner row stands at this share of the outer one: the middle holds the count of voices. */
const VIDE = 0.42;
const RANGS_AU_PLUS = 12;

type Rang = { readonly rayon: number; readonly sieges: number };

/** Seats are shared among rows in proportion to their length (largest remainder). */
function remplir(n: number, rangs: number): readonly Rang[] {
  const rayons = Array.from({ length: rangs }, (_, i) =>
    rangs === 1 ? 1 : VIDE + ((1 - VIDE) * i) / (rangs - 1),
  );
  const somme = rayons.reduce((s, r) => s + r, 0);
  const exact = rayons.map((r) => (n * r) / somme);
  const sieges = exact.map(Math.floor);
  const reste = n - sieges.reduce((s, k) => s + k, 0);
  const ordre = exact
    .map((e, i) => ({ i, fraction: e - Math.floor(e) }))
    .toSorted((a, b) => b.fraction - a.fraction || b.i - a.i);
  for (const { i } of ordre.slice(0, reste)) sieges[i] = (sieges[i] ?? 0) + 1;
  return rayons.map((rayon, i) => ({ rayon, sieges: sieges[i] ?? 0 }));
}

/** The least distance between two seats: along a row, or from one row to the next. */
function ecart(rangs: readonly Rang[]): number {
  const entreRangs = rangs.length > 1 ? (1 - VIDE) / (rangs.length - 1) : 1;
  const surUnRang = rangs.map(({ rayon, sieges }) =>
    sieges > 1 ? 2 * rayon * Math.sin(Math.PI / (sieges - 1) / 2) : 1,
  );
  return Math.min(entreRangs, ...surUnRang);
}

const arrondir = (v: number): number => Math.round(v * 100) / 100;

/**
 * Places `n` seats (1 to 1 000) in a half-circle: as many rows as make the seats largest. The
 * n-th place is the n-th member of the table, so that screen, projector and paper agree.
 */
export function disposer(n: number): Disposition {
  assert(Number.isInteger(n) && n >= 1 && n <= 1000, `${n} seats can be drawn`);
  const essais = Array.from({ length: RANGS_AU_PLUS }, (_, i) => remplir(n, i + 1)).filter(
    (rangs) => rangs.every(({ sieges }) => sieges > 0),
  );
  const rangs = essais.reduce((a, b) => (ecart(b) > ecart(a) ? b : a));
  const demi = Math.min(ecart(rangs) * 0.43, 0.16);
  const echelle = LARGEUR / 2 / (1 + demi);
  const rayon = demi * echelle;
  const angles = rangs.flatMap(({ rayon: r, sieges }) =>
    Array.from({ length: sieges }, (_, i) => ({
      r,
      angle: sieges === 1 ? Math.PI / 2 : Math.PI * (1 - i / (sieges - 1)),
    })),
  );
  const places = angles
    .toSorted((a, b) => b.angle - a.angle || (a.angle > Math.PI / 2 ? b.r - a.r : a.r - b.r))
    .map(({ r, angle }) => ({
      x: arrondir(LARGEUR / 2 + r * echelle * Math.cos(angle)),
      y: arrondir(rayon + echelle - r * echelle * Math.sin(angle)),
    }));
  return {
    largeur: LARGEUR,
    hauteur: arrondir(echelle + 2 * rayon),
    rayon: arrondir(rayon),
    places,
  };
}
