import type { Jour } from '#base/jour.ts';
import type { DelaiDuDefere } from '#droit/cgct/l2131-6/defere.ts';
import type { DelaiDeRecours } from '#droit/cja/r421-1/recours.ts';
import type { Constat } from '#droit/constat.ts';
import type { RecoursGracieuxRecu } from '../recours/faits.ts';

/** A request of a resident to the council, and what it does to that resident's own delay. */
export type RecoursSuivi = {
  readonly reference: string;
  readonly demandeur: RecoursGracieuxRecu['demandeur'];
  readonly recuLe: Jour;
  readonly rejeteLe: Jour | null;
  readonly accepteLe: Jour | null;
  /** Whether it came in time; null while the delay has no known start. */
  readonly interrompt: boolean | null;
  /** Day two months of silence refused it; null when they did not. */
  readonly rejetImplicite: Jour | null;
  /** Day his last delay runs from; null with `dernierJour`. */
  readonly depart: Jour | null;
  /** Last day for the one who asked to go to court; null when not known, or when he was granted. */
  readonly dernierJour: Jour | null;
};

/** What the prefect did, and what his last day is counted from. */
export type ControleDuPrefet = DelaiDuDefere & {
  readonly piecesDemandeesLe: Jour | null;
  readonly gracieuxLe: Jour | null;
};

/** The decision that ended the act. */
export type FinDeVie = {
  readonly genre: 'retrait' | 'abrogation';
  readonly le: Jour;
  readonly acte: string | null;
};

/**
 * Does the act apply, since when, and until when can it be challenged? Computed from the recorded
 * formalities, never stored. A null day means the facts do not allow it to be told.
 */
export type VieDeLActe = {
  /** Whether this kind of act must be transmitted to the prefect (L2131-2). */
  readonly aTransmettre: boolean;
  readonly transmiseLe: Jour | null;
  readonly recueLe: Jour | null;
  /** The publicity the law asks of this act of this collectivity on that day. */
  readonly publiciteRequise: 'electronique' | 'affichage' | 'papier' | 'notification';
  /** Day of the publicity that counts; null when none is proven. */
  readonly publieeLe: Jour | null;
  readonly executoireDepuis: Jour | null;
  /** Whether urgency was invoked for its publicity (L2131-1 V). */
  readonly urgence: boolean;
  /** Day of the posting that alone put the act in force, in urgency; null otherwise. */
  readonly afficheeEnUrgenceLe: Jour | null;
  /** The formalities still missing before the act is in force. */
  readonly manque: readonly ('transmission' | 'publicite')[];
  /** Last day for a third party to go to court (CJA R421-1); null while publicity is not proven. */
  readonly recoursJusquAu: Jour | null;
  /** What that day is counted by; null with it. */
  readonly delaiDeRecours: DelaiDeRecours['genre'] | null;
  /** Requests to the council, the prefect's apart, in the order they were noted. */
  readonly recoursGracieux: readonly RecoursSuivi[];
  /** Last day for whomever a request gave a longer delay; `recoursJusquAu` when there is none. */
  readonly recoursEpuisesLe: Jour | null;
  /** Last day for the prefect (L2131-6); null before reception, or while documents are awaited. */
  readonly defereJusquAu: Jour | null;
  /** What that day is counted from; null before reception. */
  readonly controle: ControleDuPrefet | null;
  /** The prefect went to court; `suspendueJusquAu`: at most until then (L2131-6 al. 4). */
  readonly defere: { readonly le: Jour; readonly suspendueJusquAu: Jour | null } | null;
  /** Last day to withdraw the act if it is unlawful (CRPA L242-1, L243-3); null without an act. */
  readonly retirableJusquAu: Jour | null;
  /** Null while the act stands. */
  readonly fin: FinDeVie | null;
  /** Last day to post and put on line the list of deliberations (L2121-25). */
  readonly listeAvantLe: Jour;
  readonly constats: readonly Constat[];
};
