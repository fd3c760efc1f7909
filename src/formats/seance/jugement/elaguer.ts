import type { Json } from '#base/canonical-json.ts';
import { z } from 'zod';

type Branche = { [cle: string | number]: unknown };

const estBranche = (valeur: unknown): valeur is Branche =>
  typeof valeur === 'object' && valeur !== null;

const copie = (valeur: unknown): unknown => JSON.parse(JSON.stringify(valeur) ?? 'null');

function retirer(racine: unknown, chemin: readonly (string | number)[]): void {
  let parent = racine;
  for (const cle of chemin.slice(0, -1)) parent = estBranche(parent) ? parent[cle] : null;
  const derniere = chemin.at(-1);
  if (!estBranche(parent) || derniere === undefined) return;
  // A hole, not a splice: the other elements keep their rank until all faults are cut out.
  if (Array.isArray(parent)) parent[Number(derniere)] = undefined;
  else delete parent[derniere];
}

/** Closes the holes that `retirer` left in lists. */
function tasser(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.filter((v) => v !== undefined).map(tasser);
  if (!estBranche(valeur)) return valeur;
  return Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, tasser(v)]));
}

function presente(racine: unknown, chemin: readonly (string | number)[]): boolean {
  let valeur = racine;
  for (const cle of chemin) valeur = estBranche(valeur) ? valeur[cle] : undefined;
  return valeur !== undefined;
}

const PASSES = 12;

/**
 * What is left of a part of the file once the branches at fault are cut, so that a fault here does
 * not hide those elsewhere. Only ever used to go on judging a file already refused: nothing pruned
 * is ever kept. Null when too little is left.
 */
export function elaguer<T>(schema: z.ZodType<T>, lu: Json): T | null {
  let reste = copie(lu);
  for (let passe = 0; passe < PASSES; passe += 1) {
    const essai = schema.safeParse(reste);
    if (essai.success) return essai.data;
    for (const faute of essai.error.issues) {
      const chemin = faute.path.map((cle) => (typeof cle === 'symbol' ? String(cle) : cle));
      if (faute.code === 'unrecognized_keys') {
        for (const cle of faute.keys) retirer(reste, [...chemin, cle]);
        continue;
      }
      const coupe = presente(reste, chemin) ? chemin : chemin.slice(0, -1);
      if (coupe.length === 0) return null;
      retirer(reste, coupe);
    }
    reste = tasser(reste);
  }
  return null;
}
