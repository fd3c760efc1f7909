import type { Jour } from '#base/jour.ts';
import type { Result } from '#base/result.ts';

/** A file for the operator. `signature`: a detached one (PKCS #7), null when it is inside, or none. */
export type FichierDuTdt = {
  readonly nom: string;
  readonly contenu: Uint8Array;
  /** ACTES type of file, `99_DE`. */
  readonly typologie: string;
  readonly signature: Uint8Array | null;
};

/** An act to be sent, with what the ministry wants to know of it. */
export type DepotDActe = {
  /** As transmitted: `DL_2022_330`. */
  readonly numero: string;
  /** The `IDActe` to come, for those who look an act up by it. */
  readonly identifiant: string;
  /** Day of the decision. */
  readonly le: Jour;
  /** 1 to 6. */
  readonly nature: number;
  /** Levels 1 to 5. */
  readonly matieres: readonly number[];
  readonly objet: string;
  readonly documentPapier: boolean;
  /** Left for a person with a certificate to post. */
  readonly enAttente: boolean;
  /** The act first, then its annexes. */
  readonly fichiers: readonly FichierDuTdt[];
};

/**
 * Why an operator did not do what was asked. `refus`: it said no, nothing was taken. `doublon`: it
 * holds this number already. `acces`: it does not know us, or not with this certificate.
 * `injoignable`: nothing reached it. `incertain`: it may have taken the request, its answer is lost
 * or unreadable.
 */
export type EchecDuTdt = {
  readonly genre: 'refus' | 'doublon' | 'acces' | 'injoignable' | 'incertain';
  /** What the operator said, word for word; empty when it said nothing. */
  readonly texte: string;
  /** The same, explained, and what to do. */
  readonly phrase: string;
};

/** Where a transaction stands. */
export type EtapeDuTdt =
  | 'a-poster'
  | 'poste'
  | 'en-attente'
  | 'transmis'
  | 'accuse'
  | 'erreur'
  | 'annule'
  | 'document-recu'
  | 'inconnue';

export type StatutDuTdt = {
  readonly etape: EtapeDuTdt;
  /** The operator's own code. */
  readonly code: string;
  /** The message that came with it: a receipt, an anomaly; null when none. */
  readonly message: Uint8Array | null;
};

/** What an operator holds, for those who look for an act. Null: not told. */
export type ActeDuTdt = {
  readonly transaction: string;
  readonly numero: string | null;
  readonly le: Jour | null;
  readonly nature: number | null;
  readonly etape: EtapeDuTdt;
};

/** A letter of the prefecture waiting at the operator's. */
export type CourrierDuTdt = {
  readonly transaction: string;
  /** ACTES: 2 letter, 3 documents asked, 4 observations, 5 court. */
  readonly genre: 2 | 3 | 4 | 5;
  /** The transaction of the act it is about; null when not told. */
  readonly acte: string | null;
};

export type ReponseAuTdt = {
  /** Transaction of the letter. */
  readonly courrier: string;
  readonly sens: 'envoi' | 'refus';
  readonly fichiers: readonly FichierDuTdt[];
};

/** Which answers are looked for: those to a letter of that kind about that act, sent since a day. */
export type ReponseCherchee = {
  readonly numero: string;
  readonly genre: 2 | 3 | 4;
  readonly depuis: Jour;
};

export type FichierRange = {
  readonly id: string;
  readonly nom: string;
  readonly mime: string;
  readonly octets: number | null;
};

/** How a connection went: who we are for the operator, and until when. */
export type EtatDeConnexion = {
  readonly phrase: string;
  /** Last day of our certificate; null when none is used. */
  readonly certificatJusquAu: Jour | null;
};

type Reponse<T> = Promise<Result<T, EchecDuTdt>>;

/**
 * A transmission operator (tiers de télétransmission). Nothing here is tried twice: whoever calls
 * knows what a second try would do.
 */
export interface Tdt {
  /** « S²LOW », as facts name it. */
  readonly nom: string;
  /** Natures, types and matters of the prefecture, as ACTES returns them (7-2). */
  classification(): Reponse<Uint8Array>;
  /** Asks the prefecture for its present classification; it comes with the next days. */
  demanderLaClassification(): Reponse<null>;
  /** Sends an act; gives the operator's number for it. */
  deposer(depot: DepotDActe): Reponse<string>;
  /** Every act of that number the operator holds, sent since `depuis`. */
  retrouver(numero: string, depuis: Jour): Reponse<readonly ActeDuTdt[]>;
  statut(transaction: string): Reponse<StatutDuTdt>;
  fichiers(transaction: string): Reponse<readonly FichierRange[]>;
  telecharger(fichier: string): Reponse<Uint8Array>;
  /** The raw receipt (1-2). */
  accuse(transaction: string): Reponse<Uint8Array>;
  /** The act with the operator's own stamp. */
  copieTamponnee(transaction: string, publieLe: Jour | null): Reponse<Uint8Array>;
  bordereau(transaction: string): Reponse<Uint8Array>;
  /** Asks to take a transmission back; gives the number of that request. */
  annuler(transaction: string): Reponse<string>;
  /** Letters not yet marked as read. */
  courriers(): Reponse<readonly CourrierDuTdt[]>;
  /** The letter with its files, as the operator packs them. */
  courrier(transaction: string): Reponse<Uint8Array>;
  marquerLu(transaction: string): Reponse<null>;
  repondre(reponse: ReponseAuTdt): Reponse<string>;
  /** The transactions of the answers it holds, whatever became of them; those in error left out. */
  reponsesTenues(cherchee: ReponseCherchee): Reponse<readonly string[]>;
  /** What the operator holds at that stage, the latest first. */
  lister(depuis: Jour): Reponse<readonly ActeDuTdt[]>;
  testerLaConnexion(): Reponse<EtatDeConnexion>;
}
