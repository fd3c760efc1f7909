import { texteLatin1 } from '../latin1.ts';
import { defautDeForme } from '../xml/lire.ts';
import type { DonneesDActe, FichierNomme, MessageActes } from '../messages/message.ts';
import { SENS } from '../messages/message.ts';
import { parseNomDeFichier, parseNomDeMessage } from '../noms.ts';
import { typologieDeReponse, verifierTypologie } from './typologie.ts';
import type { ArchiveLue, EntreeLue } from './archive-lue.ts';
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

/** What is known beside the files. */
type Connu = {
  readonly contexte: Contexte;
  /** Messages whose own name is at fault: their files are not held to it. */
  readonly malNommes: ReadonlySet<string>;
};

type Suite = Connu & {
  readonly fautes: FauteActes[];
  /** Files the reader refused, or did not reach: told already, so not told absent. */
  readonly tus: (nom: string) => boolean;
};

/** The files of an archive against the messages that name them. */
export function verifierFichiers(
  archive: ArchiveLue,
  messages: readonly MessageVerifie[],
  connu: Connu,
): readonly FauteActes[] {
  const fautes: FauteActes[] = [];
  const refuses = new Set(archive.fautes.map(({ fichier }) => fichier));
  const suite: Suite = { ...connu, fautes, tus: (nom) => !archive.entiere || refuses.has(nom) };
  const nommes = new Set<string>();
  const parNom = new Map(archive.entrees.map((e) => [e.nom, e]));
  for (const message of messages) {
    if (message.message === null) continue;
    const acte = message.message.genre === 'Acte' ? message.message.acte : null;
    if (acte !== null && acte.document === null) {
      noterPour(message.fichier, fautes)(
        'fichier.absent',
        'Aucun fichier d’acte n’est joint : ajoutez le PDF de l’acte.',
        { attendu: 'un Document', trouve: 'rien' },
      );
    }
    // Annexes keep their ranks when the act itself is missing.
    const premier = acte !== null && acte.document === null ? 1 : 0;
    fichiersDe(message.message).forEach(({ nom }, i) => {
      const rang = premier + i;
      if (nommes.has(nom)) {
        noterPour(message.fichier, fautes)(
          'fichier.nom',
          `Le fichier « ${nom} » est nommé deux fois : donnez à chaque pièce son nom.`,
          { attendu: 'un nom par pièce', trouve: nom },
        );
      } else unFichier({ nom, rang, message, acte }, parNom.get(nom) ?? null, suite);
      nommes.add(nom);
    });
  }
  if (archive.entiere) etrangers(archive.entrees, messages, { nommes, fautes });
  return fautes;
}

/** A message that cannot be read, or lacks the name of its document: it may mean any file. */
const incomplet = ({ message }: MessageVerifie): boolean =>
  message === null || (message.genre === 'Acte' && !message.acte.document?.nom);

/** Files no message names. Those of a message that cannot be read, or lacks a name, are spared. */
function etrangers(
  entrees: readonly EntreeLue[],
  messages: readonly MessageVerifie[],
  { nommes, fautes }: { readonly nommes: ReadonlySet<string>; readonly fautes: FauteActes[] },
): void {
  if (messages.length === 0 || messages.some(incomplet)) return;
  const messagesLus = new Set(messages.map(({ fichier }) => fichier));
  for (const { nom } of entrees) {
    if (nommes.has(nom) || messagesLus.has(nom)) continue;
    noterPour(nom, fautes)(
      'fichier.etranger',
      `Aucun message ne nomme « ${nom} » : retirez-le, ou nommez-le dans un message.`,
      { attendu: 'un fichier nommé par un message', trouve: nom },
    );
  }
}

/** The names and types of the files an act names, when the files themselves are not there. */
export function verifierLesNoms(
  message: MessageVerifie,
  contexte: Contexte,
): readonly FauteActes[] {
  const fautes: FauteActes[] = [];
  if (message.message?.genre !== 'Acte') return fautes;
  const { acte } = message.message;
  const suite: Suite = { contexte, malNommes: new Set(), fautes, tus: () => false };
  fichiersDe(message.message).forEach(({ nom }, rang) => {
    if (nom.length <= LONGUEUR_DE_NOM) leNom({ nom, rang, message, acte }, suite);
  });
  return fautes;
}

/** No file system takes longer names. */
const LONGUEUR_DE_NOM = 255;

function unFichier(place: Place, entree: EntreeLue | null, suite: Suite): void {
  const { nom, message, acte } = place;
  const { fautes } = suite;
  if (nom === '' || entree === null) {
    if (nom !== '' && suite.tus(nom)) return;
    noterPour(message.fichier, fautes)(
      'fichier.absent',
      nom === ''
        ? 'Une pièce n’a pas de nom : donnez le nom de son fichier.'
        : `Le message nomme « ${nom} », qui n’est pas dans l’archive : ajoutez-le.`,
      { attendu: nom === '' ? 'un nom de fichier' : nom, trouve: 'rien' },
    );
    return;
  }
  leNom(place, suite);
  leType(place, entree, fautes);
  lePdf(entree, suite);
  if (entree.sonde.type !== 'xml') return;
  if (acte !== null && place.rang === 0) scellement(entree, fautes);
  else pieceXml(entree, fautes);
}

