import type { Defaut } from '#base/defaut.ts';
import { type Jour, parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Element, attribut, enfant, enfantsNommes } from '../xml/element.ts';
import { type XmlLu, lireXml } from '../xml/lire.ts';
import { lireClassification } from './lire-classification.ts';
import {
  type DonneesDActe,
  type EmetteurDEtat,
  type EmetteurLocal,
  type EnveloppeLocale,
  type FichierNomme,
  type GenreDeMessage,
  type MessageActes,
  type RefDeCourrier,
  type Referent,
  estUnGenre,
} from './message.ts';

/** A day as messages write it, a time zone tolerated; null when it is none. */
export function lireJour(texte: string | null): Jour | null {
  const lu = parseJour((texte ?? '').trim().slice(0, 10));
  return lu.ok ? lu.value : null;
}

const nombre = (texte: string | null): number | null =>
  texte !== null && /^[+-]?\d{1,9}$/.test(texte.trim()) ? Number(texte) : null;

const texteDe = (parent: Element, nom: string): string | null =>
  enfant(parent, nom)?.texte.trim() ?? null;

/** Text of an element, null when absent or empty: some writers leave empty elements. */
const pleinDe = (parent: Element, nom: string): string | null => texteDe(parent, nom) || null;

const jourDe = (parent: Element, nom: string): Jour | null => lireJour(texteDe(parent, nom));

/** All the text inside, for signatures that are XML themselves. */
const texteEntier = (e: Element): string =>
  [e.texte, ...e.enfants.map(texteEntier)].join('').trim();

function fichier(element: Element | null): FichierNomme | null {
  if (element === null) return null;
  const signature = enfant(element, 'Signature');
  return {
    nom: texteDe(element, 'NomFichier') ?? '',
    signature: signature === null ? null : texteEntier(signature) || null,
  };
}

const fichiers = (elements: readonly Element[]): readonly FichierNomme[] =>
  elements.flatMap((e) => fichier(e) ?? []);

function acte(e: Element): DonneesDActe {
  const annexes = enfant(e, 'Annexes');
  const matieres = [1, 2, 3, 4, 5].map((niveau) => {
    const matiere = enfant(e, `CodeMatiere${niveau}`);
    return matiere === null ? null : nombre(attribut(matiere, 'CodeMatiere'));
  });
  while (matieres.length > 0 && matieres.at(-1) === null) matieres.pop();
  const precedent = enfant(e, 'PrecedentIdentifiantActe');
  return {
    le: lireJour(attribut(e, 'Date')),
    numero: attribut(e, 'NumeroInterne') ?? '',
    codeNature: nombre(attribut(e, 'CodeNatureActe')) ?? 0,
    matieres,
    objet: texteDe(e, 'Objet') ?? '',
    precedent: precedent === null ? null : attribut(precedent, 'IDActe'),
    dateDeClassification: jourDe(e, 'ClassificationDateVersion'),
    document: fichier(enfant(e, 'Document')),
    annexes: annexes === null ? [] : fichiers(enfantsNommes(annexes, 'Annexe')),
    nombreDAnnexes: annexes === null ? null : nombre(attribut(annexes, 'Nombre')),
    documentPapier: pleinDe(e, 'DocumentPapier'),
  };
}

const acteRecu = (e: Element): DonneesDActe | null => {
  const recu = enfant(e, 'ActeRecu');
  return recu === null ? null : acte(recu);
};

function referent(emetteur: Element): Referent | null {
  const r = enfant(emetteur, 'Referent');
  return r === null
    ? null
    : { nom: pleinDe(r, 'Nom'), telephone: pleinDe(r, 'Telephone'), email: pleinDe(r, 'Email') };
}

const formulaires = (e: Element): readonly FichierNomme[] => {
  const envoyes = enfant(e, 'FormulairesEnvoyes');
  return envoyes === null ? [] : fichiers(enfantsNommes(envoyes, 'Formulaire'));
};

