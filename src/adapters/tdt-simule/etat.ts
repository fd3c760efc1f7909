import type { Instant } from '#base/instant.ts';
import type { Jour } from '#base/jour.ts';
import type { Classification } from '#formats/actes/classification.ts';
import type { DonneesDActe, RefDeCourrier } from '#formats/actes/messages/message.ts';

/** Who may use the platform: one login of one collectivity. */
export type Compte = {
  readonly login: string;
  readonly motDePasse: string;
  readonly nom: string;
  readonly siren: string;
  /** Three characters, `013`. */
  readonly departement: string;
  readonly arrondissement: string;
  /** Two digits: the kind of collectivity, `31` for a commune. */
  readonly nature: string;
  /** SHA-256 of the certificate that opens this account (hexadecimal); null accepts every certificate. */
  readonly empreinte: string | null;
  /** Whether the certificate may send acts, and not only read. */
  readonly rgs: boolean;
};

/** The platform's own numbers for where a transaction stands. */
export const STATUTS: Readonly<Record<number, string>> = {
  [-1]: 'Erreur',
  0: 'Annulé',
  1: 'Posté',
  2: 'En attente de transmission',
  3: 'Transmis',
  4: 'Acquittement reçu',
  5: 'Validé',
  6: 'Refusé',
  7: 'Document reçu',
  8: 'Acquittement envoyé',
  11: 'Acquittement de document reçu',
  12: 'Envoyé au SAE',
  13: 'Archivé par le SAE',
  14: 'Erreur lors de l’archivage',
  17: 'En attente d’être postée',
  18: 'En attente d’être signée',
  21: 'Document reçu (pas d’AR)',
};

export type FichierRecu = {
  readonly id: number;
  /** Name under ACTES, `99_DE-013-…-1-1_1.pdf`. */
  readonly nom: string;
  /** Name the client gave. */
  readonly nomPoste: string;
  readonly mimetype: string;
  readonly octets: Uint8Array;
  readonly signature: string;
  readonly typologie: string;
};

/** One line of the life of a transaction; `flux` is the message that brought it. */
export type Etape = {
  readonly statut: number;
  readonly le: Instant;
  readonly message: string;
  readonly flux: Uint8Array | null;
};

/** What the ministry will answer instead of a receipt. */
export type AnomaliePrevue = {
  readonly genre: 'acte' | 'enveloppe';
  readonly nature: string;
  readonly detail: string;
};

/** What a client deposited, or a letter of the prefecture. Types 1 to 7 as ACTES numbers them. */
export type Transaction = {
  readonly id: number;
  readonly enveloppe: number;
  readonly type: 1 | 2 | 3 | 4 | 5 | 6 | 7;
  readonly compte: Compte;
  /** The act of a letter or of a cancellation, the letter of a reply. */
  readonly liee: number | null;
  readonly numero: string;
  readonly idActe: string;
  readonly acte: DonneesDActe | null;
  readonly courrier: RefDeCourrier | null;
  /** 3 refusal, 4 answer; null when it is no reply. */
  readonly reponse: number | null;
  readonly nomDeLArchive: string;
  /** The XML of its envelope. */
  readonly xmlDeLEnveloppe: Uint8Array;
  readonly fichiers: readonly FichierRecu[];
  readonly etapes: Etape[];
  lu: boolean;
  /** When the next step falls due, in milliseconds; null: it moves no more by itself. */
  echeance: number | null;
  anomalie: AnomaliePrevue | null;
};

export type Delais = {
  /** Milliseconds in each state; null: it stays there until told to move. */
  validation: number | null;
  transmission: number | null;
  accuse: number | null;
};

export const statutDe = (t: Transaction): number => t.etapes.at(-1)?.statut ?? 1;
export const aEteAu = (t: Transaction, statut: number): boolean =>
  t.etapes.some((e) => e.statut === statut);

export type Limites = {
  /** Transactions kept; further ones are refused. */
  readonly transactions: number;
  /** Bytes of files kept. */
  readonly octets: number;
  /** Bytes of one deposit: what platforms accept in one archive. */
  readonly depot: number;
  /** Files of one deposit, the act among them. */
  readonly fichiers: number;
};

export const LIMITES: Limites = {
  transactions: 20_000,
  octets: 536_870_912,
  depot: 157_286_400,
  fichiers: 20,
};

/** All the platform remembers. Nothing is written to disk. */
export type Etat = {
  readonly transactions: Map<number, Transaction>;
  readonly fichiers: Map<number, { readonly fichier: FichierRecu; readonly transaction: number }>;
  /** Numbers already used, `siren/numero`: for ever, whatever the day and the nature. */
  readonly numeros: Set<string>;
  /** Those that will move by themselves. */
  readonly enMarche: Set<Transaction>;
  readonly series: Map<string, number>;
  /** The classification each collectivity was last given, and when it last asked. */
  readonly classifications: Map<string, Classification>;
  readonly demandes: Map<string, Jour>;
  /** What the ministry applies today. */
  enVigueur: Classification;
  prochaineAnomalie: AnomaliePrevue | null;
  delais: Delais;
  octets: number;
  dernierFichier: number;
};

export const nouvelEtat = (enVigueur: Classification, delais: Delais): Etat => ({
  transactions: new Map(),
  fichiers: new Map(),
  numeros: new Set(),
  enMarche: new Set(),
  series: new Map(),
  classifications: new Map(),
  demandes: new Map(),
  enVigueur,
  prochaineAnomalie: null,
  delais,
  octets: 0,
  dernierFichier: 0,
});
