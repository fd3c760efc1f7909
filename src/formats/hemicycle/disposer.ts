/** The centre of a seat. Both are fractions of the width; `y` grows downwards. */
export type Place = { readonly x: number; readonly y: number };

/** A drawing of seats: it fits in a box 1 wide and `hauteur` high. */
export type Hemicycle = {
  readonly places: readonly Place[];
  /** Radius within which a seat may be drawn without touching its neighbours. */
  readonly rayon: number;
  readonly hauteur: number;
};

/** The empty half-disc in the middle, as a share of the outer arc: where the chair sits. */
const VIDE = 0.34;
/** How much of the room between two seats a seat fills. */
const PLEIN = 0.42;
const RANGS_AU_PLUS = 12;
/**
 * Seats this far apart are large enough to be told one from the other on a telephone. No more rows
 * are added then: a village council is an arc, not a scatter, and leaves room for its figure.
 */
const PAS_LISIBLE = 0.097;
/** Four decimals are finer than print, and the same on every machine. */
const arrondi = (n: number): number => Math.round(n * 10_000) / 10_000;

/** Radii of the rows, from the inner to the outer, when seats stand `pas` apart. */
function rayons(rangs: number, pas: number): readonly number[] {
  const exterieur = 0.5 - PLEIN * pas;
  return Array.from({ length: rangs }, (_, i) => exterieur - (rangs - 1 - i) * pas);
}

const contenance = (rayon: number, pas: number): number => Math.floor((Math.PI * rayon) / pas) + 1;

/** The widest spacing at which `n` seats fit in that many rows; 0 when none does. */
function ecartement(n: number, rangs: number): number {
  for (let pas = 0.34; pas > 0.004; pas *= 0.995) {
    const arcs = rayons(rangs, pas);
    const [interieur = 0, exterieur = 0] = [arcs[0], arcs.at(-1)];
    const places = arcs.reduce((somme, rayon) => somme + contenance(rayon, pas), 0);
    if (interieur >= VIDE * exterieur && places >= n) return pas;
  }
  return 0;
}

/** Seats of each row, in proportion to its length (largest remainder), never above what it holds. */
function repartirEnRangs(n: number, arcs: readonly number[], pas: number): readonly number[] {
  const longueur = arcs.reduce((somme, rayon) => somme + rayon, 0);
  const rangs = arcs.map((rayon) => {
    const part = (n * rayon) / longueur;
    const plafond = contenance(rayon, pas);
    return { places: Math.min(Math.floor(part), plafond), reste: part % 1, plafond };
  });
  let reste = n - rangs.reduce((somme, { places }) => somme + places, 0);
  for (const rang of rangs.toSorted((a, b) => b.reste - a.reste)) {
    if (reste > 0 && rang.places < rang.plafond) {
      rang.places += 1;
      reste -= 1;
    }
  }
  for (const rang of rangs.toReversed()) {
    const ajout = Math.min(reste, rang.plafond - rang.places);
    rang.places += ajout;
    reste -= ajout;
  }
  return rangs.map(({ places }) => places);
}

/** Drawings already made: a council keeps its number of members from one act to the next. */
const DEJA_FAITS = new Map<number, Hemicycle>();

/** As `dessiner`, drawing a given number of seats only once. */
export function hemicycle(n: number): Hemicycle {
  const fait = DEJA_FAITS.get(n) ?? dessiner(n);
  if (DEJA_FAITS.size < 64) DEJA_FAITS.set(n, fait);
  return fait;
}

/**
 * One seat a member, on rows of an arc, from the left end to the right: the first member sits at
 * the left of the chair, and neighbours in the order stay neighbours in the room. The fewest rows
 * whose seats are large enough; failing that, the rows that leave the seats largest. The same drawing serves paper, screen and hall.
 */
function dessiner(n: number): Hemicycle {
  if (n <= 0) return { places: [], rayon: 0, hauteur: 0 };
  let choix = { rangs: 1, pas: ecartement(n, 1) };
  for (let rangs = 2; rangs <= RANGS_AU_PLUS && choix.pas < PAS_LISIBLE; rangs += 1) {
    const pas = ecartement(n, rangs);
    if (pas > choix.pas) choix = { rangs, pas };
  }
  const { rangs, pas } = choix;
  const arcs = rayons(rangs, pas);
  const effectifs = repartirEnRangs(n, arcs, pas);
  const sieges = arcs.flatMap((rayon, rang) => {
    const places = effectifs[rang] ?? 0;
    return Array.from({ length: places }, (_, i) => ({
      rayon,
      angle: places === 1 ? Math.PI / 2 : Math.PI * (1 - i / (places - 1)),
    }));
  });
  const places = sieges
    .toSorted((a, b) => b.angle - a.angle || a.rayon - b.rayon)
    .map(({ rayon, angle }) => ({
      x: arrondi(0.5 + rayon * Math.cos(angle)),
      y: arrondi(0.5 - rayon * Math.sin(angle)),
    }));
  return { places, rayon: arrondi(PLEIN * pas), hauteur: arrondi(0.5 + PLEIN * pas) };
}

/** The seats alone, in order, in a box 1 wide and a little over 0.5 high. */
export const disposer = (n: number): readonly Place[] => hemicycle(n).places;