/** Damage, or a password. What other readers put right is only told. */
function lePdf({ nom, sonde }: EntreeLue, { fautes, tus }: Suite): void {
  const noter = noterPour(nom, fautes);
  const { defautDuPdf, reparable, chiffre } = sonde;
  if (defautDuPdf !== null) {
    noter(
      'fichier.pdf',
      reparable
        ? `Le PDF ${nom} a un défaut : ${defautDuPdf}. La plupart des lecteurs le réparent, mais mieux vaut l’exporter à nouveau.`
        : `Problème sur ${nom} : le PDF est abîmé, ${defautDuPdf}. Produisez-le ou exportez-le à nouveau.`,
      { attendu: 'un PDF entier', trouve: defautDuPdf, bloquant: !reparable },
    );
  } else if (chiffre && !tus(nom)) {
    noter(
      'fichier.pdf',
      `Le PDF ${nom} est protégé : la préfecture pourrait ne pas l’ouvrir. Enregistrez-le sans protection.`,
      { attendu: 'un PDF sans protection', trouve: 'un PDF chiffré', bloquant: false },
    );
  }
}

/** The name of an attached file: its type, the act it belongs to, its rank. */
function leNom(place: Place, { contexte, malNommes, fautes }: Suite): void {
  const { nom, rang, message, acte } = place;
  const noter = noterPour(nom, fautes);
  const lu = parseNomDeFichier(nom);
  const flux = message.genre === null ? null : SENS[message.genre].flux;
  const duMessage = message.fichier.replace(/-\d-\d_\d+\.xml$/, '');
  const fin = `${flux?.transaction}-${flux?.etape}_${rang + 1}`;
  const attendu = `${duMessage}-${fin}`;
  if (lu === null) {
    noter(
      'fichier.nom',
      `« ${nom} » n’est pas un nom de pièce : on attend TYPOLOGIE-${attendu}.pdf. Renommez-le.`,
      { attendu, trouve: nom },
    );
    return;
  }
  const finLue = `${lu.transaction}-${lu.etape}_${lu.rang}`;
  const trouve = `${lu.identifiant}-${finLue}`;
  const libre = malNommes.has(message.fichier);
  if (libre ? finLue !== fin : trouve !== attendu && parseNomDeMessage(message.fichier).ok) {
    noter(
      'fichier.nom',
      `Le nom de « ${nom} » ne suit pas son message : après la typologie, on attend « ${attendu} ». Renommez-le.`,
      { attendu, trouve },
    );
  }
  if (acte !== null) {
    verifierTypologie({ typologie: lu.typologie, fichier: nom, acte }, contexte, noter);
  } else if (lu.typologie !== null) typologieDeReponse(lu.typologie, contexte, noter);
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
  if (acte !== null && rang === 0 && sonde.type === 'xml' && !estUnBudget(acte)) {
    noter(
      'fichier.type',
      `Seuls les documents budgétaires (nature 5, matière 7.1) peuvent être en XML : envoyez ${nom} en PDF.`,
      { attendu: 'PDF', trouve: 'XML' },
    );
    return;
  }
  const extension = /\.(\w+)$/.exec(nom)?.[1]?.toLowerCase() ?? '';
  if (EXTENSIONS[sonde.type]?.includes(extension) !== true) {
    noter(
      'fichier.type',
      `Le fichier ${nom} est en vérité ${sonde.enClair} : donnez-lui la bonne extension.`,
      { attendu: EXTENSIONS[sonde.type]?.[0] ?? '', trouve: extension || 'aucune' },
    );
  }
}

const estUnBudget = ({ codeNature, matieres: [premier, second] }: DonneesDActe): boolean =>
  codeNature === 5 && premier === 7 && second === 1;

/** Whether the act itself is an XML: then its annexes are PDF only. */
const estUnBudgetXml = (message: MessageActes): boolean =>
  message.genre === 'Acte' && /\.xml$/i.test(message.acte.document?.nom ?? '');

/** A joined XML that is not well formed: platforms look only at its first bytes and let it go. */
function pieceXml({ nom, xml }: EntreeLue, fautes: FauteActes[]): void {
  const malForme = xml === null ? null : defautDeForme(xml);
  if (malForme === null) return;
  noterPour(nom, fautes)(
    'fichier.type',
    `La pièce ${nom} est un XML abîmé : ${malForme}. La préfecture ne pourrait pas l’ouvrir, refaites-la.`,
    { attendu: 'un XML bien formé', trouve: malForme, bloquant: false },
  );
}

/** A budget in XML carries the seal of the State's budget software. */
function scellement({ nom, xml }: EntreeLue, fautes: FauteActes[]): void {
  const malForme = xml === null ? null : defautDeForme(xml);
  if (malForme !== null) {
    noterPour(nom, fautes)(
      'fichier.type',
      `Le budget ${nom} ne se lit pas : ${malForme}. Refaites-le avec TotEM.`,
      { attendu: 'un XML bien formé', trouve: malForme },
    );
    return;
  }
  if (xml === null || /<(?:\w+:)?Scellement\b/.test(texteLatin1(xml))) return;
  noterPour(nom, fautes)(
    'fichier.scellement',
    `Le budget ${nom} n’est pas scellé : repassez-le dans TotEM et scellez-le avant l’envoi.`,
    { attendu: 'une balise Scellement', trouve: 'aucune' },
  );
}
