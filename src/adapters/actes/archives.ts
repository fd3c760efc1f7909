import type { Archives } from '#app/ports/archives.ts';
import { ecrireArchive, emballer } from './ecrire.ts';
import { lireArchive } from './lire.ts';

/** Archives on this machine: tar-stream and zlib, streamed both ways. */
export const archivesDuDisque: Archives = { lire: lireArchive, ecrire: ecrireArchive, emballer };
