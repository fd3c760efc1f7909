import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { pack } from 'tar-stream';
import type { Transaction } from '../etat.ts';

const comprimer = promisify(gzip);

/** The flat archive of a transaction: its envelope first, then its message, then its files. */
export async function archiveDe(t: Transaction): Promise<Uint8Array> {
  const tar = pack();
  const date = new Date(t.etapes[0]?.le ?? 0);
  const enveloppe = t.nomDeLArchive.replace(/^[^-]+-/, '').replace(/\.tar\.gz$/, '.xml');
  const entrees = [
    { nom: enveloppe, octets: t.xmlDeLEnveloppe },
    ...t.fichiers.map(({ nom, octets }) => ({ nom, octets })),
  ];
  for (const { nom, octets } of entrees) {
    tar.entry({ name: nom, size: octets.byteLength, mtime: date }, Buffer.from(octets));
  }
  tar.finalize();
  const morceaux: Buffer[] = [];
  for await (const morceau of tar) morceaux.push(morceau as Buffer);
  return comprimer(Buffer.concat(morceaux));
}
