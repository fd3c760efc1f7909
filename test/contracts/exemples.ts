import type { Horloge } from '#app/ports/horloge.ts';
import type { FaitAInscrire } from '#app/ports/magasin.ts';
import type { Json } from '#base/canonical-json.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';
import type { Result } from '#base/result.ts';

/** Two real communes: Aix-en-Provence and Marseille. */
export const AIX = '211300017';
export const MARSEILLE = '211300553';
export const SEANCE = 'seance/2022-10-14-conseil-municipal';

/** A clock that moves on by one millisecond at each look, so that order shows. */
export function horlogeDEssai(debut = '2022-10-14T12:00:00.000Z'): Horloge {
  let ms = Date.parse(debut);
  return { maintenant: () => instant(new Date(ms++).toISOString()) };
}

/** A fact as the council would write it. */
export const fait = (type: string, charge: Json = { type }): FaitAInscrire => ({
  type,
  version: 1,
  jour: jour('2022-10-14'),
  auteur: 'secrétariat des assemblées',
  charge,
});

/** The value of a result that must be one. */
export function valeur<T, E>(resultat: Result<T, E>): T {
  if (!resultat.ok) throw new Error(`unexpected refusal: ${JSON.stringify(resultat.error)}`);
  return resultat.value;
}
