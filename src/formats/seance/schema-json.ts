import { type Json, estObjet } from '#base/canonical-json.ts';
import { z } from 'zod';
import { enJson } from './relire.ts';
import { fichier } from './schema/seance.ts';

/** `default` values that zod writes for parts with transforms are of the facts, not of the file. */
function sansDefautsDeFaits(v: Json): Json {
  if (Array.isArray(v)) return v.map(sansDefautsDeFaits);
  if (!estObjet(v)) return v;
  return Object.fromEntries(
    Object.entries(v)
      .filter(([cle, d]) => cle !== 'default' || !estObjet(d))
      .map(([cle, d]) => [cle, sansDefautsDeFaits(d)]),
  );
}

/**
 * The JSON Schema (2020-12) of a file `parvis-seance/1`, made from the very schemas that read it.
 * It tells the shape; keys of identifiers, days of the calendar and what cannot have happened are
 * the reader's to check.
 */
export const schemaDeSeance = (): Json =>
  sansDefautsDeFaits(
    enJson({ ...z.toJSONSchema(fichier, { io: 'input', target: 'draft-2020-12' }) }),
  );
