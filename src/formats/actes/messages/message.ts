import type { Jour } from '#base/jour.ts';
import type { Flux } from '../noms.ts';
import type { Classification } from '../classification.ts';

/**
 * The messages of ACTES 2.2, both ways. What is null may be absent from what the ministry really
 * sends; writing refuses the nulls its schema refuses (see `ecrireMessage`).
 */

/** A file named in a message, with its detached signature in base 64 when there is one. */
export type FichierNomme = { readonly nom: string; readonly signature: string | null };

/** What a message tells of an act: sent in 1-1, echoed in 1-2 and 1-3. */
export type DonneesDActe = {
  /** The day of the decision. */
  readonly le: Jour | null;
  readonly numero: string;
  /** 1 to 6. */
  readonly codeNature: number;
  /** Levels 1 to 5 in order; a level left out of an echo is null. */
  readonly matieres: readonly (number | null)[];
  readonly objet: string;
  /** `IDActe` of the act this one replaces. */
  readonly precedent: string | null;
  readonly dateDeClassification: Jour | null;
  readonly document: FichierNomme | null;
  readonly annexes: readonly FichierNomme[];
  /** The number of annexes told, which may not be the number listed; null when not told. */
  readonly nombreDAnnexes: number | null;
  /** `O` when a paper part follows, `N`; anything in an echo. */
  readonly documentPapier: string | null;
};

/** A letter of the prefecture, named by its act and its day. */
export type RefDeCourrier = { readonly idActe: string; readonly dateDuCourrier: Jour };

export type Referent = {
  readonly nom: string | null;
  readonly telephone: string | null;
  readonly email: string | null;
};

/** Who sends to the ministry. */
export type EmetteurLocal = {
  readonly siren: string;
  /** Three characters, `013`. */
  readonly departement: string;
  readonly arrondissement: string;
  /** Two digits: the kind of collectivity, see `natureDeCollectivite`. */
  readonly nature: string;
  readonly referent: Referent | null;
};

/** Who sends to the collectivity. */
export type EmetteurDEtat = {
  readonly autorite: 'IDSousPref' | 'IDPref' | 'IDSGAR';
  readonly departement: string;
  readonly arrondissement: string | null;
  readonly referent: Referent | null;
};

export type EnveloppeLocale = {
  readonly genre: 'EnveloppeCLMISILL';
  readonly emetteur: EmetteurLocal;
  /** Where the prefecture's e-mails go; the platform's own address first. */
  readonly adressesDeRetour: readonly string[];
  readonly formulaires: readonly FichierNomme[];
};

export type EnveloppeDEtat = {
  readonly genre: 'EnveloppeMISILLCL';
  readonly emetteur: EmetteurDEtat;
  readonly formulaires: readonly FichierNomme[];
  readonly destinataire: string;
};

type Courrier<G extends string> = RefDeCourrier & {
  readonly genre: G;
  readonly document: FichierNomme | null;
};
type Accuse<G extends string> = RefDeCourrier & { readonly genre: G };
type AccuseDeReponse<G extends string> = {
  readonly genre: G;
  readonly dateDeReception: Jour;
  readonly courrier: RefDeCourrier | null;
};

export type Acte = { readonly genre: 'Acte'; readonly acte: DonneesDActe };
export type ARActe = {
  readonly genre: 'ARActe';
  readonly idActe: string;
  /** The day that makes the act executory, with publicity (L2131-1). */
  readonly dateDeReception: Jour;
  readonly acteRecu: DonneesDActe | null;
  readonly classificationEnCours: Jour | null;
};
export type AnomalieActe = {
  readonly genre: 'AnomalieActe';
  readonly le: Jour | null;
  /** Three digits in principle. */
  readonly nature: string;
  readonly detail: string | null;
  readonly acteRecu: DonneesDActe | null;
  readonly classificationEnCours: Jour | null;
};
export type CourrierSimple = Courrier<'CourrierSimple'>;
export type ReponseCourrierSimple = Courrier<'ReponseCourrierSimple'>;
export type DemandePieceComplementaire = Courrier<'DemandePieceComplementaire'> & {
  readonly description: string;
};
export type ARDemandePieceComplementaire = Accuse<'ARDemandePieceComplementaire'>;
export type RefusPieceComplementaire = Courrier<'RefusPieceComplementaire'>;
export type PieceComplementaire = RefDeCourrier & {
  readonly genre: 'PieceComplementaire';
  readonly documents: readonly FichierNomme[];
};
export type ARPieceComplementaire = AccuseDeReponse<'ARPieceComplementaire'>;
export type LettreObservations = Courrier<'LettreObservations'> & { readonly motif: string };
export type ARLettreObservations = Accuse<'ARLettreObservations'>;
export type RejetLettreObservations = Courrier<'RejetLettreObservations'>;
export type ReponseLettreObservations = Courrier<'ReponseLettreObservations'>;
export type ARReponseRejetLettreObservations = AccuseDeReponse<'ARReponseRejetLettreObservations'>;
export type DefereTA = {
  readonly genre: 'DefereTA';
  readonly idActe: string;
  readonly dateDeDepot: Jour | null;
  readonly natureDeLIllegalite: string;
  readonly pieces: readonly FichierNomme[];
};
export type Annulation = { readonly genre: 'Annulation'; readonly idActe: string };
export type ARAnnulation = {
  readonly genre: 'ARAnnulation';
  readonly idActe: string;
  readonly dateDeReception: Jour;
};
export type DemandeClassification = {
  readonly genre: 'DemandeClassification';
  /** The one already held; null asks for it whatever it is. */
  readonly le: Jour | null;
};
export type RetourClassification = {
  readonly genre: 'RetourClassification';
  readonly classification: Classification;
};
export type ReponseClassificationSansChangement = {
  readonly genre: 'ReponseClassificationSansChangement';
  readonly le: Jour | null;
};
export type AnomalieEnveloppe = {
  readonly genre: 'AnomalieEnveloppe';
  readonly le: Jour | null;
  readonly nature: string;
  readonly detail: string | null;
  readonly enveloppeRecue: Omit<EnveloppeLocale, 'genre'> | null;
};

