import { type Result, err, ok } from '#base/result.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { documentsANommer, imprimer } from '../produire.ts';
import type { Imprimeur } from '../ports/imprimeur.ts';

/** The extract of one item, printed: what is transmitted. The errors are French sentences. */
export async function imprimerLExtrait(
  seance: Seance,
  affaire: IdAffaire,
  imprimeur: Imprimeur,
): Promise<Result<Uint8Array, readonly string[]>> {
  // The first document about an item is its extract; the others come after.
  const extrait = documentsANommer(seance).find((document) => document.affaire === affaire);
  if (extrait === undefined) {
    return err(['L’extrait de cette affaire ne peut pas encore être produit.']);
  }
  const [imprime] = await imprimer({ seance, documents: [extrait] }, imprimeur);
  return imprime?.ok === true ? ok(imprime.value.pdf) : err(imprime?.error.phrases ?? []);
}
