import type { Result } from '#base/result.ts';
import type { FauteActes } from '#formats/actes/verifier/faute.ts';
import type { ArchiveLue } from '#formats/actes/verifier/archive-lue.ts';

/** Where the bytes of a file are: in memory, or on a disk, read only when needed. */
export type Contenu = Uint8Array | { readonly chemin: string };

export type EntreeAEcrire = { readonly nom: string; readonly contenu: Contenu };

/** Called with each PDF signed or encrypted, of reasonable size, met in an archive; gives what is wrong with it. */
export type GuetDePdf = (nom: string, octets: Uint8Array) => Promise<readonly FauteActes[]>;

/** ACTES archives, flat tar.gz. Neither way holds a whole archive in memory. */
export interface Archives {
  /**
   * Reads any bytes given as an archive: hostile ones give faults, never an exception. The error
   * is a French sentence: the file itself cannot be read.
   */
  lire(source: Contenu, guet?: GuetDePdf): Promise<Result<ArchiveLue, string>>;
  /**
   * Writes `entrees` in order under `chemin`, whole or not at all, never over another file; gives
   * the compressed size. Refused, in French, beyond 150 MiB.
   */
  ecrire(chemin: string, entrees: readonly EntreeAEcrire[]): Promise<Result<number, string>>;
  /** The same in memory, for a small archive. */
  emballer(entrees: readonly EntreeAEcrire[]): Promise<Result<Uint8Array, string>>;
}
