import type { Jour } from '#base/jour.ts';
import type { IdAffaire } from '../affaire.ts';

/** A file as it went to the prefecture; its bytes are kept under their hash. */
export type PieceTransmise = {
  readonly nom: string;
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  readonly sha256: string;
  /** ACTES type of file, `99_DE`. */
  readonly typologie: string;
};

/**
 * The act is to be sent through a transmission operator, with all that will be said of it: what
 * was asked is kept even when the operator refuses it, so that nobody fills a form twice.
 */
export type TransmissionDemandee = {
  readonly type: 'TransmissionDemandee';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  /** Who carries it, « S²LOW »; the folder of a manual deposit. */
  readonly operateur: string;
  /** The number as transmitted, `DL_2022_330`. */
  readonly numero: string;
  /** The `IDActe` the receipt must bear. */
  readonly identifiant: string;
  /** ACTES code of the nature, 1 to 6. */
  readonly nature: number;
  /** ACTES matter, `8.5`. */
  readonly matiere: string;
  readonly objet: string;
  /** Whether a paper part follows. */
  readonly documentPapier: boolean;
  /** The act first, then its annexes. */
  readonly pieces: readonly PieceTransmise[];
};

/** The operator has taken the act: it is not yet the prefect's. */
export type TransmissionAcceptee = {
  readonly type: 'TransmissionAcceptee';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  /** The operator's number for it. */
  readonly transaction: string;
};

/** The prefect's receipt (ACTES 1-2). It attests both the transmission and the reception. */
export type AccuseRecu = {
  readonly type: 'AccuseRecu';
  readonly affaire: IdAffaire;
  /** `DateReception` of the receipt: the day that counts (L2131-1), not the day it was read. */
  readonly le: Jour;
  /** `IDActe`, as received. */
  readonly identifiant: string;
  /** Of the raw message. */
  readonly sha256: string;
};

/** The act, or its cancellation, came back: what the operator or the ministry said, word for word. */
export type AnomalieRecue = {
  readonly type: 'AnomalieRecue';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  readonly sur: 'transmission' | 'annulation';
  readonly origine: 'operateur' | 'ministere';
  /** Three digits of the ministry; null when there are none. */
  readonly code: string | null;
  readonly motif: string;
  readonly sha256: string | null;
};

/** A letter of the prefecture about the act (ACTES 2 to 5). */
export type CourrierRecu = {
  readonly type: 'CourrierRecu';
  readonly affaire: IdAffaire;
  /** Day it reached the collectivity. */
  readonly le: Jour;
  readonly genre: 'courrier-simple' | 'demande-de-pieces' | 'lettre-d-observations' | 'defere';
  readonly transaction: string;
  /** Day the letter bears; null when not told. */
  readonly dateDuCourrier: Jour | null;
  readonly motif: string | null;
  readonly sha256: string | null;
};

/** The collectivity answered a letter. */
export type ReponseEnvoyee = {
  readonly type: 'ReponseEnvoyee';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  /** Transaction of the letter answered. */
  readonly courrier: string;
  /** `refus`: the documents are not sent, or the observations are rejected. */
  readonly sens: 'envoi' | 'refus';
  readonly transaction: string;
  readonly pieces: readonly PieceTransmise[];
};

/** The collectivity asks to take its transmission back (ACTES 6-1). */
export type AnnulationDemandee = {
  readonly type: 'AnnulationDemandee';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  readonly motif: string;
};

/**
 * The prefect has acknowledged the cancellation (ACTES 6-2): the transmission no longer counts.
 * The decision itself stands: only the council withdraws it.
 */
export type ActeAnnule = {
  readonly type: 'ActeAnnule';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  readonly sha256: string | null;
};
