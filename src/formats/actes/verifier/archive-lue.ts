import type { FauteActes } from './faute.ts';
import type { Sonde } from './sonde.ts';

/** A file found in an archive, its content no longer held (but for XML, which must be read). */
export type EntreeLue = {
  readonly nom: string;
  readonly taille: number;
  /** SHA-256 of the content, hexadecimal. */
  readonly sha256: string;
  readonly sonde: Sonde;
  /** Whole content of an XML of reasonable size; null otherwise. */
  readonly xml: Uint8Array | null;
};

/** An archive read defensively: what could be, and what was refused on the way. */
export type ArchiveLue = {
  /** Bytes of the archive itself, compressed. */
  readonly octets: number;
  readonly entrees: readonly EntreeLue[];
  readonly fautes: readonly FauteActes[];
  /** Read to its end; otherwise what is missing may merely not have been read. */
  readonly entiere: boolean;
};
