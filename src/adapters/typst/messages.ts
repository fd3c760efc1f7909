import type { DocumentImprime, PieceEmbarquee } from '#formats/document/document.ts';
import type { Sortie } from './atelier.ts';

/** A document already made. It travels as JSON text: four times quicker than as objects. */
export type DocumentFait = {
  readonly document: string;
  readonly pieces: readonly PieceEmbarquee[];
};

/** A document to make from the facts of its sitting, as JSON text, by the name of its file. */
export type DocumentAFaire = { readonly faits: string; readonly fichier: string };

/** What the main thread asks, and what it hears back; one document at a time. */
export type Demande = { readonly numero: number; readonly ouvrage: DocumentFait | DocumentAFaire };
export type Reponse = {
  readonly numero: number;
  readonly genre: string;
  readonly titre: string;
  readonly sortie: Sortie;
};

/** What the worker is sent for a document already made. */
export const emporter = (document: DocumentImprime): DocumentFait => ({
  document: JSON.stringify({ ...document, pieces: [] }),
  pieces: document.pieces,
});

/** The document a worker was sent. */
export const documentDe = ({ document, pieces }: DocumentFait): DocumentImprime => ({
  ...(JSON.parse(document) as DocumentImprime),
  pieces,
});
