import type {
  ActeAbroge,
  ActeRetire,
  DefereNotifie,
  PiecesDemandees,
  PiecesFournies,
  RecoursGracieuxRecu,
  RecoursGracieuxTranche,
  UrgenceInvoquee,
} from './faits.ts';

/** What was done against an act, or to hurry or end it, as noted by hand. */
export type Contestation = {
  readonly urgence: UrgenceInvoquee | null;
  readonly recours: readonly RecoursGracieuxRecu[];
  readonly reponses: readonly RecoursGracieuxTranche[];
  readonly piecesDemandees: readonly PiecesDemandees[];
  readonly piecesFournies: readonly PiecesFournies[];
  readonly defere: DefereNotifie | null;
  readonly retrait: ActeRetire | null;
  readonly abrogation: ActeAbroge | null;
};

export const JAMAIS_CONTESTE: Contestation = {
  urgence: null,
  recours: [],
  reponses: [],
  piecesDemandees: [],
  piecesFournies: [],
  defere: null,
  retrait: null,
  abrogation: null,
};
