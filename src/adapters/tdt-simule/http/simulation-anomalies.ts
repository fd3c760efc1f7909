import { type Result, err, ok } from '#base/result.ts';
import type { AnomaliePrevue } from '../etat.ts';

/** Codes the schema lists, and 999 that the ministry really sends; their meaning is not published. */
export const CODES_D_ANOMALIE = ['001', '002', '003', '004', '005', '100', '999'] as const;

const DETAILS: Readonly<Record<string, string>> = {
  '002':
    "ODT-VERIF-01 : Votre acte a été transmis avec une date de classification qui n'est pas à jour",
};

/** Reads what anomaly is wanted; the error is one French sentence. */
export function lireAnomalie(
  genre: AnomaliePrevue['genre'],
  { nature, detail }: { readonly nature: string; readonly detail: string },
): Result<AnomaliePrevue, string> {
  if (!CODES_D_ANOMALIE.some((code) => code === nature)) {
    return err(`La nature d’une anomalie est ${CODES_D_ANOMALIE.join(', ')}.`);
  }
  const dit = detail === '' ? (DETAILS[nature] ?? "Anomalie provoquée pour l'exercice") : detail;
  return ok({ genre, nature, detail: dit.slice(0, 400) });
}
