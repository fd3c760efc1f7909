import { enToutesLettres } from '#base/jour.ts';
import type { IdAffaire } from '../affaire.ts';
import type { Fait, FaitSimple } from '../faits.ts';
import { type IdMembre, nomComplet } from '../membre.ts';
import type { Seance } from '../seance/etat.ts';

/** What each fact is called in the journal. */
export const FAITS_EN_CLAIR: { readonly [T in Fait['type']]: string } = {
  SeancePreparee: 'Séance préparée',
  AffaireInscrite: 'Affaire inscrite',
  ConvocationEnvoyee: 'Convocation envoyée',
  SeanceOuverte: 'Séance ouverte',
  SecretaireNomme: 'Secrétaire nommé',
  ExcuseRecue: 'Excuse reçue',
  ArriveeConstatee: 'Arrivée',
  DepartConstate: 'Départ',
  PouvoirRemis: 'Pouvoir remis',
  PouvoirRetire: 'Pouvoir retiré',
  DeportDeclare: 'Déport',
  PresidenceConfiee: 'Présidence confiée',
  AffaireMiseEnDiscussion: 'Mise en discussion',
  DiscussionNotee: 'Intervention',
  ScrutinDemande: 'Scrutin demandé',
  VoteClos: 'Vote clos',
  TourDeNominationClos: 'Tour de scrutin clos',
  AffaireAjournee: 'Affaire ajournée',
  AffaireRetiree: 'Affaire retirée',
  AffaireRenvoyee: 'Affaire renvoyée',
  SeanceSuspendue: 'Séance suspendue',
  SeanceReprise: 'Séance reprise',
  HuisClosPrononce: 'Huis clos prononcé',
  HuisClosLeve: 'Huis clos levé',
  SeanceLevee: 'Séance levée',
  SignatureApposee: 'Signature',
  MentionPortee: 'Mention portée',
  ListePubliee: 'Liste des délibérations publiée',
  TransmissionFaite: 'Transmission au préfet',
  ReceptionAttestee: 'Réception attestée',
  PublicationFaite: 'Publication',
  TransmissionDemandee: 'Transmission demandée',
  TransmissionAcceptee: 'Transmission prise en charge',
  AccuseRecu: 'Accusé de la préfecture',
  AnomalieRecue: 'Anomalie de transmission',
  CourrierRecu: 'Courrier de la préfecture',
  ReponseEnvoyee: 'Réponse à la préfecture',
  AnnulationDemandee: 'Annulation de la transmission demandée',
  ActeAnnule: 'Transmission annulée',
  ProcesVerbalArrete: 'Procès-verbal arrêté',
  ConstatPasseOutre: 'Constat passé outre',
  UrgenceInvoquee: 'Urgence invoquée',
  RecoursGracieuxRecu: 'Recours gracieux reçu',
  RecoursGracieuxTranche: 'Réponse à un recours gracieux',
  PiecesDemandees: 'Pièces demandées par le préfet',
  PiecesFournies: 'Pièces parvenues au préfet',
  DefereNotifie: 'Tribunal saisi par le préfet',
  ActeRetire: 'Acte retiré',
  ActeAbroge: 'Acte abrogé',
  FaitRectifie: 'Rectification',
  FaitInsere: 'Ajout après coup',
};

const qui = ({ identite }: Seance, fait: FaitSimple): readonly string[] => {
  const nom = (id: IdMembre): string => nomComplet(identite.tableau, id);
  if (fait.type === 'PouvoirRemis') return [`${nom(fait.mandant)} à ${nom(fait.mandataire)}`];
  if (fait.type === 'PouvoirRetire') return [nom(fait.mandant)];
  if (fait.type === 'SeanceOuverte') return [`${fait.presents.length} présents`];
  return 'membre' in fait && fait.membre !== null ? [nom(fait.membre)] : [];
};

function surQuoi({ affaires }: Seance, fait: FaitSimple): readonly string[] {
  if (fait.type === 'AffaireInscrite') return [`« ${fait.affaire.objet} »`];
  const id: IdAffaire | null = 'affaire' in fait ? fait.affaire : null;
  if (id === null) return [];
  const suivi = affaires.find(({ affaire }) => affaire.id === id);
  return [`« ${suivi?.affaire.numero ?? suivi?.affaire.objet ?? id} »`];
}

/** One line for a fact: « Arrivée : Camille N6, « DL.2022-330 » », without its hour. */
export function faitEnClair(seance: Seance, fait: FaitSimple): string {
  const le = 'le' in fait && fait.le !== null ? [enToutesLettres(fait.le)] : [];
  const details = [...qui(seance, fait), ...surQuoi(seance, fait), ...le];
  const nom = FAITS_EN_CLAIR[fait.type];
  return details.length === 0 ? nom : `${nom} : ${details.join(', ')}`;
}
