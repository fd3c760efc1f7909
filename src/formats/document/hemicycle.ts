import type { Bloc } from './document.ts';

type Hemicycle = Extract<Bloc, { genre: 'hemicycle' }>;
export type Siege = Hemicycle['sieges'][number];

/** Seats placed on paper: millimetres from the upper left corner of the figure. */
export type PlanDeSalle = {
  readonly largeur: number;
  readonly hauteur: number;
  /** Half the side of a seat. */
  readonly rayon: number;
  readonly sieges: readonly {
    readonly x: number;
    readonly y: number;
    readonly voix: Siege['voix'];
    readonly represente: boolean;
  }[];
  /** What is on the plan, most telling first, with how many. */
  readonly legende: readonly {
    readonly voix: Siege['voix'];
    readonly represente: boolean;
    readonly libelle: string;
  }[];
};

const LARGEUR = 118;
const HAUTEUR = 66;
const RAYON_MAX = 2.6;

const ORDRE: readonly Siege['voix'][] = [
  'pour',
  'contre',
  'abstention',
  'ne-prend-pas-part',
  'inconnue',
  'absent',
];

const MOTS: Readonly<Record<Siege['voix'], string>> = {
  pour: 'pour',
  contre: 'contre',
  abstention: 'abstention',
  'ne-prend-pas-part': 'ne prend pas part au vote',
  inconnue: 'vote non détaillé',
  absent: 'absent',
};

/** Smallest gap between two seats; sorted by x so that far seats are never compared. */
function plusPetitEcart(points: readonly { x: number; y: number }[]): number {
  const tries = points.toSorted((a, b) => a.x - b.x);
  let ecart = Number.POSITIVE_INFINITY;
  for (const [i, a] of tries.entries()) {
    for (let j = i + 1; j < tries.length; j += 1) {
      const b = tries[j];
      if (b === undefined || b.x - a.x >= ecart) break;
      ecart = Math.min(ecart, Math.hypot(b.x - a.x, b.y - a.y));
    }
  }
  return ecart;
}

const arrondi = (mm: number): number => Math.round(mm * 100) / 100;

/** Fits the seats to the width of a page and counts what the legend must say. */
export function planDeSalle(sieges: readonly Siege[]): PlanDeSalle {
  const xs = sieges.map((s) => s.x);
  const ys = sieges.map((s) => s.y);
  const [gauche, haut] = [Math.min(...xs), Math.min(...ys)];
  const large = Math.max(...xs) - gauche;
  const grand = Math.max(...ys) - haut;
  const echelle = Math.min(
    large > 0 ? (LARGEUR - 2 * RAYON_MAX) / large : Number.POSITIVE_INFINITY,
    grand > 0 ? (HAUTEUR - 2 * RAYON_MAX) / grand : Number.POSITIVE_INFINITY,
  );
  const k = Number.isFinite(echelle) ? echelle : 0;
  const ecart = plusPetitEcart(sieges) * k;
  const rayon = Math.max(
    0.4,
    Math.min(RAYON_MAX, Number.isFinite(ecart) ? ecart * 0.4 : RAYON_MAX),
  );
  return {
    largeur: arrondi(large * k + 2 * rayon),
    hauteur: arrondi(grand * k + 2 * rayon),
    rayon: arrondi(rayon),
    sieges: sieges.map((s) => ({
      x: arrondi((s.x - gauche) * k + rayon),
      y: arrondi((s.y - haut) * k + rayon),
      voix: s.voix,
      represente: s.represente,
    })),
    legende: legende(sieges),
  };
}

function legende(sieges: readonly Siege[]): PlanDeSalle['legende'] {
  return ORDRE.flatMap((voix) =>
    [false, true].flatMap((represente) => {
      const n = sieges.filter((s) => s.voix === voix && s.represente === represente).length;
      if (n === 0) return [];
      const pluriel = n > 1 && (voix === 'abstention' || voix === 'absent') ? 's' : '';
      const libelle = `${n} ${MOTS[voix]}${pluriel}${represente ? ' (par pouvoir)' : ''}`;
      return [{ voix, represente, libelle }];
    }),
  );
}
