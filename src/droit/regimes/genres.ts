import { assert } from '#base/assert.ts';
import type { Genre, ParametresPropres } from '../regime.ts';

/**
 * What a rule needs of a body: the population where it is a commune, and nothing of it where the
 * law does not ask. Every `Regime` is one.
 */
export type RegimeMinimal =
  | { readonly genre: 'commune'; readonly population: number; readonly alsaceMoselle: boolean }
  | { readonly genre: 'epci' | 'departement' | 'region'; readonly population?: number }
  | { readonly genre: 'autre'; readonly parametres: ParametresPropres };

/** Throws on a population that no census could give; bad input is refused before, at the edge. */
export function verifierPopulation(population: number): void {
  assert(
    Number.isSafeInteger(population) && population >= 0,
    'a population is a whole number, zero or more',
  );
}

/** « le conseil municipal », « le conseil départemental »… */
export const NOM_DE_L_ASSEMBLEE: { readonly [g in Genre]: string } = {
  commune: 'le conseil municipal',
  epci: 'le conseil communautaire',
  departement: 'le conseil départemental',
  region: 'le conseil régional',
  autre: 'l’assemblée',
};

/** Members who may ask for a closed session (L2121-18; L5211-11, L3121-11, L4132-10: five). */
export const demandeursDuHuisClos = (genre: Genre): number => (genre === 'commune' ? 3 : 5);

/** Whether the ordinary law opens video meetings to that kind (L5211-11-1, L3121-9-1). */
export const visioconferencePermise = (genre: Genre): boolean =>
  genre === 'epci' || genre === 'departement' || genre === 'region';
