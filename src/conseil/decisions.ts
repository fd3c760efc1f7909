import type { Result } from '#base/result.ts';
import { type ApposerUneSignature, apposerUneSignature } from './acte/apposer-une-signature.ts';
import { type AttesterLaReception, attesterLaReception } from './acte/attester-la-reception.ts';
import { type PorterUneMention, porterUneMention } from './acte/porter-une-mention.ts';
import { type Publier, publier } from './acte/publier.ts';
import { type Transmettre, transmettre } from './acte/transmettre.ts';
import { type AjournerUneAffaire, ajournerUneAffaire } from './affaire/ajourner-une-affaire.ts';
import { type MettreEnDiscussion, mettreEnDiscussion } from './affaire/mettre-en-discussion.ts';
import { type NoterLaDiscussion, noterLaDiscussion } from './affaire/noter-la-discussion.ts';
import { type RenvoyerUneAffaire, renvoyerUneAffaire } from './affaire/renvoyer-une-affaire.ts';
import { type RetirerUneAffaire, retirerUneAffaire } from './affaire/retirer-une-affaire.ts';
import { type LeverLeHuisClos, leverLeHuisClos } from './huis-clos/lever-le-huis-clos.ts';
import {
  type PrononcerLeHuisClos,
  prononcerLeHuisClos,
} from './huis-clos/prononcer-le-huis-clos.ts';
import { type PasserOutre, passerOutre } from './journal/passer-outre.ts';
import { type RemettreUnPouvoir, remettreUnPouvoir } from './pouvoir/remettre-un-pouvoir.ts';
import { type RetirerUnPouvoir, retirerUnPouvoir } from './pouvoir/retirer-un-pouvoir.ts';
import { type Convoquer, convoquer } from './preparation/convoquer.ts';
import { type InscrireUneAffaire, inscrireUneAffaire } from './preparation/inscrire-une-affaire.ts';
import { type ConfierLaPresidence, confierLaPresidence } from './presence/confier-la-presidence.ts';
import { type ConstaterUnDepart, constaterUnDepart } from './presence/constater-un-depart.ts';
import { type ConstaterUneArrivee, constaterUneArrivee } from './presence/constater-une-arrivee.ts';
import { type DeclarerUnDeport, declarerUnDeport } from './presence/declarer-un-deport.ts';
import { type RecevoirUneExcuse, recevoirUneExcuse } from './presence/recevoir-une-excuse.ts';
import {
  type ArreterLeProcesVerbal,
  arreterLeProcesVerbal,
} from './proces-verbal/arreter-le-proces-verbal.ts';
import { type PublierLaListe, publierLaListe } from './proces-verbal/publier-la-liste.ts';
import { type AbrogerLActe, abrogerLActe } from './recours/abroger-l-acte.ts';
import { type FournirLesPieces, fournirLesPieces } from './recours/fournir-les-pieces.ts';
import { type InvoquerLUrgence, invoquerLUrgence } from './recours/invoquer-l-urgence.ts';
import { type RecevoirLeDefere, recevoirLeDefere } from './recours/recevoir-le-defere.ts';
import {
  type RecevoirUnRecoursGracieux,
  recevoirUnRecoursGracieux,
} from './recours/recevoir-un-recours-gracieux.ts';
import {
  type RecevoirUneDemandeDePieces,
  recevoirUneDemandeDePieces,
} from './recours/recevoir-une-demande-de-pieces.ts';
import { type RetirerLActe, retirerLActe } from './recours/retirer-l-acte.ts';
import {
  type TrancherUnRecoursGracieux,
  trancherUnRecoursGracieux,
} from './recours/trancher-un-recours-gracieux.ts';
import { type CloreLeVote, cloreLeVote } from './scrutin/clore-le-vote.ts';
import { type CloreUnTour, cloreUnTour } from './scrutin/clore-un-tour.ts';
import { type DemanderUnScrutin, demanderUnScrutin } from './scrutin/demander-un-scrutin.ts';
import { type LeverLaSeance, leverLaSeance } from './seance/lever-la-seance.ts';
import { type NommerLeSecretaire, nommerLeSecretaire } from './seance/nommer-le-secretaire.ts';
import { type OuvrirLaSeance, ouvrirLaSeance } from './seance/ouvrir-la-seance.ts';
import { type ReprendreLaSeance, reprendreLaSeance } from './seance/reprendre-la-seance.ts';
import { type SuspendreLaSeance, suspendreLaSeance } from './seance/suspendre-la-seance.ts';
import {
  type AccepterLaTransmission,
  accepterLaTransmission,
} from './transmission/accepter-la-transmission.ts';
import {
  type ConstaterLAnnulation,
  constaterLAnnulation,
} from './transmission/constater-l-annulation.ts';
import {
  type DemanderLAnnulation,
  demanderLAnnulation,
} from './transmission/demander-l-annulation.ts';
import {
  type DemanderLaTransmission,
  demanderLaTransmission,
} from './transmission/demander-la-transmission.ts';
import { type RecevoirUnAccuse, recevoirUnAccuse } from './transmission/recevoir-un-accuse.ts';
import {
  type RecevoirUnCourrier,
  recevoirUnCourrier,
} from './transmission/recevoir-un-courrier.ts';
import {
  type RecevoirUneAnomalie,
  recevoirUneAnomalie,
} from './transmission/recevoir-une-anomalie.ts';
import {
  type RepondreAUnCourrier,
  repondreAUnCourrier,
} from './transmission/repondre-a-un-courrier.ts';
import type { Fait } from './faits.ts';
import type { Refus } from './refus/refus.ts';
import type { Seance } from './seance/etat.ts';

