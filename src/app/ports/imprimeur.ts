import type { Result } from '#base/result.ts';
import type { DocumentImprime } from '#formats/document/document.ts';

export type Imprime = { readonly pdf: Uint8Array; readonly pages: number };

/** Why a document cannot be printed right: French sentences that name the passage. */
export type RefusDImprimer = { readonly phrases: readonly string[] };

/** Makes PDF/A-3a and PDF/UA-1 in one file; the same document gives the same bytes. */
export interface Imprimeur {
  imprimer(document: DocumentImprime): Promise<Result<Imprime, RefusDImprimer>>;
  fermer(): Promise<void>;
}
