import type { GenreDeMessage } from './message.ts';

/**
 * The shape of every message, as the ministry's schema 2.2 asks it, written by hand: the schema
 * itself carries no licence, and its answers are not sentences a clerk can use.
 */

/** What a text must be, and how to say it. */
export type Regle = {
  readonly motif: RegExp;
  readonly attendu: string;
  /** The schema reads numbers and days without the spaces around them; texts with. */
  readonly resserre?: true;
};

export type Type = {
  /** Attributes, `Date` or `insee:SIREN`; all required unless their name ends with `?`. */
  readonly attributs: { readonly [nom: string]: Regle };
  /** Children in order; `texte` is then null. */
  readonly enfants: readonly Particule[];
  readonly texte: Regle | null;
  /** `xsi:nil` allowed. */
  readonly nillable?: true;
  /** Anything may stand inside. */
  readonly libre?: true;
};

export type Particule = {
  /** One of these. */
  readonly choix: { readonly [nom: string]: Type };
  readonly min: 0 | 1;
  readonly max: 1 | 10_000;
};

const regle = (motif: RegExp, attendu: string): Regle => ({ motif, attendu });
const resserree = (motif: RegExp, attendu: string): Regle => ({ motif, attendu, resserre: true });
const LIBRE = regle(/^[\s\S]*$/, 'un texte');
/** A day that exists: thirty or thirty-one, 29 February in leap years only. */
const JOURS =
  /(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)/;
const DATE = resserree(
  new RegExp(`^${JOURS.source}(?:Z|[+-]\\d{2}:\\d{2})?$`),
  'une date AAAA-MM-JJ qui existe',
);
const ENTIER = resserree(/^[+-]?\d+$/, 'un nombre entier');
const NATUREL = resserree(/^\+?\d+$/, 'un nombre entier, zéro ou plus');
const DEPARTEMENT = regle(
  /^[09|][0-9][AB|0-9]$/,
  'un département sur trois caractères, 013 ou 02A',
);
const ARRONDISSEMENT = resserree(/^\d$/, 'un arrondissement sur un chiffre');
const SIREN = regle(/^\d{9}$/, 'un SIREN de neuf chiffres');
const ID_ACTE = regle(
  /^[09|][0-9][AB|0-9]-\d{9}-\d{8}-[a-zA-Z0-9_]{1,15}-\p{Lu}{2}$/u,
  'un identifiant DDD-SIREN-AAAAMMJJ-NUMERO-NN',
);
const EMAIL = regle(
  /^[_a-zA-Z0-9-]+(?:\.[_a-zA-Z0-9-]+)*@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z]{2,6}$/,
  'une adresse de courriel simple, sans « + », dont la fin a de 2 à 6 lettres',
);

const texte = (r: Regle): Type => ({ attributs: {}, enfants: [], texte: r });
const type = (attributs: Type['attributs'], ...enfants: readonly Particule[]): Type => ({
  attributs,
  enfants,
  texte: null,
});
const un = (nom: string, t: Type): Particule => ({ choix: { [nom]: t }, min: 1, max: 1 });
const peut = (nom: string, t: Type): Particule => ({ choix: { [nom]: t }, min: 0, max: 1 });
const plusieurs = (nom: string, t: Type): Particule => ({
  choix: { [nom]: t },
  min: 1,
  max: 10_000,
});
const tous = (nom: string, t: Type): Particule => ({ choix: { [nom]: t }, min: 0, max: 10_000 });

const FICHIER = type(
  {},
  un('NomFichier', texte(LIBRE)),
  peut('Signature', { ...type({}), libre: true }),
);
const DOCUMENT = un('Document', FICHIER);
const CODE_MATIERE = type({ CodeMatiere: ENTIER });

const ACTE = type(
  {
    Date: DATE,
    NumeroInterne: regle(/^[\s\S]{0,15}$/, 'un numéro de 15 caractères au plus'),
    CodeNatureActe: ENTIER,
  },
  un('CodeMatiere1', CODE_MATIERE),
  un('CodeMatiere2', CODE_MATIERE),
  peut('CodeMatiere3', CODE_MATIERE),
  peut('CodeMatiere4', CODE_MATIERE),
  peut('CodeMatiere5', CODE_MATIERE),
  un('Objet', texte(regle(/^[\s\S]{0,500}$/, 'un objet de 500 caractères au plus'))),
  peut('PrecedentIdentifiantActe', type({ IDActe: ID_ACTE })),
  un('ClassificationDateVersion', texte(DATE)),
  DOCUMENT,
  un('Annexes', type({ Nombre: NATUREL }, tous('Annexe', FICHIER))),
  un('DocumentPapier', { ...texte(LIBRE), nillable: true }),
);

