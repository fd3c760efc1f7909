import type { Heure } from '#base/heure.ts';
import type { Resultat } from '#droit/resultat.ts';
import type { Affaire, IdAffaire } from '../affaire.ts';
import type {
  ConstatPasseOutre,
  ConvocationEnvoyee,
  DeportDeclare,
  DiscussionNotee,
  Fait,
  FaitInsere,
  FaitRectifie,
  HuisClosPrononce,
  ListePubliee,
  MentionPortee,
  ProcesVerbalArrete,
  PublicationFaite,
  ReceptionAttestee,
  ScrutinDemande,
  SeancePreparee,
  SignatureApposee,
  TourDeNominationClos,
  TransmissionFaite,
  VoteClos,
} from '../faits.ts';
import type { IdMembre } from '../membre.ts';
import type { Contestation } from '../recours/suivi.ts';
import type { Teletransmission } from '../transmission/suivi.ts';
import type { Mouvement } from './mouvement.ts';

/** A sitting not even prepared has no fact; every other state has an identity. */
export type EtatDeSeance = 'preparee' | 'convoquee' | 'ouverte' | 'suspendue' | 'levee';

export type EtatDAffaire =
  | 'inscrite'
  | 'en-discussion'
  | 'adoptee'
  | 'rejetee'
  | 'pourvue'
  | 'prise-d-acte'
  | 'ajournee'
  | 'retiree'
  | 'renvoyee';

export type Pouvoir = {
  readonly mandant: IdMembre;
  readonly mandataire: IdMembre;
  readonly ecrit: boolean | null;
};

/** Who was in the room, represented and away at one moment; the three parts are disjoint. */
export type Assistance = {
  readonly president: IdMembre;
  readonly presents: readonly IdMembre[];
  /** Proxies whose holder is in the room and whose giver is not. */
  readonly representes: readonly Pouvoir[];
  readonly absents: readonly IdMembre[];
};

/** One member's voice on one item, for the hemicycle and the named record. */
export type Voix = 'pour' | 'contre' | 'abstention' | 'ne-prend-pas-part' | 'inconnue' | 'absent';

export type VoteCompte = {
  readonly fait: VoteClos;
  readonly assistance: Assistance;
  readonly resultat: Resultat;
  /** Every member en exercice; `inconnue` when only counts are known or the ballot is secret. */
  readonly voix: { readonly [membre: IdMembre]: Voix };
};

export type TourCompte = {
  readonly fait: TourDeNominationClos;
  readonly assistance: Assistance;
  readonly suffragesExprimes: number;
  readonly majorite: number;
  /** Name of the one appointed at this round; null when another round is needed. */
  readonly elu: string | null;
  /** The names only an age could decide between, when no date of birth tells. */
  readonly aDepartager: readonly string[];
};

export type SuiviDAffaire = {
  readonly affaire: Affaire;
  readonly etat: EtatDAffaire;
  /** Who takes the chair for this item only; null when the chair of the sitting keeps it. */
  readonly president: IdMembre | null;
  /** The room when the discussion began: where the quorum is looked at. Null before. */
  readonly miseEnDiscussion: {
    /** Rank in the order things happened, to set movements and items in one order. */
    readonly position: number;
    readonly heure: Heure | null;
    readonly assistance: Assistance;
  } | null;
  readonly deports: readonly DeportDeclare[];
  readonly discussion: readonly DiscussionNotee[];
  readonly scrutinsDemandes: readonly ScrutinDemande[];
  readonly vote: VoteCompte | null;
  readonly tours: readonly TourCompte[];
  /** Reason of an adjournment or withdrawal, destination of a referral. */
  readonly issue: string | null;
  readonly signatures: readonly SignatureApposee[];
  readonly mentions: readonly MentionPortee[];
  readonly transmission: TransmissionFaite | null;
  readonly reception: ReceptionAttestee | null;
  readonly publications: readonly PublicationFaite[];
  readonly teletransmission: Teletransmission;
  readonly contestation: Contestation;
};

/** The trace of a correction: what was noted first, and the fact that corrects it. */
export type Rectification = {
  readonly position: number;
  readonly fait: FaitRectifie;
  readonly avant: Fait;
};

/** The trace of a fact inserted afterwards. `position`: rank of the insertion in the stream. */
export type Insertion = { readonly position: number; readonly fait: FaitInsere };

/** The state of a sitting: computed by `rejouer` from its facts, never stored as truth. */
export type Seance = {
  readonly etat: EtatDeSeance;
  /** The stream as it was recorded, corrected facts and corrections included. */
  readonly faits: readonly Fait[];
  /** Number of facts replayed: the position the next one will take. */
  readonly version: number;
  readonly identite: SeancePreparee;
  readonly convocation: ConvocationEnvoyee | null;
  readonly affaires: readonly SuiviDAffaire[];
  readonly enDiscussion: IdAffaire | null;
  readonly ouverture: { readonly heure: Heure | null; readonly assistance: Assistance } | null;
  readonly levee: { readonly heure: Heure | null; readonly motif: string | null } | null;
  readonly president: IdMembre | null;
  readonly presidenceDAffaire: IdMembre | null;
  readonly secretaires: readonly IdMembre[];
  readonly auxiliaires: readonly string[];
  /** Members in the room now. */
  readonly presents: readonly IdMembre[];
  readonly excuses: readonly IdMembre[];
  readonly pouvoirs: readonly Pouvoir[];
  readonly huisClos: HuisClosPrononce | null;
  /** Every vote to close the doors, with the room that voted: lifting it does not undo the vote. */
  readonly votesDeHuisClos: readonly {
    readonly fait: HuisClosPrononce;
    readonly assistance: Assistance | null;
  }[];
  readonly mouvements: readonly Mouvement[];
  /** Notes not tied to an item. */
  readonly discussion: readonly DiscussionNotee[];
  readonly signatures: readonly SignatureApposee[];
  readonly liste: ListePubliee | null;
  readonly procesVerbal: ProcesVerbalArrete | null;
  readonly passesOutre: readonly ConstatPasseOutre[];
  readonly rectifications: readonly Rectification[];
  readonly insertions: readonly Insertion[];
};
