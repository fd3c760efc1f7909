import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { proteger } from './entetes.ts';

/** What is no HTTP request has no page to show: one sentence, with the protections of any answer. */
const PHRASE = 'Cette demande ne peut pas être lue.\n';

function entetes(): Headers {
  const tous = new Headers({
    'Cache-Control': 'no-store',
    Connection: 'close',
    'Content-Type': 'text/plain; charset=utf-8',
  });
  proteger(tous, false);
  return tous;
}

/** The answer to a request the pages never see: its host or its address cannot be read. */
export const rejeter = (statut: number): Response =>
  new Response(PHRASE, { status: statut, headers: entetes() });

/** The status of what Node could not read, by the code of its error. */
const STATUTS: Readonly<Record<string, number>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 408,
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/**
 * Answers bytes Node could not read as a request, and closes. Nothing is written to a connection
 * that is gone, or `occupee` by another answer: it would be read as the rest of it.
 */
export function rejeterLaConnexion(
  erreur: NodeJS.ErrnoException,
  prise: Socket,
  occupee: boolean,
): void {
  if (!prise.writable || occupee) {
    prise.destroy();
    return;
  }
  const statut = STATUTS[erreur.code ?? ''] ?? 400;
  const lignes = [...entetes()].map(([nom, valeur]) => `${nom}: ${valeur}`);
  const longueur = `content-length: ${Buffer.byteLength(PHRASE)}`;
  const tete = [`HTTP/1.1 ${statut} ${STATUS_CODES[statut]}`, ...lignes, longueur];
  prise.end(`${tete.join('\r\n')}\r\n\r\n${PHRASE}`, () => prise.destroy());
}
