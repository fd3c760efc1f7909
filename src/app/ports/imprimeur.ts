import type { Result } from '#base/result.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { DocumentImprime } from '#formats/document/document.ts';

export type Imprime = { readonly pdf: Uint8Array; readonly pages: number };

/** A printed document of a sitting, with what the manifest says of it. */
export type ImprimeDeSeance = Imprime & {
  readonly genre: string;
  readonly titre: string;
  /** A hash of all it was printed from; absent when the printer tells none. */
  readonly modele?: string;
};

/** Why a document cannot be printed right: French sentences that name the passage. */
export type RefusDImprimer = { readonly phrases: readonly string[] };

/** Makes PDF/A-3a and PDF/UA-1 in one file; the same document gives the same bytes. */
export interface Imprimeur {
  imprimer(document: DocumentImprime): Promise<Result<Imprime, RefusDImprimer>>;
  /**
   * Makes one of the documents of a sitting, by the name of its file, and prints it. Both are done
   * away from the main loop: the register of a large council takes a tenth of a second to make.
   * `connu` is the `modele` of a printing one has: « inchange » says that this one would be the same.
   */
  imprimerDeSeance(
    seance: Seance,
    fichier: string,
    connu?: string,
  ): Promise<Result<ImprimeDeSeance | 'inchange', RefusDImprimer>>;
  fermer(): Promise<void>;
}
