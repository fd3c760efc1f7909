import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Element } from '../xml/element.ts';
import { ecrireXml, el } from '../xml/ecrire.ts';
import { ecartsAuSchema } from './conformite.ts';
import { elementClassification } from './ecrire-classification.ts';
import type {
  ARActe,
  AnomalieActe,
  AnomalieEnveloppe,
  DonneesDActe,
  EmetteurDEtat,
  EmetteurLocal,
  EnveloppeLocale,
  FichierNomme,
  MessageActes,
  RefDeCourrier,
  Referent,
} from './message.ts';

const fichier = (nom: string, f: FichierNomme): Element =>
  el(nom, {}, [
    el('NomFichier', {}, f.nom),
    f.signature === null ? null : el('Signature', {}, f.signature),
  ]);

const fichierOuRien = (nom: string, f: FichierNomme | null): Element | null =>
  f === null ? null : fichier(nom, f);

const texteOuRien = (nom: string, texte: string | null): Element | null =>
  texte === null ? null : el(nom, {}, texte);

/** An act, under the name its place gives it (`Acte`, `ActeRecu`). */
const acte = (nom: string, a: DonneesDActe): Element =>
  el(nom, { Date: a.le, NumeroInterne: a.numero, CodeNatureActe: a.codeNature }, [
    ...a.matieres.map((code, i) =>
      code === null ? null : el(`CodeMatiere${i + 1}`, { CodeMatiere: code }),
    ),
    el('Objet', {}, a.objet),
    a.precedent === null ? null : el('PrecedentIdentifiantActe', { IDActe: a.precedent }),
    texteOuRien('ClassificationDateVersion', a.dateDeClassification),
    fichierOuRien('Document', a.document),
    el(
      'Annexes',
      { Nombre: a.nombreDAnnexes },
      a.annexes.map((f) => fichier('Annexe', f)),
    ),
    texteOuRien('DocumentPapier', a.documentPapier),
  ]);

const acteOuRien = (a: DonneesDActe | null): Element | null =>
  a === null ? null : acte('ActeRecu', a);

const courrier = (c: RefDeCourrier): { readonly [nom: string]: string } => ({
  IDActe: c.idActe,
  DateCourrierPref: c.dateDuCourrier,
});

const referent = (r: Referent | null): Element | null =>
  r === null
    ? null
    : el('Referent', {}, [
        texteOuRien('Nom', r.nom),
        texteOuRien('Telephone', r.telephone),
        texteOuRien('Email', r.email),
      ]);

const formulaires = (noms: readonly FichierNomme[]): Element =>
  el(
    'FormulairesEnvoyes',
    {},
    noms.map((f) => fichier('Formulaire', f)),
  );

const emetteurLocal = (e: EmetteurLocal): Element =>
  el('Emetteur', {}, [
    el('IDCL', {
      'insee:SIREN': e.siren,
      Departement: e.departement,
      Arrondissement: e.arrondissement,
      Nature: e.nature,
    }),
    referent(e.referent),
  ]);

const emetteurDEtat = (e: EmetteurDEtat): Element =>
  el('Emetteur', {}, [
    el(e.autorite, { Departement: e.departement, Arrondissement: e.arrondissement }),
    referent(e.referent),
  ]);

const enveloppeLocale = (nom: string, e: Omit<EnveloppeLocale, 'genre'>): Element =>
  el(nom, {}, [
    emetteurLocal(e.emetteur),
    el(
      'AdressesRetour',
      {},
      e.adressesDeRetour.map((adresse) => el('Email', {}, adresse)),
    ),
    formulaires(e.formulaires),
  ]);

/** Letters and replies: all are attributes that name the letter, then what the letter holds. */
function lettre(m: Extract<MessageActes, RefDeCourrier>): Element {
  return el(m.genre, courrier(m), [
    m.genre === 'DemandePieceComplementaire' ? el('DescriptionPieces', {}, m.description) : null,
    m.genre === 'LettreObservations' ? el('Motif', {}, m.motif) : null,
    'document' in m ? fichierOuRien('Document', m.document) : null,
    'documents' in m
      ? el(
          'Documents',
          {},
          m.documents.map((f) => fichier('Document', f)),
        )
      : null,
  ]);
}