export type MessageActes =
  | Acte
  | ARActe
  | AnomalieActe
  | CourrierSimple
  | ReponseCourrierSimple
  | DemandePieceComplementaire
  | ARDemandePieceComplementaire
  | RefusPieceComplementaire
  | PieceComplementaire
  | ARPieceComplementaire
  | LettreObservations
  | ARLettreObservations
  | RejetLettreObservations
  | ReponseLettreObservations
  | ARReponseRejetLettreObservations
  | DefereTA
  | Annulation
  | ARAnnulation
  | DemandeClassification
  | RetourClassification
  | ReponseClassificationSansChangement
  | AnomalieEnveloppe
  | EnveloppeLocale
  | EnveloppeDEtat;

export type GenreDeMessage = MessageActes['genre'];

/** The code in file names (null for envelopes), and who writes it. */
export type Sens = { readonly flux: Flux | null; readonly de: 'collectivite' | 'etat' };

const sens = (code: string, de: Sens['de']): Sens => {
  const [transaction, etape] = code.split('-').map(Number);
  return { flux: { transaction: transaction ?? 0, etape: etape ?? 0 }, de };
};

/** 3-5, 4-5 and 7-3 are inferred: no real sample of their names was found. */
export const SENS: { readonly [G in GenreDeMessage]: Sens } = {
  Acte: sens('1-1', 'collectivite'),
  ARActe: sens('1-2', 'etat'),
  AnomalieActe: sens('1-3', 'etat'),
  CourrierSimple: sens('2-1', 'etat'),
  ReponseCourrierSimple: sens('2-2', 'collectivite'),
  DemandePieceComplementaire: sens('3-1', 'etat'),
  ARDemandePieceComplementaire: sens('3-2', 'collectivite'),
  RefusPieceComplementaire: sens('3-3', 'collectivite'),
  PieceComplementaire: sens('3-4', 'collectivite'),
  ARPieceComplementaire: sens('3-5', 'etat'),
  LettreObservations: sens('4-1', 'etat'),
  ARLettreObservations: sens('4-2', 'collectivite'),
  RejetLettreObservations: sens('4-3', 'collectivite'),
  ReponseLettreObservations: sens('4-4', 'collectivite'),
  ARReponseRejetLettreObservations: sens('4-5', 'etat'),
  DefereTA: sens('5-1', 'etat'),
  Annulation: sens('6-1', 'collectivite'),
  ARAnnulation: sens('6-2', 'etat'),
  DemandeClassification: sens('7-1', 'collectivite'),
  RetourClassification: sens('7-2', 'etat'),
  ReponseClassificationSansChangement: sens('7-3', 'etat'),
  AnomalieEnveloppe: { flux: null, de: 'etat' },
  EnveloppeCLMISILL: { flux: null, de: 'collectivite' },
  EnveloppeMISILLCL: { flux: null, de: 'etat' },
};

export const estUnGenre = (nom: string): nom is GenreDeMessage => Object.hasOwn(SENS, nom);

/** The message of that code, `1-1`; null when no message bears it. */
export const genreDuFlux = ({ transaction, etape }: Flux): GenreDeMessage | null =>
  (Object.keys(SENS) as GenreDeMessage[]).find((genre) => {
    const { flux } = SENS[genre];
    return flux?.transaction === transaction && flux.etape === etape;
  }) ?? null;
