import type { Commande } from './decider.ts';
import type { CommandeSimple } from './decisions.ts';
import type { Fait, FaitSimple, SeancePreparee } from './faits.ts';

type FaitDecidable = Exclude<FaitSimple, SeancePreparee>;
type FaitParType = { readonly [F in FaitDecidable as F['type']]: F };

const COMMANDE: { readonly [T in keyof FaitParType]: (fait: FaitParType[T]) => CommandeSimple } = {
  AffaireInscrite: (fait) => ({ ...fait, type: 'InscrireUneAffaire' }),
  ConvocationEnvoyee: (fait) => ({ ...fait, type: 'Convoquer' }),
  SeanceOuverte: (fait) => ({ ...fait, type: 'OuvrirLaSeance' }),
  SecretaireNomme: (fait) => ({ ...fait, type: 'NommerLeSecretaire' }),
  ExcuseRecue: (fait) => ({ ...fait, type: 'RecevoirUneExcuse' }),
  ArriveeConstatee: (fait) => ({ ...fait, type: 'ConstaterUneArrivee' }),
  DepartConstate: (fait) => ({ ...fait, type: 'ConstaterUnDepart' }),
  PouvoirRemis: (fait) => ({ ...fait, type: 'RemettreUnPouvoir' }),
  PouvoirRetire: (fait) => ({ ...fait, type: 'RetirerUnPouvoir' }),
  DeportDeclare: (fait) => ({ ...fait, type: 'DeclarerUnDeport' }),
  PresidenceConfiee: (fait) => ({ ...fait, type: 'ConfierLaPresidence' }),
  AffaireMiseEnDiscussion: (fait) => ({ ...fait, type: 'MettreEnDiscussion' }),
  DiscussionNotee: (fait) => ({ ...fait, type: 'NoterLaDiscussion' }),
  ScrutinDemande: (fait) => ({ ...fait, type: 'DemanderUnScrutin' }),
  VoteClos: (fait) => ({ ...fait, type: 'CloreLeVote' }),
  TourDeNominationClos: (fait) => ({ ...fait, type: 'CloreUnTour' }),
  AffaireAjournee: (fait) => ({ ...fait, type: 'AjournerUneAffaire' }),
  AffaireRetiree: (fait) => ({ ...fait, type: 'RetirerUneAffaire' }),
  AffaireRenvoyee: (fait) => ({ ...fait, type: 'RenvoyerUneAffaire' }),
  SeanceSuspendue: (fait) => ({ ...fait, type: 'SuspendreLaSeance' }),
  SeanceReprise: (fait) => ({ ...fait, type: 'ReprendreLaSeance' }),
  HuisClosPrononce: (fait) => ({ ...fait, type: 'PrononcerLeHuisClos' }),
  HuisClosLeve: (fait) => ({ ...fait, type: 'LeverLeHuisClos' }),
  SeanceLevee: (fait) => ({ ...fait, type: 'LeverLaSeance' }),
  SignatureApposee: (fait) => ({ ...fait, type: 'ApposerUneSignature' }),
  MentionPortee: (fait) => ({ ...fait, type: 'PorterUneMention' }),
  ListePubliee: (fait) => ({ ...fait, type: 'PublierLaListe' }),
  TransmissionFaite: (fait) => ({ ...fait, type: 'Transmettre' }),
  ReceptionAttestee: (fait) => ({ ...fait, type: 'AttesterLaReception' }),
  PublicationFaite: (fait) => ({ ...fait, type: 'Publier' }),
  TransmissionDemandee: (fait) => ({ ...fait, type: 'DemanderLaTransmission' }),
  TransmissionAcceptee: (fait) => ({ ...fait, type: 'AccepterLaTransmission' }),
  AccuseRecu: (fait) => ({ ...fait, type: 'RecevoirUnAccuse' }),
  AnomalieRecue: (fait) => ({ ...fait, type: 'RecevoirUneAnomalie' }),
  CourrierRecu: (fait) => ({ ...fait, type: 'RecevoirUnCourrier' }),
  ReponseEnvoyee: (fait) => ({ ...fait, type: 'RepondreAUnCourrier' }),
  AnnulationDemandee: (fait) => ({ ...fait, type: 'DemanderLAnnulation' }),
  ActeAnnule: (fait) => ({ ...fait, type: 'ConstaterLAnnulation' }),
  ProcesVerbalArrete: (fait) => ({ ...fait, type: 'ArreterLeProcesVerbal' }),
  ConstatPasseOutre: (fait) => ({ ...fait, type: 'PasserOutre' }),
  UrgenceInvoquee: (fait) => ({ ...fait, type: 'InvoquerLUrgence' }),
  RecoursGracieuxRecu: (fait) => ({ ...fait, type: 'RecevoirUnRecoursGracieux' }),
  RecoursGracieuxTranche: (fait) => ({ ...fait, type: 'TrancherUnRecoursGracieux' }),
  PiecesDemandees: (fait) => ({ ...fait, type: 'RecevoirUneDemandeDePieces' }),
  PiecesFournies: (fait) => ({ ...fait, type: 'FournirLesPieces' }),
  DefereNotifie: (fait) => ({ ...fait, type: 'RecevoirLeDefere' }),
  ActeRetire: (fait) => ({ ...fait, type: 'RetirerLActe' }),
  ActeAbroge: (fait) => ({ ...fait, type: 'AbrogerLActe' }),
};

const commande = <T extends keyof FaitParType>(type: T, fait: FaitParType[T]): CommandeSimple =>
  COMMANDE[type](fait);

/**
 * The command whose fact this is: what an import decides again, fact by fact, so that a file and a
 * clerk meet the same refusals.
 */
export const commandeDe = (fait: FaitDecidable): CommandeSimple => commande(fait.type, fait);

/** The same for any fact, the first of a sitting and the corrections of others included. */
export function commandeQuiNote(fait: Fait): Commande {
  if (fait.type === 'SeancePreparee') return { ...fait, type: 'PreparerLaSeance' };
  if (fait.type === 'FaitRectifie') return { ...fait, type: 'Rectifier' };
  return fait.type === 'FaitInsere' ? { ...fait, type: 'Inserer' } : commandeDe(fait);
}
