import type { Centimes } from '#base/montant.ts';
import type { IdMembre } from './membre.ts';
import type { Passage, Texte } from './texte.ts';

/** Names an item within a sitting: lower-case ASCII, digits and hyphens, such as `inclusion-numerique`. */
export type IdAffaire = string & { readonly __idAffaire: true };

/** What the council is asked: decide, appoint someone, take note, or wish. */
export type GenreAffaire = 'deliberation' | 'nomination' | 'prise-d-acte' | 'voeu';

export type Financeur = {
  readonly nom: string;
  readonly montant: Centimes;
  /** Share of the total in basis points (5000 = 50 %); null when not told. */
  readonly taux: number | null;
  /** The collectivity's own share, a grant to be asked, asked already, or granted. */
  readonly etat: 'part-propre' | 'a-demander' | 'demande' | 'accorde';
};

export type PlanDeFinancement = {
  readonly cout: Centimes;
  readonly base: 'HT' | 'TTC' | null;
  readonly nature: 'fonctionnement' | 'investissement' | null;
  readonly financeurs: readonly Financeur[];
};

/** One point of the operative part: « AUTORISER », then what. */
export type PointDuDispositif = {
  readonly verbe: string;
  readonly passages: readonly Passage[];
};

export type Affaire = {
  readonly id: IdAffaire;
  /** The number of the future act, such as `DL.2022-330`; null for a point that makes none. */
  readonly numero: string | null;
  /** Order number within the sitting (R2121-9), from 1; null when not told. */
  readonly rang: number | null;
  readonly genre: GenreAffaire;
  readonly objet: string;
  /** What is decided, in one plain sentence for residents; null when nobody wrote it. */
  readonly enClair: string | null;
  readonly rapporteur: IdMembre | null;
  readonly coRapporteurs: readonly IdMembre[];
  readonly service: readonly string[];
  /** ACTES matter code, such as `8.5`, with its label as printed. */
  readonly matiere: { readonly code: string; readonly libelle: string | null } | null;
  readonly politiquePublique: string | null;
  /** An act of general rules, on one person, or a decision of the case (neither). */
  readonly portee: 'reglementaire' | 'individuelle' | 'ni-l-un-ni-l-autre';
  readonly compteAdministratif: boolean;
  /** For L1111-6 II: what the decision does for which outside body; null when it does not. */
  readonly beneficiaire: {
    readonly organisme: string;
    readonly nature: 'contrat' | 'garantie' | 'aide' | 'autre';
  } | null;
  readonly rapport: Texte;
  /** Sentence that leads to the operative part, « je vous demande de bien vouloir : ». */
  readonly formule: string | null;
  readonly dispositif: readonly PointDuDispositif[];
  readonly planDeFinancement: PlanDeFinancement | null;
};