const COURRIER = { IDActe: ID_ACTE, DateCourrierPref: DATE };
const AR_REPONSE = type({ DateReception: DATE }, un('InfosCourrierPref', type(COURRIER)));
const AVEC_DOCUMENT = type(COURRIER, DOCUMENT);
const EN_COURS = un('ClassificationDateVersionEnCours', texte(DATE));
const REFERENT = peut(
  'Referent',
  type({}, peut('Nom', texte(LIBRE)), peut('Telephone', texte(LIBRE)), peut('Email', texte(EMAIL))),
);
const FORMULAIRES = un('FormulairesEnvoyes', type({}, plusieurs('Formulaire', FICHIER)));
const IDCL = type({
  'insee:SIREN': SIREN,
  Departement: DEPARTEMENT,
  Arrondissement: ARRONDISSEMENT,
  Nature: resserree(/^\d{2}$/, 'une nature de collectivité sur deux chiffres'),
});
const ENVELOPPE = type(
  {},
  un('Emetteur', type({}, un('IDCL', IDCL), REFERENT)),
  un('AdressesRetour', type({}, plusieurs('Email', texte(EMAIL)))),
  FORMULAIRES,
);
const AUTORITE: Particule = {
  choix: {
    IDSGAR: type({ Departement: DEPARTEMENT }),
    IDPref: type({ Departement: DEPARTEMENT }),
    IDSousPref: type({ Departement: DEPARTEMENT, Arrondissement: ARRONDISSEMENT }),
  },
  min: 1,
  max: 1,
};

const MATIERE = { CodeMatiere: ENTIER, Libelle: LIBRE };
const MATIERES_2_A_5 = plusieurs(
  'Matiere2',
  type(
    MATIERE,
    tous(
      'Matiere3',
      type(MATIERE, tous('Matiere4', type(MATIERE, tous('Matiere5', type(MATIERE))))),
    ),
  ),
);
const NATURE_ACTE = type(
  {
    'CodeNatureActe?': ENTIER,
    Libelle: LIBRE,
    TypeAbrege: regle(/^[\s\S]{2}$/, 'deux lettres'),
  },
  plusieurs('TypePJNatureActe', type({ CodeTypePJ: LIBRE, Libelle: LIBRE })),
);
const DATE_CLASSIFICATION = texte(DATE);

export const SCHEMA: { readonly [G in GenreDeMessage]: Type } = {
  Acte: ACTE,
  ARActe: type({ IDActe: ID_ACTE, DateReception: DATE }, un('ActeRecu', ACTE), EN_COURS),
  AnomalieActe: type(
    {},
    un('Date', texte(DATE)),
    un('Nature', texte(resserree(/^\d{3}$/, 'un code de trois chiffres'))),
    peut('Detail', texte(LIBRE)),
    un('ActeRecu', ACTE),
    EN_COURS,
  ),
  CourrierSimple: AVEC_DOCUMENT,
  ReponseCourrierSimple: AVEC_DOCUMENT,
  DemandePieceComplementaire: type(COURRIER, un('DescriptionPieces', texte(LIBRE)), DOCUMENT),
  ARDemandePieceComplementaire: type(COURRIER),
  RefusPieceComplementaire: AVEC_DOCUMENT,
  PieceComplementaire: type(COURRIER, un('Documents', type({}, plusieurs('Document', FICHIER)))),
  ARPieceComplementaire: AR_REPONSE,
  LettreObservations: type(COURRIER, un('Motif', texte(LIBRE)), DOCUMENT),
  ARLettreObservations: type(COURRIER),
  RejetLettreObservations: AVEC_DOCUMENT,
  ReponseLettreObservations: AVEC_DOCUMENT,
  ARReponseRejetLettreObservations: AR_REPONSE,
  DefereTA: type(
    { IDActe: ID_ACTE },
    un('DateDepot', texte(DATE)),
    un('NatureIllegalite', texte(LIBRE)),
    un('PiecesJointes', type({}, tous('PieceJointe', FICHIER))),
  ),
  Annulation: type({ IDActe: ID_ACTE }),
  ARAnnulation: type({ IDActe: ID_ACTE, DateReception: DATE }),
  DemandeClassification: type({}, peut('DateClassification', DATE_CLASSIFICATION)),
  RetourClassification: type(
    {},
    un('DateClassification', DATE_CLASSIFICATION),
    un('NaturesActes', type({}, plusieurs('NatureActe', NATURE_ACTE))),
    un('Matieres', type({}, plusieurs('Matiere1', type(MATIERE, MATIERES_2_A_5)))),
  ),
  ReponseClassificationSansChangement: type({}, un('DateClassification', DATE_CLASSIFICATION)),
  AnomalieEnveloppe: type(
    {},
    un('Date', texte(DATE)),
    un(
      'Nature',
      texte(resserree(/^[+-]?0*(?:[1-5]|100)$/, 'un des codes 001, 002, 003, 004, 005 ou 100')),
    ),
    peut('Detail', texte(LIBRE)),
    un('EnveloppeRecue', ENVELOPPE),
  ),
  EnveloppeCLMISILL: ENVELOPPE,
  EnveloppeMISILLCL: type(
    {},
    un('Emetteur', type({}, AUTORITE, REFERENT)),
    FORMULAIRES,
    un('Destinataire', type({ 'insee:SIREN': SIREN })),
  ),
};