/** What can be asked of a sitting that exists, corrections aside. */
export type CommandeSimple =
  | InscrireUneAffaire
  | Convoquer
  | OuvrirLaSeance
  | NommerLeSecretaire
  | RecevoirUneExcuse
  | ConstaterUneArrivee
  | ConstaterUnDepart
  | RemettreUnPouvoir
  | RetirerUnPouvoir
  | DeclarerUnDeport
  | ConfierLaPresidence
  | MettreEnDiscussion
  | NoterLaDiscussion
  | DemanderUnScrutin
  | CloreLeVote
  | CloreUnTour
  | AjournerUneAffaire
  | RetirerUneAffaire
  | RenvoyerUneAffaire
  | SuspendreLaSeance
  | ReprendreLaSeance
  | PrononcerLeHuisClos
  | LeverLeHuisClos
  | LeverLaSeance
  | ApposerUneSignature
  | PorterUneMention
  | PublierLaListe
  | Transmettre
  | AttesterLaReception
  | Publier
  | DemanderLaTransmission
  | AccepterLaTransmission
  | RecevoirUnAccuse
  | RecevoirUneAnomalie
  | RecevoirUnCourrier
  | RepondreAUnCourrier
  | DemanderLAnnulation
  | ConstaterLAnnulation
  | ArreterLeProcesVerbal
  | PasserOutre
  | InvoquerLUrgence
  | RecevoirUnRecoursGracieux
  | TrancherUnRecoursGracieux
  | RecevoirUneDemandeDePieces
  | FournirLesPieces
  | RecevoirLeDefere
  | RetirerLActe
  | AbrogerLActe;

export type CommandeParType = { readonly [C in CommandeSimple as C['type']]: C };

/** The fact each command yields. */
export const FAIT_DE: { readonly [T in CommandeSimple['type']]: Fait['type'] } = {
  InscrireUneAffaire: 'AffaireInscrite',
  Convoquer: 'ConvocationEnvoyee',
  OuvrirLaSeance: 'SeanceOuverte',
  NommerLeSecretaire: 'SecretaireNomme',
  RecevoirUneExcuse: 'ExcuseRecue',
  ConstaterUneArrivee: 'ArriveeConstatee',
  ConstaterUnDepart: 'DepartConstate',
  RemettreUnPouvoir: 'PouvoirRemis',
  RetirerUnPouvoir: 'PouvoirRetire',
  DeclarerUnDeport: 'DeportDeclare',
  ConfierLaPresidence: 'PresidenceConfiee',
  MettreEnDiscussion: 'AffaireMiseEnDiscussion',
  NoterLaDiscussion: 'DiscussionNotee',
  DemanderUnScrutin: 'ScrutinDemande',
  CloreLeVote: 'VoteClos',
  CloreUnTour: 'TourDeNominationClos',
  AjournerUneAffaire: 'AffaireAjournee',
  RetirerUneAffaire: 'AffaireRetiree',
  RenvoyerUneAffaire: 'AffaireRenvoyee',
  SuspendreLaSeance: 'SeanceSuspendue',
  ReprendreLaSeance: 'SeanceReprise',
  PrononcerLeHuisClos: 'HuisClosPrononce',
  LeverLeHuisClos: 'HuisClosLeve',
  LeverLaSeance: 'SeanceLevee',
  ApposerUneSignature: 'SignatureApposee',
  PorterUneMention: 'MentionPortee',
  PublierLaListe: 'ListePubliee',
  Transmettre: 'TransmissionFaite',
  AttesterLaReception: 'ReceptionAttestee',
  Publier: 'PublicationFaite',
  DemanderLaTransmission: 'TransmissionDemandee',
  AccepterLaTransmission: 'TransmissionAcceptee',
  RecevoirUnAccuse: 'AccuseRecu',
  RecevoirUneAnomalie: 'AnomalieRecue',
  RecevoirUnCourrier: 'CourrierRecu',
  RepondreAUnCourrier: 'ReponseEnvoyee',
  DemanderLAnnulation: 'AnnulationDemandee',
  ConstaterLAnnulation: 'ActeAnnule',
  ArreterLeProcesVerbal: 'ProcesVerbalArrete',
  PasserOutre: 'ConstatPasseOutre',
  InvoquerLUrgence: 'UrgenceInvoquee',
  RecevoirUnRecoursGracieux: 'RecoursGracieuxRecu',
  TrancherUnRecoursGracieux: 'RecoursGracieuxTranche',
  RecevoirUneDemandeDePieces: 'PiecesDemandees',
  FournirLesPieces: 'PiecesFournies',
  RecevoirLeDefere: 'DefereNotifie',
  RetirerLActe: 'ActeRetire',
  AbrogerLActe: 'ActeAbroge',
};

