import type { Fait } from '../faits.ts';
import type { EtatDAffaire, EtatDeSeance } from '../seance/etat.ts';

type Types = readonly Fait['type'][];

const TOUJOURS: Types = [
  'ConvocationEnvoyee',
  'MentionPortee',
  'ConstatPasseOutre',
  'FaitRectifie',
  'FaitInsere',
];

const AVANT: Types = [
  ...TOUJOURS,
  'AffaireInscrite',
  'ExcuseRecue',
  'PouvoirRemis',
  'PouvoirRetire',
  'DeportDeclare',
  'AffaireRetiree',
  'SeanceOuverte',
];

const FORMALITES: Types = [
  'SignatureApposee',
  'TransmissionFaite',
  'ReceptionAttestee',
  'PublicationFaite',
  'TransmissionDemandee',
  'TransmissionAcceptee',
  'AccuseRecu',
  'AnomalieRecue',
  'CourrierRecu',
  'ReponseEnvoyee',
  'AnnulationDemandee',
  'ActeAnnule',
  'UrgenceInvoquee',
  'RecoursGracieuxRecu',
  'RecoursGracieuxTranche',
  'PiecesDemandees',
  'PiecesFournies',
  'DefereNotifie',
  'ActeRetire',
  'ActeAbroge',
];

/**
 * Which fact may follow in which state of the sitting. Only the impossible is left out: opening
 * without a convocation is irregular, so it is here, and the law says so. A convocation may be
 * noted late: it bears its own day.
 */
export const SUITES: { readonly [E in EtatDeSeance]: Types } = {
  preparee: AVANT,
  convoquee: AVANT,
  ouverte: [
    ...TOUJOURS,
    ...FORMALITES,
    'AffaireInscrite',
    'SecretaireNomme',
    'ExcuseRecue',
    'ArriveeConstatee',
    'DepartConstate',
    'PouvoirRemis',
    'PouvoirRetire',
    'DeportDeclare',
    'PresidenceConfiee',
    'AffaireMiseEnDiscussion',
    'DiscussionNotee',
    'ScrutinDemande',
    'VoteClos',
    'TourDeNominationClos',
    'AffaireAjournee',
    'AffaireRetiree',
    'AffaireRenvoyee',
    'SeanceSuspendue',
    'HuisClosPrononce',
    'HuisClosLeve',
    'SeanceLevee',
  ],
  suspendue: [
    ...TOUJOURS,
    ...FORMALITES,
    'ExcuseRecue',
    'ArriveeConstatee',
    'DepartConstate',
    'PouvoirRemis',
    'PouvoirRetire',
    'DeportDeclare',
    'PresidenceConfiee',
    'DiscussionNotee',
    'SeanceReprise',
    'SeanceLevee',
  ],
  levee: [...TOUJOURS, ...FORMALITES, 'DiscussionNotee', 'ListePubliee', 'ProcesVerbalArrete'],
};

const DECIDEE: Types = ['DiscussionNotee', 'MentionPortee', ...FORMALITES];

/**
 * Which fact that names an item may follow in which state of the item. A decided item is not put
 * in discussion again, an item not yet discussed has no vote; both can be corrected with trace.
 */
export const SUITES_D_AFFAIRE: { readonly [E in EtatDAffaire]: Types } = {
  inscrite: [
    'MentionPortee',
    'DeportDeclare',
    'PresidenceConfiee',
    'AffaireMiseEnDiscussion',
    'DiscussionNotee',
    'ScrutinDemande',
    'AffaireAjournee',
    'AffaireRetiree',
    'AffaireRenvoyee',
  ],
  'en-discussion': [
    'MentionPortee',
    'DeportDeclare',
    'PresidenceConfiee',
    'DiscussionNotee',
    'ScrutinDemande',
    'VoteClos',
    'TourDeNominationClos',
    'AffaireAjournee',
    'AffaireRetiree',
    'AffaireRenvoyee',
  ],
  adoptee: DECIDEE,
  rejetee: DECIDEE,
  pourvue: DECIDEE,
  'prise-d-acte': DECIDEE,
  ajournee: [
    'MentionPortee',
    'DiscussionNotee',
    'DeportDeclare',
    'PresidenceConfiee',
    'AffaireMiseEnDiscussion',
    'AffaireRetiree',
    'AffaireRenvoyee',
  ],
  retiree: ['MentionPortee', 'DiscussionNotee'],
  renvoyee: ['MentionPortee', 'DiscussionNotee'],
};

/** Facts that name an item without acting on it: nothing about the item's state forbids them. */
export const SANS_EFFET_SUR_LAFFAIRE: ReadonlySet<Fait['type']> = new Set<Fait['type']>([
  'ArriveeConstatee',
  'DepartConstate',
  'ConstatPasseOutre',
]);
