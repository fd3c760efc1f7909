import type { Heure } from '#base/heure.ts';
import type { Jour } from '#base/jour.ts';
import type { Affaire, IdAffaire } from './affaire.ts';
import type { Assemblee, Collectivite } from './collectivite.ts';
import type { IdMembre, Tableau } from './membre.ts';
import type { FaitDeRecours } from './recours/faits.ts';
import type {
  AccuseRecu,
  ActeAnnule,
  AnnulationDemandee,
  AnomalieRecue,
  CourrierRecu,
  ReponseEnvoyee,
  TransmissionAcceptee,
  TransmissionDemandee,
} from './transmission/faits.ts';

/**
 * What happened, in the order it happened. Facts are appended and never changed; the state of a
 * sitting, its documents and its legal effects are computed from them. `heure` is null when
 * nobody noted it.
 */
export type Fait = FaitSimple | FaitRectifie | FaitInsere;

/** A fact that tells of no other. */
export type FaitSimple =
  | SeancePreparee
  | AffaireInscrite
  | ConvocationEnvoyee
  | SeanceOuverte
  | SecretaireNomme
  | ExcuseRecue
  | ArriveeConstatee
  | DepartConstate
  | PouvoirRemis
  | PouvoirRetire
  | DeportDeclare
  | PresidenceConfiee
  | AffaireMiseEnDiscussion
  | DiscussionNotee
  | ScrutinDemande
  | VoteClos
  | TourDeNominationClos
  | AffaireAjournee
  | AffaireRetiree
  | AffaireRenvoyee
  | SeanceSuspendue
  | SeanceReprise
  | HuisClosPrononce
  | HuisClosLeve
  | SeanceLevee
  | SignatureApposee
  | MentionPortee
  | ListePubliee
  | TransmissionFaite
  | ReceptionAttestee
  | PublicationFaite
  | TransmissionDemandee
  | TransmissionAcceptee
  | AccuseRecu
  | AnomalieRecue
  | CourrierRecu
  | ReponseEnvoyee
  | AnnulationDemandee
  | ActeAnnule
  | ProcesVerbalArrete
  | ConstatPasseOutre
  | FaitDeRecours;

/** Identity of the sitting with the council as it stood that day. Always the first fact. */
export type SeancePreparee = {
  readonly type: 'SeancePreparee';
  readonly id: string;
  readonly jour: Jour;
  readonly heure: Heure | null;
  readonly lieu: string | null;
  /** As the council names it, « session ordinaire »; the law knows only meetings. */
  readonly appellation: string | null;
  readonly collectivite: Collectivite;
  readonly assemblee: Assemblee;
  readonly tableau: Tableau;
};

export type AffaireInscrite = { readonly type: 'AffaireInscrite'; readonly affaire: Affaire };

export type ConvocationEnvoyee = {
  readonly type: 'ConvocationEnvoyee';
  /** Day of dispatch: that of the postmark, hand delivery or electronic sending. */
  readonly le: Jour;
  readonly par: IdMembre | null;
  readonly canal: 'electronique' | 'papier' | null;
  readonly rang: 'premiere' | 'seconde';
  readonly urgence: boolean;
  /** Whether each report or note went with it; null when not told. */
  readonly rapportsJoints: boolean | null;
  readonly publieeLe: Jour | null;
  readonly mentionneeAuRegistre: boolean | null;
  /** Articles the convocation or the extract cites, as printed. */
  readonly articlesCites: readonly string[];
};

export type SeanceOuverte = {
  readonly type: 'SeanceOuverte';
  readonly heure: Heure | null;
  readonly president: IdMembre;
  readonly presents: readonly IdMembre[];
};

export type SecretaireNomme = {
  readonly type: 'SecretaireNomme';
  readonly membres: readonly IdMembre[];
  /** Staff who help the secretary, without a vote (L2121-15 al. 2). */
  readonly auxiliaires: readonly string[];
};

export type ExcuseRecue = { readonly type: 'ExcuseRecue'; readonly membre: IdMembre };

/** `affaire`: the item under way when it happened; null between two items. */
export type ArriveeConstatee = {
  readonly type: 'ArriveeConstatee';
  readonly membre: IdMembre;
  readonly heure: Heure | null;
  readonly affaire: IdAffaire | null;
};