function emetteurLocal(e: Element): EmetteurLocal | null {
  const emetteur = enfant(e, 'Emetteur');
  const idcl = emetteur === null ? null : enfant(emetteur, 'IDCL');
  if (emetteur === null || idcl === null) return null;
  return {
    siren: attribut(idcl, 'SIREN') ?? '',
    departement: attribut(idcl, 'Departement') ?? '',
    arrondissement: attribut(idcl, 'Arrondissement') ?? '',
    nature: attribut(idcl, 'Nature') ?? '',
    referent: referent(emetteur),
  };
}

function enveloppeLocale(e: Element): Omit<EnveloppeLocale, 'genre'> | null {
  const emetteur = emetteurLocal(e);
  const adresses = enfant(e, 'AdressesRetour');
  return emetteur === null
    ? null
    : {
        emetteur,
        adressesDeRetour:
          adresses === null ? [] : enfantsNommes(adresses, 'Email').map((a) => a.texte.trim()),
        formulaires: formulaires(e),
      };
}

function emetteurDEtat(e: Element): EmetteurDEtat | null {
  const emetteur = enfant(e, 'Emetteur');
  if (emetteur === null) return null;
  for (const autorite of ['IDSousPref', 'IDPref', 'IDSGAR'] as const) {
    const id = enfant(emetteur, autorite);
    if (id !== null) {
      return {
        autorite,
        departement: attribut(id, 'Departement') ?? '',
        arrondissement: attribut(id, 'Arrondissement'),
        referent: referent(emetteur),
      };
    }
  }
  return null;
}

function refDeCourrier(e: Element): RefDeCourrier | null {
  const idActe = attribut(e, 'IDActe');
  const dateDuCourrier = lireJour(attribut(e, 'DateCourrierPref'));
  return idActe === null || idActe === '' || dateDuCourrier === null
    ? null
    : { idActe, dateDuCourrier };
}

/** Letters and replies; null when the letter is not named. */
function lettre(
  e: Element,
  genre: Extract<MessageActes, RefDeCourrier>['genre'],
): MessageActes | null {
  const ref = refDeCourrier(e);
  if (ref === null) return null;
  const document = fichier(enfant(e, 'Document'));
  switch (genre) {
    case 'ARDemandePieceComplementaire':
    case 'ARLettreObservations':
      return { genre, ...ref };
    case 'DemandePieceComplementaire':
      return { genre, ...ref, description: texteDe(e, 'DescriptionPieces') ?? '', document };
    case 'LettreObservations':
      return { genre, ...ref, motif: texteDe(e, 'Motif') ?? '', document };
    case 'PieceComplementaire': {
      const documents = enfant(e, 'Documents');
      return {
        genre,
        ...ref,
        documents: documents === null ? [] : fichiers(enfantsNommes(documents, 'Document')),
      };
    }
    case 'CourrierSimple':
    case 'ReponseCourrierSimple':
    case 'RefusPieceComplementaire':
    case 'RejetLettreObservations':
    case 'ReponseLettreObservations':
    default:
      return { genre, ...ref, document };
  }
}

type GenreDAnomalie = 'AnomalieActe' | 'AnomalieEnveloppe';

function anomalie(e: Element, genre: GenreDAnomalie): MessageActes {
  const commun = {
    le: jourDe(e, 'Date'),
    nature: texteDe(e, 'Nature') ?? '',
    detail: pleinDe(e, 'Detail'),
  };
  if (genre === 'AnomalieActe') {
    const classificationEnCours = jourDe(e, 'ClassificationDateVersionEnCours');
    return { genre, ...commun, acteRecu: acteRecu(e), classificationEnCours };
  }
  const recue = enfant(e, 'EnveloppeRecue');
  return { genre, ...commun, enveloppeRecue: recue === null ? null : enveloppeLocale(recue) };
}

