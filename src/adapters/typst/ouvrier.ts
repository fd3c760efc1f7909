import { parentPort } from 'node:worker_threads';
import { faireLeDocument } from '#app/produire.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import type { DocumentImprime } from '#formats/document/document.ts';
import { ouvrirAtelier } from './atelier.ts';
import { type Demande, type Reponse, documentDe, modeleDe } from './messages.ts';

if (parentPort === null) throw new Error('ouvrier.ts runs in a worker thread');
const port = parentPort;
const atelier = ouvrirAtelier();

/** The last sitting asked for: its documents come one after the other. */
let derniere: { readonly faits: string; readonly seance: Seance } | null = null;

function seanceDe(faits: string): Seance {
  if (derniere?.faits === faits) return derniere.seance;
  const seance = rejouer(JSON.parse(faits) as readonly Fait[]);
  derniere = { faits, seance };
  return seance;
}

const faire = ({ ouvrage }: Demande): DocumentImprime =>
  'faits' in ouvrage
    ? faireLeDocument(seanceDe(ouvrage.faits), ouvrage.fichier)
    : documentDe(ouvrage);

port.on('message', (demande: Demande) => {
  const { numero, ouvrage } = demande;
  const document = faire(demande);
  const modele = modeleDe(document);
  const inchange = 'faits' in ouvrage && ouvrage.connu === modele;
  const sortie = inchange ? 'inchange' : atelier.imprimer(document);
  const { genre, titre } = document;
  const reponse: Reponse = { numero, genre, titre, modele, sortie };
  if (sortie === 'inchange') {
    port.postMessage(reponse);
    return;
  }
  // A buffer of its own is handed over rather than copied.
  const seul = sortie.ok && sortie.pdf.byteLength === sortie.pdf.buffer.byteLength;
  port.postMessage(
    reponse,
    seul && sortie.pdf.buffer instanceof ArrayBuffer ? [sortie.pdf.buffer] : [],
  );
});