/** The decision of each act. */
export const DECISIONS: {
  readonly [T in keyof CommandeParType]: (
    seance: Seance,
    commande: CommandeParType[T],
  ) => Result<readonly Fait[], Refus>;
} = {
  InscrireUneAffaire: inscrireUneAffaire,
  Convoquer: convoquer,
  OuvrirLaSeance: ouvrirLaSeance,
  NommerLeSecretaire: nommerLeSecretaire,
  RecevoirUneExcuse: recevoirUneExcuse,
  ConstaterUneArrivee: constaterUneArrivee,
  ConstaterUnDepart: constaterUnDepart,
  RemettreUnPouvoir: remettreUnPouvoir,
  RetirerUnPouvoir: retirerUnPouvoir,
  DeclarerUnDeport: declarerUnDeport,
  ConfierLaPresidence: confierLaPresidence,
  MettreEnDiscussion: mettreEnDiscussion,
  NoterLaDiscussion: noterLaDiscussion,
  DemanderUnScrutin: demanderUnScrutin,
  CloreLeVote: cloreLeVote,
  CloreUnTour: cloreUnTour,
  AjournerUneAffaire: ajournerUneAffaire,
  RetirerUneAffaire: retirerUneAffaire,
  RenvoyerUneAffaire: renvoyerUneAffaire,
  SuspendreLaSeance: suspendreLaSeance,
  ReprendreLaSeance: reprendreLaSeance,
  PrononcerLeHuisClos: prononcerLeHuisClos,
  LeverLeHuisClos: leverLeHuisClos,
  LeverLaSeance: leverLaSeance,
  ApposerUneSignature: apposerUneSignature,
  PorterUneMention: porterUneMention,
  PublierLaListe: publierLaListe,
  Transmettre: transmettre,
  AttesterLaReception: attesterLaReception,
  Publier: publier,
  DemanderLaTransmission: demanderLaTransmission,
  AccepterLaTransmission: accepterLaTransmission,
  RecevoirUnAccuse: recevoirUnAccuse,
  RecevoirUneAnomalie: recevoirUneAnomalie,
  RecevoirUnCourrier: recevoirUnCourrier,
  RepondreAUnCourrier: repondreAUnCourrier,
  DemanderLAnnulation: demanderLAnnulation,
  ConstaterLAnnulation: constaterLAnnulation,
  ArreterLeProcesVerbal: arreterLeProcesVerbal,
  PasserOutre: passerOutre,
  InvoquerLUrgence: invoquerLUrgence,
  RecevoirUnRecoursGracieux: recevoirUnRecoursGracieux,
  TrancherUnRecoursGracieux: trancherUnRecoursGracieux,
  RecevoirUneDemandeDePieces: recevoirUneDemandeDePieces,
  FournirLesPieces: fournirLesPieces,
  RecevoirLeDefere: recevoirLeDefere,
  RetirerLActe: retirerLActe,
  AbrogerLActe: abrogerLActe,
};
