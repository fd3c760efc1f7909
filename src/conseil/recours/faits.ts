import type { Jour } from '#base/jour.ts';
import type { MotifDeRetrait } from '#droit/crpa/l242-1/retrait.ts';
import type { IdAffaire } from '../affaire.ts';

/** What becomes of an act once taken, beside its formalities: challenged, hurried, ended. */
export type FaitDeRecours =
  | UrgenceInvoquee
  | RecoursGracieuxRecu
  | RecoursGracieuxTranche
  | PiecesDemandees
  | PiecesFournies
  | DefereNotifie
  | ActeRetire
  | ActeAbroge;

/** Urgency for the publicity of the act (L2131-1 V): its posting is enough for it to apply. */
export type UrgenceInvoquee = {
  readonly type: 'UrgenceInvoquee';
  readonly affaire: IdAffaire;
  readonly le: Jour | null;
  readonly motif: string;
};

/**
 * A request to the council to withdraw or change its act (CRPA L411-2). Nobody is named: a
 * reference finds the letter, and the journal is public.
 */
export type RecoursGracieuxRecu = {
  readonly type: 'RecoursGracieuxRecu';
  readonly affaire: IdAffaire;
  /** Day it reached the collectivity. */
  readonly le: Jour;
  /** Of the letter, as the mail register writes it: `C-2022-118`. */
  readonly reference: string;
  /** `destinataire`: whom an individual act is about. */
  readonly demandeur: 'tiers' | 'destinataire' | 'prefet';
};

/** The answer to such a request. Two months without one refuse it: that is computed, not noted. */
export type RecoursGracieuxTranche = {
  readonly type: 'RecoursGracieuxTranche';
  readonly affaire: IdAffaire;
  /** Day the answer reached the one who asked. */
  readonly le: Jour;
  readonly reference: string;
  readonly sens: 'rejet' | 'acceptation';
};

/** The prefect asks for documents the act should have come with (L2131-6). */
export type PiecesDemandees = {
  readonly type: 'PiecesDemandees';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  readonly reference: string;
  /** Which, in words; null when not told. */
  readonly pieces: string | null;
};

/** The documents asked for reached the prefect: his two months start. */
export type PiecesFournies = {
  readonly type: 'PiecesFournies';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  readonly reference: string;
};

/** The prefect went to court (L2131-6). */
export type DefereNotifie = {
  readonly type: 'DefereNotifie';
  readonly affaire: IdAffaire;
  /** Day the court was seized; that of the letter when no other is known. */
  readonly le: Jour;
  /** Day he asked the court to suspend the act; null when he did not, or nobody told. */
  readonly suspensionDemandeeLe: Jour | null;
};

type Fin = {
  readonly affaire: IdAffaire;
  /** Day of the decision that ends the act. */
  readonly le: Jour;
  /** Number of that decision, `DL.2023-012`; null when not told. */
  readonly acte: string | null;
  readonly motif: MotifDeRetrait | null;
  /** Whether the act created rights (CRPA L242-1); null when nobody told. */
  readonly creatriceDeDroits: boolean | null;
  /** Why, in words. */
  readonly explication: string | null;
};

/** The act is withdrawn: as if it had never been. */
export type ActeRetire = { readonly type: 'ActeRetire' } & Fin;

/** The act is repealed: it no longer applies from then on. */
export type ActeAbroge = { readonly type: 'ActeAbroge' } & Fin;
