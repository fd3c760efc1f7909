import type { Fait } from '../faits.ts';
import type { EtatDAffaire, EtatDeSeance } from '../seance/etat.ts';

/** What the clerk was about to do, as it reads after « On ne peut pas ». */
export const ACTES_EN_CLAIR: { readonly [T in Fait['type']]: string } = {
  SeancePreparee: 'préparer la séance',
  AffaireInscrite: 'inscrire une affaire',
  ConvocationEnvoyee: 'noter une convocation',
  SeanceOuverte: 'ouvrir la séance',
  SecretaireNomme: 'nommer le secrétaire de séance',
  ExcuseRecue: 'noter une excuse',
  ArriveeConstatee: 'noter une arrivée',
  DepartConstate: 'noter un départ',
  PouvoirRemis: 'noter un pouvoir',
  PouvoirRetire: 'retirer un pouvoir',
  DeportDeclare: 'noter un déport',
  PresidenceConfiee: 'confier la présidence',
  AffaireMiseEnDiscussion: 'ouvrir la discussion',
  DiscussionNotee: 'noter une intervention',
  ScrutinDemande: 'noter une demande de scrutin',
  VoteClos: 'clore un vote',
  TourDeNominationClos: 'clore un tour de scrutin',
  AffaireAjournee: 'ajourner une affaire',
  AffaireRetiree: 'retirer une affaire',
  AffaireRenvoyee: 'renvoyer une affaire',
  SeanceSuspendue: 'suspendre la séance',
  SeanceReprise: 'reprendre la séance',
  HuisClosPrononce: 'prononcer le huis clos',
  HuisClosLeve: 'lever le huis clos',
  SeanceLevee: 'lever la séance',
  SignatureApposee: 'noter une signature',
  MentionPortee: 'noter une mention',
  ListePubliee: 'noter la publication de la liste des délibérations',
  TransmissionFaite: 'noter une transmission au préfet',
  ReceptionAttestee: 'noter un accusé de réception',
  PublicationFaite: 'noter une publication',
  ProcesVerbalArrete: 'arrêter le procès-verbal',
  ConstatPasseOutre: 'passer outre un constat',
  FaitRectifie: 'rectifier un fait',
};

export const ETATS_EN_CLAIR: { readonly [E in EtatDeSeance]: string } = {
  preparee: 'préparée, mais pas encore ouverte',
  convoquee: 'convoquée, mais pas encore ouverte',
  ouverte: 'ouverte',
  suspendue: 'suspendue',
  levee: 'levée',
};

export const ETATS_DAFFAIRE_EN_CLAIR: { readonly [E in EtatDAffaire]: string } = {
  inscrite: 'inscrite, mais pas encore mise en discussion',
  'en-discussion': 'en discussion',
  adoptee: 'déjà adoptée',
  rejetee: 'déjà rejetée',
  pourvue: 'déjà pourvue',
  'prise-d-acte': 'close : le conseil en a pris acte',
  ajournee: 'ajournée',
  retiree: 'retirée de l’ordre du jour',
  renvoyee: 'renvoyée',
};
