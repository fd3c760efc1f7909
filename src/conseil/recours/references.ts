import type { Jour } from '#base/jour.ts';
import type { RefusParCode } from '../refus/refus.ts';

type Demande = { readonly reference: string; readonly le: Jour };

/** One letter, one reference: the second under it would hide the first. */
export function referenceLibre(
  demandes: readonly Demande[],
  reference: string,
): RefusParCode<'reference-deja-prise'> | null {
  const deja = demandes.find((demande) => demande.reference === reference);
  return deja === undefined ? null : { code: 'reference-deja-prise', reference, le: deja.le };
}

/** An answer answers one letter that was noted, once, and never before it came. */
export function reponseA(
  demandes: readonly Demande[],
  reponses: readonly Demande[],
  { reference, le }: Demande,
): RefusParCode<'reference-inconnue' | 'reponse-deja-notee' | 'reponse-avant-la-demande'> | null {
  const demande = demandes.find((autre) => autre.reference === reference);
  if (demande === undefined) return { code: 'reference-inconnue', reference };
  const deja = reponses.find((autre) => autre.reference === reference);
  if (deja !== undefined) return { code: 'reponse-deja-notee', reference, le: deja.le };
  return le < demande.le
    ? { code: 'reponse-avant-la-demande', reference, le, demande: demande.le }
    : null;
}
