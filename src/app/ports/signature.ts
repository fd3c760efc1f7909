import type { Instant } from '#base/instant.ts';
import type { Result } from '#base/result.ts';
import type { PreuvesJointes } from '#formats/signature/preuves.ts';

/** What a certificate says of its holder. */
export type IdentiteDuCertificat = {
  /** The holder's name, as the authority wrote it. */
  readonly sujet: string;
  readonly organisation: string | null;
  readonly emetteur: string;
  /** Serial number, hexadecimal. */
  readonly numero: string;
  readonly du: Instant;
  readonly au: Instant;
  /** Made here to practise: it proves nothing and says so in its subject. */
  readonly simulation: boolean;
};

/** Proves that something existed at a moment (RFC 3161). */
export interface Horodateur {
  /** A timestamp token (DER) over that SHA-256; the error is one French sentence. */
  horodater(sha256: Uint8Array): Promise<Result<Uint8Array, string>>;
}

/** An opened key with its certificate; the key itself never leaves it. */
export interface CleDeSignature {
  readonly identite: IdentiteDuCertificat;
  /**
   * A detached CAdES signature (CMS, DER) of those bytes: level B-B, or B-T with a timestamp. The
   * error is one French sentence.
   */
  sceller(octets: Uint8Array, horodateur: Horodateur | null): Promise<Result<Uint8Array, string>>;
}

export interface Trousseau {
  /** Opens a PKCS#12 file. `le` refuses a certificate out of date; the error is a French sentence. */
  ouvrir(
    pkcs12: Uint8Array,
    motDePasse: string,
    le: Instant,
  ): Promise<Result<CleDeSignature, string>>;
}

/** Certificates this installation trusts (DER), and the moment at which one asks. */
export type Confiance = { readonly ancres: readonly Uint8Array[]; readonly le: Instant };

/** A moment that a timestamp proves, and the authority that vouches for it. */
export type DateProuvee = { readonly le: Instant; readonly autorite: string };

/** What else bears on a signature: the proofs its file carries, and a later seal that covers it. */
export type Circonstances = Confiance & {
  readonly preuves?: PreuvesJointes;
  /** The signature existed by then, whatever it says itself; null when nothing proves it. */
  readonly auPlusTard?: DateProuvee | null;
};

/** What a CMS signature is worth by itself, whatever the file it lies in. */
export type ExamenDeSignature = {
  /** The bytes are those that were signed, by the holder of the certificate. */
  readonly integre: boolean;
  /** Whose certificate it is; only whom it claims to be when it is not sound. */
  readonly signataire: IdentiteDuCertificat | null;
  /** When it was surely made; null without a timestamp that could be verified. */
  readonly horodatage: DateProuvee | null;
  /** Proofs at hand clear every certificate it rests on, those of its timestamp included. */
  readonly nonRevoquee: boolean;
  /** What makes it worthless; each a French sentence. */
  readonly fautes: readonly string[];
  /** What stops one from saying it is valid. */
  readonly doutes: readonly string[];
  /** Good to know, without changing the verdict. */
  readonly remarques: readonly string[];
};

export interface Examinateur {
  /**
   * Examines a detached signature of `octets`; `genre` tells a person's signature from the stamp of
   * a timestamp authority on the whole file. Never throws on what it is given.
   */
  examiner(
    cms: Uint8Array,
    octets: Uint8Array,
    genre: 'signature' | 'horodatage',
    circonstances: Circonstances,
  ): ExamenDeSignature;
}

/** Where identities to practise with were written. */
export type FormationEcrite = {
  readonly cles: readonly string[];
  readonly ancres: string;
  readonly motDePasse: string;
};

/** All that signing and verifying take, opened only by the commands and pages that need it. */
export type AtelierDeSignature = {
  readonly trousseau: Trousseau;
  readonly examinateur: Examinateur;
  /** The certificates of a file (DER or PEM), each in DER; null when it holds none. */
  lireCertificats(octets: Uint8Array): readonly Uint8Array[] | null;
  /** A timestamp authority at that address; the error is one French sentence. */
  horodateur(adresse: string): Result<Horodateur, string>;
  /** Writes, once, identities to practise with in that folder; « SIMULATION » is in each name. */
  preparerLaFormation(dossier: string): Promise<FormationEcrite>;
};
