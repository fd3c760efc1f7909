import { type Result, err, ok } from '#base/result.ts';
import type { Classification } from '#formats/actes/classification.ts';
import { lireMessage } from '#formats/actes/messages/lire.ts';
import type { Tdt } from '../../ports/tdt.ts';

/** The classification an operator last received for its account, read and as it came. */
export type ClassificationRecue = {
  readonly classification: Classification;
  readonly brut: Uint8Array;
};

/** Asks the operator, not the prefecture: as often as one likes. The error is a French sentence. */
export async function classificationDe(tdt: Tdt): Promise<Result<ClassificationRecue, string>> {
  const brut = await tdt.classification();
  if (!brut.ok) return err(brut.error.phrase);
  const lu = lireMessage(brut.value);
  if (!lu.ok) return err(`La classification de ${tdt.nom} ne se lit pas. ${lu.error.phrase}`);
  return lu.value.genre === 'RetourClassification'
    ? ok({ classification: lu.value.classification, brut: brut.value })
    : err(`${tdt.nom} donne un message « ${lu.value.genre} » à la place de la classification.`);
}
