import { assert } from '#base/assert.ts';
import type { Regime } from '#droit/regime.ts';
import type { Territoire } from '#droit/temps/feries.ts';
import type { Collectivite } from '../collectivite.ts';

/** What the rules need to know of this collectivity. */
export function regimeDe(collectivite: Collectivite): Regime {
  const { genre, population, alsaceMoselle, parametres } = collectivite;
  if (genre === 'commune') return { genre, population, alsaceMoselle };
  if (genre !== 'autre') return { genre, population };
  assert(parametres !== null, 'a body with a statute of its own states its parameters');
  return { genre, population, parametres };
}

const OUTRE_MER: { readonly [departement: string]: Territoire } = {
  971: 'guadeloupe',
  972: 'martinique',
  973: 'guyane',
  974: 'la-reunion',
  976: 'mayotte',
  977: 'saint-barthelemy',
  978: 'saint-martin',
};

const ALSACE_MOSELLE: ReadonlySet<string> = new Set(['57', '67', '68']);

/** Whose holidays put off the last day of a delay: those of the place, local law included. */
export function territoireDe({ departement, alsaceMoselle }: Collectivite): Territoire {
  if (alsaceMoselle || ALSACE_MOSELLE.has(departement)) return 'alsace-moselle';
  return OUTRE_MER[departement] ?? 'commun';
}
