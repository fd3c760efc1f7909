import { type Jour, jour } from '#base/jour.ts';

/** What depends on the number of inhabitants. */
export type MatiereASeuil =
  | 'delai-de-convocation'
  | 'note-de-synthese'
  | 'reglement-interieur'
  | 'demande-de-reunion'
  | 'questions-orales'
  | 'publicite-electronique'
  | 'teletransmission'
  | 'liste-des-adjoints'
  | 'reliure-annuelle'
  | 'donnees-ouvertes';

type SeuilDate = { readonly du: Jour | null; readonly habitants: number };

/** The renewal of 2020 lowered 3 500 to 1 000 in L2121-8, -9, -19 (law 2015-991, NOTRe). */
const ABAISSE_EN_2020: readonly SeuilDate[] = [
  { du: null, habitants: 3_500 },
  { du: jour('2020-03-01'), habitants: 1_000 },
];

const SEUILS: { readonly [m in MatiereASeuil]: readonly SeuilDate[] } = {
  'delai-de-convocation': [{ du: null, habitants: 3_500 }],
  'note-de-synthese': [{ du: null, habitants: 3_500 }],
  'reglement-interieur': ABAISSE_EN_2020,
  'demande-de-reunion': ABAISSE_EN_2020,
  'questions-orales': ABAISSE_EN_2020,
  'publicite-electronique': [{ du: jour('2022-07-01'), habitants: 3_500 }],
  teletransmission: [{ du: jour('2020-08-07'), habitants: 50_001 }],
  'liste-des-adjoints': [{ du: null, habitants: 1_000 }],
  'reliure-annuelle': [{ du: null, habitants: 1_000 }],
  'donnees-ouvertes': [{ du: jour('2018-10-07'), habitants: 3_500 }],
};

/**
 * The least number of inhabitants from which the rule binds on that day; null when no such rule
 * was in force yet. (Municipal population, as authenticated before the last general renewal.)
 */
export const seuil = (matiere: MatiereASeuil, le: Jour): number | null =>
  SEUILS[matiere].findLast(({ du }) => du === null || du <= le)?.habitants ?? null;

/** Whether a body of that population is at or above the threshold on that day. */
export function atteintLeSeuil(matiere: MatiereASeuil, population: number, le: Jour): boolean {
  const habitants = seuil(matiere, le);
  return habitants !== null && population >= habitants;
}
