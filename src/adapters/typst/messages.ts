import type { DocumentImprime, PieceEmbarquee } from '#formats/document/document.ts';
import type { Sortie } from './atelier.ts';

/**
 * What the main thread asks, and what it hears back; one document at a time. The document travels
 * as JSON text: four times quicker to hand over than as objects, and the main loop must not wait.
 */
export type Demande = {
  readonly numero: number;
  readonly document: string;
  readonly pieces: readonly PieceEmbarquee[];
};
export type Reponse = { readonly numero: number; readonly sortie: Sortie };

/** What the worker is sent for a document. */
export const demande = (numero: number, document: DocumentImprime): Demande => ({
  numero,
  document: JSON.stringify({ ...document, pieces: [] }),
  pieces: document.pieces,
});

/** The document a worker was sent. */
export const documentDe = ({ document, pieces }: Demande): DocumentImprime => ({
  ...(JSON.parse(document) as DocumentImprime),
  pieces,
});