export type DepartConstate = {
  readonly type: 'DepartConstate';
  readonly membre: IdMembre;
  readonly heure: Heure | null;
  readonly affaire: IdAffaire | null;
};

export type PouvoirRemis = {
  readonly type: 'PouvoirRemis';
  readonly mandant: IdMembre;
  readonly mandataire: IdMembre;
  readonly ecrit: boolean | null;
};

export type PouvoirRetire = { readonly type: 'PouvoirRetire'; readonly mandant: IdMembre };

/**
 * A member steps aside for one item. The two grounds are two regimes: a personal interest
 * (L2131-11) leaves the denominator of the quorum as it is, a designation by law (L1111-6 II)
 * lowers it.
 */
export type DeportDeclare = {
  readonly type: 'DeportDeclare';
  readonly affaire: IdAffaire;
  readonly membre: IdMembre;
  readonly motif: 'interet-personnel' | 'representation-l1111-6';
  readonly organisme: string | null;
  readonly quitteLaSalle: boolean;
};

/** Another member takes the chair; `affaire` when for that item only. */
export type PresidenceConfiee = {
  readonly type: 'PresidenceConfiee';
  readonly membre: IdMembre;
  readonly affaire: IdAffaire | null;
};

export type AffaireMiseEnDiscussion = {
  readonly type: 'AffaireMiseEnDiscussion';
  readonly affaire: IdAffaire;
  readonly heure: Heure | null;
};

/** What was said, for the minutes (L2121-15: « la teneur des discussions »). */
export type DiscussionNotee = {
  readonly type: 'DiscussionNotee';
  readonly affaire: IdAffaire | null;
  readonly membre: IdMembre | null;
  readonly texte: string;
};

/** Members ask for a public or a secret ballot on an item; whether they are enough is the law's opinion. */
export type ScrutinDemande = {
  readonly type: 'ScrutinDemande';
  readonly affaire: IdAffaire;
  readonly mode: 'public' | 'secret';
  readonly demandeurs: readonly IdMembre[];
};

/**
 * How the votes fell. By name: whoever is not an exception voted for. By totals: only counts
 * are known. Secret: counts, and only there blank and void papers.
 */
export type Decompte =
  | {
      readonly mode: 'ordinaire' | 'public';
      readonly contre: readonly IdMembre[];
      readonly abstentions: readonly IdMembre[];
      readonly nonParticipations: readonly IdMembre[];
    }
  | {
      readonly mode: 'ordinaire-sans-noms';
      readonly pour: number;
      readonly contre: number;
      readonly abstentions: number;
      readonly nonParticipations: number;
      /** The chair's own vote, which decides a tie; null when not known or not cast. */
      readonly voixDuPresident: 'pour' | 'contre' | 'abstention' | null;
    }
  | {
      readonly mode: 'secret';
      readonly pour: number;
      readonly contre: number;
      readonly blancs: number;
      readonly nuls: number;
      readonly abstentions: number;
      readonly nonParticipations: number;
    };

export type VoteClos = {
  readonly type: 'VoteClos';
  readonly affaire: IdAffaire;
  readonly decompte: Decompte;
  /** The result as it was announced or printed, word for word; null when not told. */
  readonly annonce: string | null;
};

/** A round of an appointment. Candidates are members or outside persons. */
export type TourDeNominationClos = {
  readonly type: 'TourDeNominationClos';
  readonly affaire: IdAffaire;
  readonly tour: 1 | 2 | 3;
  readonly scrutin: 'secret' | 'public';
  readonly votants: number;
  readonly blancs: number;
  readonly nuls: number;
  readonly candidats: readonly {
    readonly nom: string;
    readonly membre: IdMembre | null;
    readonly naissance: Jour | null;
    readonly voix: number;
  }[];
};

export type AffaireAjournee = {
  readonly type: 'AffaireAjournee';
  readonly affaire: IdAffaire;
  readonly motif: string;
};
export type AffaireRetiree = {
  readonly type: 'AffaireRetiree';
  readonly affaire: IdAffaire;
  readonly motif: string | null;
};
export type AffaireRenvoyee = {
  readonly type: 'AffaireRenvoyee';
  readonly affaire: IdAffaire;
  /** Where to: a committee, a later sitting. */
  readonly vers: string;
};

