import { assert } from '#base/assert.ts';
import { type Json, estObjet } from '#base/canonical-json.ts';
import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Fait } from '#conseil/faits.ts';
import type { z } from 'zod';
import { enClair, montrer } from './phrases.ts';
import { seancePreparee } from './schema/conseil.ts';
import { faits } from './schema/faits.ts';

const SCHEMAS: ReadonlyMap<string, z.ZodType<Fait>> = new Map(
  Object.entries<z.ZodType<Fait>>({ ...faits, SeancePreparee: seancePreparee }),
);

/** A fact as JSON carries it: nulls kept, absent options left out. */
export function enJson(valeur: unknown): Json {
  if (valeur === null || typeof valeur === 'boolean') return valeur;
  if (typeof valeur === 'string' || typeof valeur === 'number') return valeur;
  if (Array.isArray(valeur)) return valeur.map(enJson);
  assert(typeof valeur === 'object', 'a fact holds JSON values only');
  return Object.fromEntries(
    Object.entries(valeur)
      .filter(([, v]) => v !== undefined)
      .map(([cle, v]) => [cle, enJson(v)]),
  );
}

/** The schemas say « absent » where facts say null. */
function sansNuls(valeur: Json): Json {
  if (Array.isArray(valeur)) return valeur.map(sansNuls);
  if (!estObjet(valeur)) return valeur;
  return Object.fromEntries(
    Object.entries(valeur)
      .filter(([, v]) => v !== null)
      .map(([cle, v]) => [cle, sansNuls(v)]),
  );
}

/** Reads back a fact the store kept as JSON: what `enJson` wrote, checked again. */
export function relireFait(charge: Json): Result<Fait, readonly Defaut[]> {
  const type = estObjet(charge) ? charge.type : undefined;
  const schema = typeof type === 'string' ? SCHEMAS.get(type) : undefined;
  if (schema === undefined) {
    return err([{ pointeur: '/type', phrase: `${montrer(type)} n’est pas un type de fait.` }]);
  }
  const lu = sansNuls(charge);
  const essai = schema.safeParse(lu);
  return essai.success ? ok(essai.data) : err(enClair(essai.error.issues, lu, []));
}
