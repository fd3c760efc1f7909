import { parentPort } from 'node:worker_threads';
import type { DocumentImprime } from '#formats/document/document.ts';
import { type Sortie, ouvrirAtelier } from './atelier.ts';

/** What the main thread asks, and what it hears back; one document at a time. */
export type Demande = { readonly numero: number; readonly document: DocumentImprime };
export type Reponse = { readonly numero: number; readonly sortie: Sortie };

if (parentPort === null) throw new Error('ouvrier.ts runs in a worker thread');
const port = parentPort;
const atelier = ouvrirAtelier();

port.on('message', ({ numero, document }: Demande) => {
  const sortie = atelier.imprimer(document);
  const reponse: Reponse = { numero, sortie };
  // A buffer of its own is handed over rather than copied.
  const seul = sortie.ok && sortie.pdf.byteLength === sortie.pdf.buffer.byteLength;
  port.postMessage(
    reponse,
    seul && sortie.pdf.buffer instanceof ArrayBuffer ? [sortie.pdf.buffer] : [],
  );
});
