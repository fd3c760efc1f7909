import { texteLatin1 } from '../latin1.ts';
import type { DonneesDActe, FichierNomme, MessageActes } from '../messages/message.ts';
import { SENS } from '../messages/message.ts';
import { parseNomDeFichier, parseNomDeMessage } from '../noms.ts';
import { verifierTypologie } from './acte.ts';
import type { EntreeLue } from './archive-lue.ts';
import type { Contexte } from './contexte.ts';
import { type FauteActes, noterPour } from './faute.ts';
import type { MessageVerifie } from './message.ts';
import type { TypeDeFichier } from './sonde.ts';

/** The files a message names, in order. */
export function fichiersDe(message: MessageActes): readonly FichierNomme[] {
  if (message.genre === 'Acte') {
    return [...(message.acte.document ? [message.acte.document] : []), ...message.acte.annexes];
  }
  if ('documents' in message) return message.documents;
  if ('pieces' in message) return message.pieces;
  return 'document' in message && message.document !== null ? [message.document] : [];
}

const EXTENSIONS: { readonly [T in TypeDeFichier]?: readonly string[] } = {
  pdf: ['pdf'],
  xml: ['xml'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
};

type Place = {
  readonly nom: string;
  /** 0: the act itself. */
  readonly rang: number;
  readonly message: MessageVerifie;
  readonly acte: DonneesDActe | null;
};

/** The files of an archive against the messages that name them. */
export function verifierFichiers(
  entrees: readonly EntreeLue[],
  messages: readonly MessageVerifie[],
  contexte: Contexte,
): readonly FauteActes[] {
  const fautes: FauteActes[] = [];
  const nommes = new Map<string, string>();
  const parNom = new Map(entrees.map((e) => [e.nom, e]));
  for (const message of messages) {
    if (message.message === null) continue;
    const acte = message.message.genre === 'Acte' ? message.message.acte : null;
    const fichiers = fichiersDe(message.message);
    if (acte !== null && acte.document === null) {
      noterPour(message.fichier, fautes)(
        'fichier.absent',
        'Aucun fichier d’acte n’est joint : ajoutez le PDF de l’acte.',
        { attendu: 'un Document', trouve: 'rien' },
      );
    }
    fichiers.forEach(({ nom }, rang) => {
      const place = { nom, rang, message, acte };
      const deja = nommes.get(nom);
      if (deja !== undefined) {
        noterPour(message.fichier, fautes)(
          'fichier.nom',
          `Le fichier « ${nom} » est nommé deux fois : donnez à chaque pièce son nom.`,
          { attendu: 'un nom par pièce', trouve: nom },
        );
      }
      nommes.set(nom, message.fichier);
      unFichier(place, parNom.get(nom) ?? null, { contexte, fautes });
    });
  }
  // Files of a message that cannot be read are not strangers: it may name them.
  if (messages.some(({ message }) => message === null)) return fautes;
  const messagesLus = new Set(messages.map(({ fichier }) => fichier));
  for (const { nom } of entrees) {
    if (nommes.has(nom) || messagesLus.has(nom)) continue;
    noterPour(nom, fautes)(
      'fichier.etranger',
      `Aucun message ne nomme « ${nom} » : retirez-le, ou nommez-le dans un message.`,
      { attendu: 'un fichier nommé par un message', trouve: nom },
    );
  }
  return fautes;
}

/** The names and types of the files an act names, when the files themselves are not there. */
export function verifierLesNoms(
  message: MessageVerifie,
  contexte: Contexte,
): readonly FauteActes[] {
  const fautes: FauteActes[] = [];
  if (message.message?.genre !== 'Acte') return fautes;
  const { acte } = message.message;
  fichiersDe(message.message).forEach(({ nom }, rang) => {
    if (nom.length <= LONGUEUR_DE_NOM) leNom({ nom, rang, message, acte }, { contexte, fautes });
  });
  return fautes;
}

/** No file system takes longer names. */
const LONGUEUR_DE_NOM = 255;

type Suite = { readonly contexte: Contexte; readonly fautes: FauteActes[] };

function unFichier(place: Place, entree: EntreeLue | null, { contexte, fautes }: Suite): void {
  const { nom, message, acte } = place;
  if (nom === '' || entree === null) {
    noterPour(message.fichier, fautes)(
      'fichier.absent',
      nom === ''
        ? 'Une pièce n’a pas de nom : donnez le nom de son fichier.'
        : `Le message nomme « ${nom} », qui n’est pas dans l’archive : ajoutez-le.`,
      { attendu: nom === '' ? 'un nom de fichier' : nom, trouve: 'rien' },
    );
    return;
  }
  leNom(place, { contexte, fautes });
  leType(place, entree, fautes);
  const noter = noterPour(nom, fautes);
  const { defautDuPdf, chiffre } = entree.sonde;
  if (defautDuPdf !== null) {
    noter(
      'fichier.pdf',
      `Problème sur ${nom} : le PDF est abîmé, ${defautDuPdf}. Produisez-le ou exportez-le à nouveau.`,
      { attendu: 'un PDF entier', trouve: defautDuPdf },
    );
  } else if (chiffre) {
    noter(
      'fichier.pdf',
      `Le PDF ${nom} est protégé : la préfecture pourrait ne pas l’ouvrir. Enregistrez-le sans protection.`,
      { attendu: 'un PDF sans protection', trouve: 'un PDF chiffré', bloquant: false },
    );
  }
  if (acte !== null && place.rang === 0 && entree.sonde.type === 'xml') scellement(entree, fautes);
}

/** The name of an attached file: its type, the act it belongs to, its rank. */
function leNom({ nom, rang, message, acte }: Place, { contexte, fautes }: Suite): void {
  const noter = noterPour(nom, fautes);
  const lu = parseNomDeFichier(nom);
  const flux = message.genre === null ? null : SENS[message.genre].flux;
  const duMessage = message.fichier.replace(/-\d-\d_\d+\.xml$/, '');
  const attendu = `${duMessage}-${flux?.transaction}-${flux?.etape}_${rang + 1}`;
  if (lu === null) {
    noter(
      'fichier.nom',
      `« ${nom} » n’est pas un nom de pièce : on attend TYPOLOGIE-${attendu}.pdf. Renommez-le.`,
      { attendu, trouve: nom },
    );
    return;
  }
  const trouve = `${lu.identifiant}-${lu.transaction}-${lu.etape}_${lu.rang}`;
  if (trouve !== attendu && parseNomDeMessage(message.fichier).ok) {
    noter(
      'fichier.nom',
      `Le nom de « ${nom} » ne suit pas son message : après la typologie, on attend « ${attendu} ». Renommez-le.`,
      { attendu, trouve },
    );
  }
  if (acte !== null) {
    verifierTypologie({ typologie: lu.typologie, fichier: nom, acte }, contexte, noter);
  } else if (lu.typologie !== null && !/^[A-Z0-9_]{5}$/.test(lu.typologie)) {
    noter('fichier.typologie', `Le code de la pièce « ${lu.typologie} » doit faire 5 caractères.`, {
      attendu: '5 caractères, par exemple 99_DE',
      trouve: lu.typologie,
    });
  }
}

/** PDF, or XML for a budget; annexes and answers also images. By the content, not the extension. */
function permis({ rang, acte }: Place, budget: boolean): readonly TypeDeFichier[] {
  if (acte !== null && rang === 0) return ['pdf', 'xml'];
  return budget ? ['pdf'] : ['pdf', 'xml', 'png', 'jpeg'];
}

function leType(place: Place, { nom, sonde }: EntreeLue, fautes: FauteActes[]): void {
  const noter = noterPour(nom, fautes);
  const { acte, rang, message } = place;
  const principalXml = message.message !== null && estUnBudgetXml(message.message);
  const types = permis(place, principalXml);
  const liste = types.map((t) => t.toUpperCase()).join(' ou ');
  if (!types.includes(sonde.type)) {
    noter(
      'fichier.type',
      `Le fichier ${nom} est ${sonde.enClair} : ${liste} requis${principalXml ? ' avec un budget en XML' : ''}. Convertissez-le en PDF.`,
      { attendu: liste, trouve: sonde.enClair },
    );
    return;
  }
  const extension = /\.(\w+)$/.exec(nom)?.[1]?.toLowerCase() ?? '';
  if (EXTENSIONS[sonde.type]?.includes(extension) !== true) {
    noter(
      'fichier.type',
      `Le fichier ${nom} est en vérité ${sonde.enClair} : donnez-lui la bonne extension.`,
      { attendu: EXTENSIONS[sonde.type]?.[0] ?? '', trouve: extension },
    );
  }
  if (acte === null || rang !== 0 || sonde.type !== 'xml') return;
  const [premier, second] = acte.matieres;
  if (acte.codeNature !== 5 || premier !== 7 || second !== 1) {
    noter(
      'fichier.type',
      `Seuls les documents budgétaires (nature 5, matière 7.1) peuvent être en XML : envoyez ${nom} en PDF.`,
      { attendu: 'PDF', trouve: 'XML' },
    );
  }
}

/** Whether the act itself is an XML: then its annexes are PDF only. */
const estUnBudgetXml = (message: MessageActes): boolean =>
  message.genre === 'Acte' && /\.xml$/i.test(message.acte.document?.nom ?? '');

/** A budget in XML carries the seal of the State's budget software. */
function scellement({ nom, xml }: EntreeLue, fautes: FauteActes[]): void {
  if (xml === null || /<(?:\w+:)?Scellement\b/.test(texteLatin1(xml))) return;
  noterPour(nom, fautes)(
    'fichier.scellement',
    `Le budget ${nom} n’est pas scellé : repassez-le dans TotEM et scellez-le avant l’envoi.`,
    { attendu: 'une balise Scellement', trouve: 'aucune' },
  );
}