/** Receipts and requests named by the act alone; null when what makes them is missing. */
function surUnActe(
  e: Element,
  genre: 'ARActe' | 'ARAnnulation' | 'Annulation' | 'DefereTA',
): MessageActes | null {
  const idActe = attribut(e, 'IDActe');
  if (idActe === null || idActe === '') return null;
  if (genre === 'Annulation') return { genre, idActe };
  if (genre === 'DefereTA') {
    const pieces = enfant(e, 'PiecesJointes');
    return {
      genre,
      idActe,
      dateDeDepot: jourDe(e, 'DateDepot'),
      natureDeLIllegalite: texteDe(e, 'NatureIllegalite') ?? '',
      pieces: pieces === null ? [] : fichiers(enfantsNommes(pieces, 'PieceJointe')),
    };
  }
  const dateDeReception = lireJour(attribut(e, 'DateReception'));
  if (dateDeReception === null) return null;
  if (genre === 'ARAnnulation') return { genre, idActe, dateDeReception };
  const classificationEnCours = jourDe(e, 'ClassificationDateVersionEnCours');
  return { genre, idActe, dateDeReception, acteRecu: acteRecu(e), classificationEnCours };
}

function enveloppe(
  e: Element,
  genre: 'EnveloppeCLMISILL' | 'EnveloppeMISILLCL',
): MessageActes | null {
  if (genre === 'EnveloppeCLMISILL') {
    const lue = enveloppeLocale(e);
    return lue === null ? null : { genre, ...lue };
  }
  const emetteur = emetteurDEtat(e);
  const destinataire = enfant(e, 'Destinataire');
  return emetteur === null
    ? null
    : {
        genre,
        emetteur,
        formulaires: formulaires(e),
        destinataire: destinataire === null ? '' : (attribut(destinataire, 'SIREN') ?? ''),
      };
}

/** The message of a tree; null when what makes it that message is missing. */
function messageDe(e: Element, genre: GenreDeMessage): MessageActes | null {
  switch (genre) {
    case 'Acte':
      return { genre, acte: acte(e) };
    case 'ARActe':
    case 'ARAnnulation':
    case 'Annulation':
    case 'DefereTA':
      return surUnActe(e, genre);
    case 'AnomalieActe':
    case 'AnomalieEnveloppe':
      return anomalie(e, genre);
    case 'ARPieceComplementaire':
    case 'ARReponseRejetLettreObservations': {
      const dateDeReception = lireJour(attribut(e, 'DateReception'));
      const infos = enfant(e, 'InfosCourrierPref');
      const courrier = infos === null ? null : refDeCourrier(infos);
      return dateDeReception === null ? null : { genre, dateDeReception, courrier };
    }
    case 'DemandeClassification':
    case 'ReponseClassificationSansChangement':
      return { genre, le: jourDe(e, 'DateClassification') };
    case 'RetourClassification': {
      const classification = lireClassification(e);
      return classification === null ? null : { genre, classification };
    }
    case 'EnveloppeCLMISILL':
    case 'EnveloppeMISILLCL':
      return enveloppe(e, genre);
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
      return lettre(e, genre);
  }
}

/** The kind of a tree, by its root, or why it is no message of ACTES. */
export function genreDe({ nom, espace }: Element): Result<GenreDeMessage, Defaut> {
  if (espace === 'actes' && estUnGenre(nom)) return ok(nom);
  return err({
    pointeur: nom,
    phrase: `Ce fichier n’est pas un message ACTES : sa racine est « ${nom} »${
      espace === 'actes'
        ? ', qui n’existe pas dans ACTES 2.2'
        : ', hors de l’espace de noms d’ACTES'
    }.`,
  });
}

/** The message of a tree already read, lenient. */
export function messageDuXml({ racine }: XmlLu): Result<MessageActes, Defaut> {
  const genre = genreDe(racine);
  if (!genre.ok) return genre;
  const message = messageDe(racine, genre.value);
  return message === null
    ? err({
        pointeur: racine.nom,
        phrase: `Ce message « ${racine.nom} » ne dit pas l’essentiel : l’acte, le courrier, l’émetteur ou la date qu’il concerne manque.`,
      })
    : ok(message);
}

/**
 * Reads a message, lenient: whichever prefix, the encodings met in practice, the codes and omissions of
 * the ministry. What the schema would say of it: `ecartsAuSchema`.
 */
export function lireMessage(octets: Uint8Array): Result<MessageActes, Defaut> {
  const lu = lireXml(octets);
  return lu.ok ? messageDuXml(lu.value) : lu;
}