export type SeanceSuspendue = {
  readonly type: 'SeanceSuspendue';
  readonly heure: Heure | null;
  readonly motif: string | null;
};
export type SeanceReprise = { readonly type: 'SeanceReprise'; readonly heure: Heure | null };

export type HuisClosPrononce = {
  readonly type: 'HuisClosPrononce';
  /** The members who asked; the chair alone may ask (L2121-18). */
  readonly demandeurs: readonly IdMembre[];
  readonly pour: number;
  readonly contre: number;
  readonly abstentions: number;
};
export type HuisClosLeve = { readonly type: 'HuisClosLeve' };

export type SeanceLevee = {
  readonly type: 'SeanceLevee';
  readonly heure: Heure | null;
  readonly motif: 'ordre-du-jour-epuise' | 'quorum-perdu' | 'autre' | null;
};

export type SignatureApposee = {
  readonly type: 'SignatureApposee';
  readonly document: 'deliberation' | 'extrait' | 'proces-verbal' | 'registre' | 'liste';
  readonly affaire: IdAffaire | null;
  readonly membre: IdMembre;
  /** As printed above the name: « Maire, président de séance ». */
  readonly qualite: string;
  /** The delegation order that lets a delegate certify an extract (L2122-18); null when not cited. */
  readonly delegation: string | null;
  readonly le: Jour | null;
};

/** A mention carried by a document, word for word: the law reads it, the product does not repeat it. */
export type MentionPortee = {
  readonly type: 'MentionPortee';
  readonly affaire: IdAffaire;
  readonly genre: 'affichage' | 'caractere-executoire' | 'voies-et-delais' | 'autre';
  readonly texte: string;
  readonly le: Jour | null;
};

/** The list of the deliberations examined (L2121-25): posted, put on line. */
export type ListePubliee = {
  readonly type: 'ListePubliee';
  readonly afficheeLe: Jour | null;
  readonly enLigneLe: Jour | null;
};

export type TransmissionFaite = {
  readonly type: 'TransmissionFaite';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  readonly voie: 'electronique' | 'papier';
};

export type ReceptionAttestee = {
  readonly type: 'ReceptionAttestee';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  /** The identifier on the receipt, `013-211300017-20221014-lmc1226572-DE-1-1`. */
  readonly identifiant: string;
};

export type PublicationFaite = {
  readonly type: 'PublicationFaite';
  readonly affaire: IdAffaire;
  readonly le: Jour;
  /** `notification`: to the person an individual act is about (L2131-1 II). */
  readonly mode: 'electronique' | 'affichage' | 'papier' | 'notification';
  readonly adresse: string | null;
  /** R2131-1 I: whole, not modifiable, downloadable, author and date shown; null when not told. */
  readonly integrale: boolean | null;
  readonly nonModifiable: boolean | null;
  readonly telechargeable: boolean | null;
  readonly auteurEtDate: boolean | null;
};

export type ProcesVerbalArrete = {
  readonly type: 'ProcesVerbalArrete';
  /** Day of the next sitting, at the start of which it was adopted. */
  readonly le: Jour;
  readonly publieLe: Jour | null;
};

/** The clerk goes on in spite of a finding, and says why. */
export type ConstatPasseOutre = {
  readonly type: 'ConstatPasseOutre';
  readonly regle: string;
  readonly affaire: IdAffaire | null;
  readonly motif: string;
};

/** Corrects a fact with trace: `position` is its rank in the stream, from 0. */
export type FaitRectifie = {
  readonly type: 'FaitRectifie';
  readonly position: number;
  /** What should have been noted; null when the fact never took place. */
  readonly par: FaitSimple | null;
  readonly motif: string;
};

/** Noted afterwards: something that took place earlier, just after the fact of rank `apres`. */
export type FaitInsere = {
  readonly type: 'FaitInsere';
  /** Rank in the stream, from 0; that of an earlier insertion to stand just after it. */
  readonly apres: number;
  readonly fait: Exclude<FaitSimple, SeancePreparee>;
  readonly motif: string;
  /** Who asks for it, and the day it was noticed; null when not told. */
  readonly auteur: string | null;
  readonly constateLe: Jour | null;
};
