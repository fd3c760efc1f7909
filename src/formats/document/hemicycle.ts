import { never } from '#base/assert.ts';
import type { Bloc } from './document.ts';

type Hemicycle = Extract<Bloc, { genre: 'hemicycle' }>;
export type Siege = Hemicycle['sieges'][number];
type Voix = Pick<Siege, 'voix' | 'represente'>;

/** Seats drawn to fit a page, as SVG, with what the legend says. */
export type PlanDeSalle = {
  /** Millimetres. */
  readonly largeur: number;
  readonly hauteur: number;
  readonly dessin: string;
  /** What is on the plan, most telling first, with how many; each with its sign. */
  readonly legende: readonly { readonly libelle: string; readonly dessin: string }[];
};

const LARGEUR = 118;
const HAUTEUR = 66;
const RAYON_MAX = 2.6;
const RAYON_MIN = 0.4;
const ECART_EN_RAYONS = 3.4;

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

const PLUSIEURS: typeof MOTS = {
  ...MOTS,
  abstention: 'abstentions',
  'ne-prend-pas-part': 'ne prennent pas part au vote',
  inconnue: 'votes non détaillés',
  absent: 'absents',
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

const ENCRE = '#1d2b53';
const DOUX = '#565d6d';
const VERT = '#1d6b45';
const ROUGE = '#a4262c';
const ENCRE_FOND = '#e8ebf5';

const n = (mm: number): string => String(Math.round(mm * 100) / 100);

const rond = (x: number, y: number, r: number, fond: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r)}" fill="${fond}"/>`;

const carre = (x: number, y: number, c: number, fond: string): string =>
  `<rect x="${n(x - c)}" y="${n(y - c)}" width="${n(2 * c)}" height="${n(2 * c)}" fill="${fond}"/>`;

const anneau = (x: number, y: number, r: number, trait: string): string =>
  `<circle cx="${n(x)}" cy="${n(y)}" r="${n(r * 0.88)}" fill="none" ${trait}/>`;

/**
 * One seat of half-side `r`. Each vote has its own shape as well as its colour: a disc for, a
 * barred square against, a triangle for an abstention, a lozenge for who takes no part, a grey disc
 * where votes were not named, a dashed ring for the absent: the same as on screen. A pouvoir
 * hollows a full shape and dots an outlined one.
 */
function siege(x: number, y: number, r: number, { voix, represente }: Voix): string {
  const creux = (taille: number, dy = 0): string =>
    represente ? rond(x, y + dy * r, taille * r, '#ffffff') : '';
  const plein = (taille: number, dy = 0): string =>
    represente ? rond(x, y + dy * r, taille * r, ENCRE) : '';
  switch (voix) {
    case 'pour':
      return rond(x, y, r, VERT) + creux(0.46);
    case 'contre': {
      const trait = `stroke="#ffffff" stroke-width="${n(r * 0.3)}"`;
      const barre = `<path d="M${n(x - 0.46 * r)} ${n(y)}H${n(x + 0.46 * r)}" ${trait}/>`;
      return carre(x, y, r * 0.84, ROUGE) + barre + creux(0.44);
    }
    case 'abstention': {
      const sommets = [x, y - 0.86 * r, x + 0.9 * r, y + 0.72 * r, x - 0.9 * r, y + 0.72 * r];
      const trait = `fill="${ENCRE_FOND}" stroke="${ENCRE}" stroke-width="${n(r * 0.24)}"`;
      const joint = 'stroke-linejoin="round"';
      return `<polygon points="${sommets.map(n).join(' ')}" ${trait} ${joint}/>${plein(0.28, 0.18)}`;
    }
    case 'ne-prend-pas-part': {
      const sommets = [x, y - 0.9 * r, x + 0.9 * r, y, x, y + 0.9 * r, x - 0.9 * r, y];
      const trait = `fill="#ffffff" stroke="${DOUX}" stroke-width="${n(r * 0.22)}"`;
      return `<polygon points="${sommets.map(n).join(' ')}" ${trait}/>${plein(0.28)}`;
    }
    case 'inconnue':
      return rond(x, y, r, DOUX) + creux(0.46);
    case 'absent':
      return anneau(
        x,
        y,
        r,
        `stroke="${DOUX}" stroke-width="${n(r * 0.16)}" stroke-dasharray="${n(r * 0.5)} ${n(r * 0.36)}"`,
      );
    default:
      return never(voix, 'siege');
  }
}

const svg = (largeur: number, hauteur: number, contenu: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${n(largeur)}mm" height="${n(hauteur)}mm" viewBox="0 0 ${n(largeur)} ${n(hauteur)}">${contenu}</svg>`;

/** Fits the seats to the width of a page and counts what the legend must say. */
export function planDeSalle(sieges: readonly Siege[]): PlanDeSalle {
  const xs = sieges.map((s) => s.x);
  const ys = sieges.map((s) => s.y);
  const [gauche, haut] = [Math.min(...xs), Math.min(...ys)];
  const large = Math.max(...xs) - gauche;
  const grand = Math.max(...ys) - haut;
  const ecart = plusPetitEcart(sieges);
  // No wider than the page, and a small council stays together.
  const k = Math.min(
    large > 0 ? (LARGEUR - 2 * RAYON_MAX) / large : 1,
    grand > 0 ? (HAUTEUR - 2 * RAYON_MAX) / grand : 1,
    ecart > 0 && Number.isFinite(ecart) ? (ECART_EN_RAYONS * RAYON_MAX) / ecart : 1,
  );
  const rayon = Math.max(RAYON_MIN, Math.min(RAYON_MAX, ecart * k * 0.4));
  const largeur = large * k + 2 * rayon;
  const hauteur = grand * k + 2 * rayon;
  const dessins = sieges.map((s) =>
    siege((s.x - gauche) * k + rayon, (s.y - haut) * k + rayon, rayon, s),
  );
  return {
    largeur: Math.round(largeur * 100) / 100,
    hauteur: Math.round(hauteur * 100) / 100,
    dessin: svg(largeur, hauteur, dessins.join('')),
    legende: legende(sieges),
  };
}

const entree = (voix: Voix, libelle: string): PlanDeSalle['legende'][number] => ({
  libelle,
  dessin: svg(2, 2, siege(1, 1, 0.98, voix)),
});

function legende(sieges: readonly Siege[]): PlanDeSalle['legende'] {
  const presentes = ORDRE.flatMap((voix) => {
    const nombre = sieges.filter((s) => s.voix === voix).length;
    return nombre === 0
      ? []
      : [
          entree(
            { voix, represente: false },
            `${nombre} ${nombre > 1 ? PLUSIEURS[voix] : MOTS[voix]}`,
          ),
        ];
  });
  const mandants = sieges.filter((s) => s.represente);
  const [premier] = mandants;
  return premier === undefined
    ? presentes
    : [...presentes, entree(premier, `dont ${mandants.length} par pouvoir`)];
}
