import type {
  AccuseRecu,
  ActeAnnule,
  AnnulationDemandee,
  AnomalieRecue,
  CourrierRecu,
  ReponseEnvoyee,
  TransmissionAcceptee,
  TransmissionDemandee,
} from './faits.ts';

/** What became of the sending of an act. A new request starts it again; the letters stay. */
export type Teletransmission = {
  /** The last request; null when the act was never sent this way. */
  readonly demande: TransmissionDemandee | null;
  /** How many requests were made, the last one included. */
  readonly demandes: number;
  readonly acceptee: TransmissionAcceptee | null;
  readonly accuse: AccuseRecu | null;
  /** What came back since the last request. */
  readonly anomalie: AnomalieRecue | null;
  readonly courriers: readonly CourrierRecu[];
  readonly reponses: readonly ReponseEnvoyee[];
  readonly annulation: AnnulationDemandee | null;
  /** How many cancellations were asked, the last one included. */
  readonly annulations: number;
  /** Why the last cancellation was refused. */
  readonly annulationRefusee: AnomalieRecue | null;
  readonly annulee: ActeAnnule | null;
};

export const JAMAIS_TRANSMIS: Teletransmission = {
  demande: null,
  demandes: 0,
  acceptee: null,
  accuse: null,
  anomalie: null,
  courriers: [],
  reponses: [],
  annulation: null,
  annulations: 0,
  annulationRefusee: null,
  annulee: null,
};

/** Whether a request is under way: asked, neither come back nor cancelled. */
export const enCours = ({ demande, anomalie, annulee }: Teletransmission): boolean =>
  demande !== null && anomalie === null && annulee === null;

/** Whether a cancellation waits for the prefect. */
export const annulationEnCours = (t: Teletransmission): boolean =>
  t.annulation !== null && t.annulationRefusee === null && t.annulee === null;
