import type { Result } from '#base/result.ts';
import { archivesDuDisque } from '../../actes/archives.ts';
import type { Transaction } from '../etat.ts';

/** The envelope of an archive bears its name, less the platform's three letters. */
const nomDeLEnveloppe = ({ nomDeLArchive }: Transaction): string =>
  nomDeLArchive.replace(/^[^-]+-/, '').replace(/\.tar\.gz$/, '.xml');

/** The flat archive of a transaction: its envelope first, then its message, then its files. */
export const archiveDe = (t: Transaction): Promise<Result<Uint8Array, string>> =>
  archivesDuDisque.emballer([
    { nom: nomDeLEnveloppe(t), contenu: t.xmlDeLEnveloppe },
    ...t.fichiers.map(({ nom, octets }) => ({ nom, contenu: octets })),
  ]);
