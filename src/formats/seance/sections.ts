import type { Json } from '#base/canonical-json.ts';
import type { Defaut } from '#base/defaut.ts';
import { pointeur } from '#base/defaut.ts';
import { z } from 'zod';
import { elaguer } from './jugement/elaguer.ts';
import { enClair } from './phrases.ts';

export type Objet = { readonly [cle: string]: Json };

/**
 * One part of the file, read. `valeur` is what it says; when something is at fault in it, what is
 * left once the fault is cut (`entier` is then false), or null. `brut` is what was written.
 */
export type Partie<T> = {
  readonly brut: Json;
  readonly base: readonly (string | number)[];
  readonly valeur: T | null;
  readonly entier: boolean;
  readonly defauts: readonly Defaut[];
};

const champs = (schema: z.ZodType): string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];

/** Reads one part with its schema; `base` is its place in the file. */
export function lirePartie<T>(
  schema: z.ZodType<T>,
  brut: Json | undefined,
  base: readonly (string | number)[],
): Partie<T> {
  if (brut === undefined) {
    const phrase = `La section « ${base.at(-1)} » manque.`;
    return {
      brut: null,
      base,
      valeur: null,
      entier: false,
      defauts: [{ pointeur: pointeur(...base), phrase }],
    };
  }
  const essai = schema.safeParse(brut);
  if (essai.success) return { brut, base, valeur: essai.data, entier: true, defauts: [] };
  return {
    brut,
    base,
    valeur: elaguer(schema, brut),
    entier: false,
    defauts: enClair(essai.error.issues, brut, base, champs(schema)),
  };
}

/** The elements of a list of the file, and what is wrong with the list itself. */
export function lireListe(
  brut: Json | undefined,
  base: readonly (string | number)[],
  bornes: { readonly auMoins: number; readonly auPlus: number },
): { readonly elements: readonly Json[]; readonly defauts: readonly Defaut[] } {
  const { defauts } = lirePartie(
    z.array(z.unknown()).min(bornes.auMoins).max(bornes.auPlus),
    brut,
    base,
  );
  return { elements: Array.isArray(brut) ? brut.slice(0, bornes.auPlus) : [], defauts };
}