const arDeLActe = (m: ARActe): Element =>
  el(m.genre, { IDActe: m.idActe, DateReception: m.dateDeReception }, [
    acteOuRien(m.acteRecu),
    texteOuRien('ClassificationDateVersionEnCours', m.classificationEnCours),
  ]);

const anomalie = (m: AnomalieActe | AnomalieEnveloppe): Element =>
  el(m.genre, {}, [
    texteOuRien('Date', m.le),
    el('Nature', {}, m.nature),
    texteOuRien('Detail', m.detail),
    ...(m.genre === 'AnomalieActe'
      ? [
          acteOuRien(m.acteRecu),
          texteOuRien('ClassificationDateVersionEnCours', m.classificationEnCours),
        ]
      : [m.enveloppeRecue === null ? null : enveloppeLocale('EnveloppeRecue', m.enveloppeRecue)]),
  ]);

/** The tree of a message, prefixes and order as the schema has them; not yet judged. */
export function elementDuMessage(m: MessageActes): Element {
  switch (m.genre) {
    case 'Acte':
      return acte('Acte', m.acte);
    case 'ARActe':
      return arDeLActe(m);
    case 'AnomalieActe':
    case 'AnomalieEnveloppe':
      return anomalie(m);
    case 'ARPieceComplementaire':
    case 'ARReponseRejetLettreObservations':
      return el(m.genre, { DateReception: m.dateDeReception }, [
        m.courrier === null ? null : el('InfosCourrierPref', courrier(m.courrier)),
      ]);
    case 'DefereTA':
      return el(m.genre, { IDActe: m.idActe }, [
        texteOuRien('DateDepot', m.dateDeDepot),
        el('NatureIllegalite', {}, m.natureDeLIllegalite),
        el(
          'PiecesJointes',
          {},
          m.pieces.map((f) => fichier('PieceJointe', f)),
        ),
      ]);
    case 'Annulation':
      return el(m.genre, { IDActe: m.idActe });
    case 'ARAnnulation':
      return el(m.genre, { IDActe: m.idActe, DateReception: m.dateDeReception });
    case 'DemandeClassification':
    case 'ReponseClassificationSansChangement':
      return el(m.genre, {}, [texteOuRien('DateClassification', m.le)]);
    case 'RetourClassification':
      return elementClassification(m.classification);
    case 'EnveloppeCLMISILL':
      return enveloppeLocale(m.genre, m);
    case 'EnveloppeMISILLCL':
      return el(m.genre, {}, [
        emetteurDEtat(m.emetteur),
        formulaires(m.formulaires),
        el('Destinataire', { 'insee:SIREN': m.destinataire }),
      ]);
    case 'CourrierSimple':
    case 'ReponseCourrierSimple':
    case 'DemandePieceComplementaire':
    case 'ARDemandePieceComplementaire':
    case 'RefusPieceComplementaire':
    case 'PieceComplementaire':
    case 'LettreObservations':
    case 'ARLettreObservations':
    case 'RejetLettreObservations':
    case 'ReponseLettreObservations':
    default:
      return lettre(m);
  }
}

/**
 * The bytes of a message, strict: ISO-8859-1, the right prefixes, valid against the schema 2.2; or
 * every reason why it would not be.
 */
export function ecrireMessage(message: MessageActes): Result<Uint8Array, readonly Defaut[]> {
  const racine = elementDuMessage(message);
  const ecarts = ecartsAuSchema(racine, message.genre);
  return ecarts.length === 0
    ? ok(ecrireXml(racine))
    : err(ecarts.map(({ chemin, phrase }) => ({ pointeur: chemin, phrase })));
}
