import { BaseBlock, Sequence } from 'asn1js';
import type { PreuvesJointes } from '#formats/signature/preuves.ts';

/** Where Adobe's signatures keep their proofs: a signed attribute. */
export const ARCHIVE_ADOBE = '1.2.840.113583.1.1.8';

export const AUCUNE_PREUVE: PreuvesJointes = { certificats: [], listes: [], reponses: [] };

export const reunir = (...toutes: readonly PreuvesJointes[]): PreuvesJointes => ({
  certificats: toutes.flatMap(({ certificats }) => certificats),
  listes: toutes.flatMap(({ listes }) => listes),
  reponses: toutes.flatMap(({ reponses }) => reponses),
});

const enfants = (bloc: unknown): readonly unknown[] => {
  if (!(bloc instanceof BaseBlock) || !('value' in bloc.valueBlock)) return [];
  const value: unknown = bloc.valueBlock.value;
  return Array.isArray(value) ? value : [];
};

/** The part tagged [n] among those of a sequence. */
const etiquete = (parmi: readonly unknown[], n: number): unknown =>
  parmi.find(
    (bloc) =>
      bloc instanceof BaseBlock && bloc.idBlock.tagClass === 3 && bloc.idBlock.tagNumber === n,
  );

/** Each sequence as it was written, to the byte: signatures lie over it. */
const bruts = (blocs: readonly unknown[]): readonly Uint8Array[] =>
  blocs.flatMap((bloc) =>
    bloc instanceof Sequence ? [new Uint8Array(bloc.valueBeforeDecodeView)] : [],
  );

/** The lists kept beside the certificates of a signed message (RFC 5652 §5.1, `crls`). */
export const listesDuMessage = (parties: readonly unknown[]): PreuvesJointes => ({
  ...AUCUNE_PREUVE,
  listes: bruts(enfants(etiquete(parties, 1))),
});

/** What Adobe's attribute holds: lists, then answers (ISO 32000-1 §12.8.3.3.2). */
export function preuvesDAdobe(attribut: unknown): PreuvesJointes {
  const parties = enfants(attribut);
  const dedans = (n: number): readonly Uint8Array[] =>
    bruts(enfants(etiquete(parties, n)).flatMap(enfants));
  return { certificats: [], listes: dedans(0), reponses: dedans(1) };
}
