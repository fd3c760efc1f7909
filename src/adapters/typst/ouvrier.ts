import { parentPort } from 'node:worker_threads';
import { ouvrirAtelier } from './atelier.ts';
import { type Demande, type Reponse, documentDe } from './messages.ts';

if (parentPort === null) throw new Error('ouvrier.ts runs in a worker thread');
const port = parentPort;
const atelier = ouvrirAtelier();

port.on('message', (demande: Demande) => {
  const sortie = atelier.imprimer(documentDe(demande));
  const reponse: Reponse = { numero: demande.numero, sortie };
  // A buffer of its own is handed over rather than copied.
  const seul = sortie.ok && sortie.pdf.byteLength === sortie.pdf.buffer.byteLength;
  port.postMessage(
    reponse,
    seul && sortie.pdf.buffer instanceof ArrayBuffer ? [sortie.pdf.buffer] : [],
  );
});
