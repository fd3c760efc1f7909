import type { IdAffaire } from '../affaire.ts';
import type { Fait } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import { SANS_EFFET_SUR_LAFFAIRE, SUITES, SUITES_D_AFFAIRE } from './suites.ts';

export type SuiteRefusee = RefusParCode<
  'hors-de-propos' | 'affaire-inconnue' | 'affaire-hors-de-propos'
>;

/** Whether such a fact may follow now, read in the two tables; `id` when it names an item. */
export function suitePossible(
  seance: Seance,
  fait: Fait['type'],
  id: IdAffaire | null,
): SuiteRefusee | null {
  if (!SUITES[seance.etat].includes(fait)) {
    return { code: 'hors-de-propos', fait, etat: seance.etat };
  }
  if (id === null) return null;
  const suivi = suiviDe(seance, id);
  if (suivi === null) return { code: 'affaire-inconnue', affaire: id };
  const { etat, affaire } = suivi;
  return SANS_EFFET_SUR_LAFFAIRE.has(fait) || SUITES_D_AFFAIRE[etat].includes(fait)
    ? null
    : { code: 'affaire-hors-de-propos', fait, etat, affaire: id, objet: affaire.objet };
}
