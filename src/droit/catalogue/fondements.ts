import { type Jour, jour } from '#base/jour.ts';
import type { Certitude, Fondement, Regle } from '../constat.ts';
import { type GenreVise, lireFondement } from './fiche.ts';
import type { Regime } from '../regime.ts';
import { trouverFiche } from '../regles.ts';
import { atteintLeSeuil } from '../regimes/seuils.ts';

/** The kinds whose text is not the one the catalogue puts first. */
type Visee = Exclude<GenreVise, 'commune'>;

/** « L3132-1 ? »: the number is known from memory, and the finding says it is to be checked. */
type Textes = { readonly [g in Visee]?: string };

const MEMOIRE = / \?$/;

const TEXTES: { readonly [id: string]: Textes } = {
  'R-COMP-05': { departement: 'L3121-14', region: 'L4132-13' },
  'R-SEAN-01': {
    'commune-alsace-moselle': 'L2541-2 al. 1',
    epci: 'L5211-11 al. 1',
    departement: 'L3121-9 al. 1',
    region: 'L4132-8',
  },
  'R-SEAN-06': { epci: 'L5211-11 al. 2', departement: 'L3121-11', region: 'L4132-10' },
  'R-CONV-01': { 'commune-alsace-moselle': 'L2541-2 al. 3' },
  'R-CONV-02': {
    'commune-alsace-moselle': 'L2541-2 al. 3',
    departement: 'L3121-19 al. 1',
    region: 'L4132-18 al. 1',
  },
  'R-CONV-04': {
    'commune-alsace-moselle': 'L2541-2 al. 4',
    departement: 'L3121-19 al. 4',
    region: 'L4132-18 al. 5',
  },
  'R-CONV-08': {
    'commune-alsace-moselle': 'L2541-4',
    departement: 'L3121-14 al. 2',
    region: 'L4132-13 al. 2',
  },
  'R-NOTE-01': { departement: 'L3121-19 al. 1', region: 'L4132-18 al. 1' },
  'R-QUOR-02': { region: 'L4132-13 al. 1' },
  'R-POUV-02': { region: 'L4132-15' },
  'R-VOTE-01': { departement: 'L3121-14 al. 3', region: 'L4132-13 al. 3' },
  'R-VOTE-02': { departement: 'L3121-15 al. 3', region: 'L4132-14 al. 3' },
  'R-VOTE-03': { departement: 'L3121-15 al. 1', region: 'L4132-14 al. 1' },
  'R-PUBL-02': { departement: 'L3131-1', region: 'L4141-1 ?' },
  'R-EXEC-01': { departement: 'L3131-1', region: 'L4141-1 ?' },
  'R-EXEC-02': { departement: 'L3131-1', region: 'L4141-1 ?' },
  'R-TRANS-01': { departement: 'L3131-2', region: 'L4141-2' },
  'R-TRANS-02': { departement: 'L3131-2 ?', region: 'L4141-2 ?' },
  'R-CTRL-01': { departement: 'L3132-1 ?', region: 'L4142-1 ?' },
  'R-CTRL-02': { departement: 'L3132-1 ?', region: 'L4142-1 ?' },
  'R-CTRL-03': { departement: 'L3132-3 ?', region: 'L4142-3 ?' },
};

const visee = (regime: Regime): Visee | null => {
  if (regime.genre === 'autre') return null;
  if (regime.genre !== 'commune') return regime.genre;
  return regime.alsaceMoselle ? 'commune-alsace-moselle' : null;
};

/** Below 3 500 inhabitants the notice of a commune is governed by L2121-11 (three clear days). */
const ARTICLE_11: { readonly [id: string]: string } = {
  'R-CONV-02': 'L2121-11 al. 1',
  'R-CONV-04': 'L2121-11 al. 2',
};

const LOI_DE_NOVEMBRE_2020 = jour('2020-11-14');
const LOI_DE_NOVEMBRE_2021 = jour('2021-11-10');
/** Law 2025-1249, art. 32: L3132-5 and L4142-5; before, case-law alone for those two kinds. */
const INTERETS_PARTOUT = jour('2025-12-24');

function loiDeCrise(le: Jour): string {
  if (le < LOI_DE_NOVEMBRE_2020) return 'Loi n° 2020-290 du 23 mars 2020, art. 10';
  return le < LOI_DE_NOVEMBRE_2021
    ? 'Loi n° 2020-1379 du 14 novembre 2020, art. 6'
    : 'Loi n° 2021-1465 du 10 novembre 2021, art. 10';
}

/** Where the rule is written for that body on that day; null: where the catalogue says. */
function texte(id: string, regime: Regime, le: Jour): string | null {
  if (id === 'R-QUOR-03') return loiDeCrise(le);
  const genre = visee(regime);
  if (id === 'R-INT-01' && (genre === 'departement' || genre === 'region')) {
    if (le < INTERETS_PARTOUT) return 'Principe d’impartialité ?';
    return genre === 'departement' ? 'L3132-5' : 'L4142-5';
  }
  if (genre !== null) return TEXTES[id]?.[genre] ?? null;
  const petite =
    regime.genre === 'commune' && !atteintLeSeuil('delai-de-convocation', regime.population, le);
  return petite ? (ARTICLE_11[id] ?? null) : null;
}

/**
 * The rule with the article that binds that body on that day: a finding on a village cites
 * L2121-11, on a région L4132-13, on a sitting of 2021 the law of the health crisis. An article
 * known from memory lowers the certainty to M.
 */
export function selonLeRegime(regle: Regle, regime: Regime, le: Jour): Regle {
  const trouve = texte(regle.id, regime, le);
  if (trouve === null) return regle;
  const deMemoire = MEMOIRE.test(trouve);
  const fondement: Fondement = lireFondement(trouve.replace(MEMOIRE, ''));
  const certitude: Certitude = deMemoire ? 'M' : regle.certitude;
  return { ...regle, fondement, certitude };
}

/** L5211-3 makes the communes' control of acts that of the EPCI too. */
const PAR_RENVOI: ReadonlySet<string> = new Set(['R-TRANS-02 epci', 'R-SIGN-02 epci']);

/**
 * Whether a rule speaks of that kind of body at all: the signatures of L2121-23 say nothing of a
 * département. A rule outside the catalogue, or a body with a statute of its own, is let through.
 */
export function concerne(id: string, { genre }: Pick<Regime, 'genre'>): boolean {
  const fiche = trouverFiche(id);
  if (fiche === undefined || genre === 'autre') return true;
  const ailleurs = genre !== 'commune' && TEXTES[id]?.[genre] !== undefined;
  return ailleurs || fiche.genres.includes(genre) || PAR_RENVOI.has(`${id} ${genre}`);
}
