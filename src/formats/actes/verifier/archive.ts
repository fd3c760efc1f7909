import { OCTETS_D_UNE_ARCHIVE } from '../enveloppe.ts';
import { NOM_D_ENVELOPPE, type NomDArchive, parseNomDArchive, parseNomDeMessage } from '../noms.ts';
import type { ArchiveLue, EntreeLue } from './archive-lue.ts';
import type { Contexte } from './contexte.ts';
import { type FauteActes, type Noter, adoucies, noterPour } from './faute.ts';
import { formulairesDe, verifierEnveloppe } from './enveloppe.ts';
import { verifierFichiers } from './fichiers.ts';
import { type MessageVerifie, messageIllisible, verifierMessage } from './message.ts';

/** From the State: `abc-TACT--SPREF0131-211300017-20261123-1105.tar.gz`. */
const ARCHIVE_DE_L_ETAT =
  /^[A-Za-z0-9]{3}-[A-Z]{4}--[A-Z]{3,5}\d{2}[0-9AB]\d?-\d{9}-\d{8}-\d{1,6}\.tar\.gz$/;

export type ArchiveVerifiee = {
  /** Written by the State: nothing in it is ours to mend. */
  readonly deLEtat: boolean;
  /** Messages read, the envelope first. */
  readonly messages: readonly MessageVerifie[];
  readonly fautes: readonly FauteActes[];
};

/**
 * Judges a whole archive as S²LOW and the ministry would (protocol, §4): names, envelope, each
 * message, each file. What comes from the State is only warned about, unless it cannot be used.
 */
export function verifierArchive(
  nom: string,
  archive: ArchiveLue,
  contexte: Contexte,
): ArchiveVerifiee {
  const fautes: FauteActes[] = [...archive.fautes];
  const noter = noterPour(nom, fautes);
  const { enveloppe, messages } = lireLesMessages(archive.entrees, contexte);
  const deLEtat = enveloppe?.genre === 'EnveloppeMISILLCL' || ARCHIVE_DE_L_ETAT.test(nom);
  taille(archive, deLEtat, noter);
  nomDeLArchive({ nom, deLEtat, enveloppe, contexte }, noter);
  if (enveloppe === undefined) sansEnveloppe({ nom, archive, messages }, noter);
  else verifierEnveloppe(enveloppe, { nom, messages, archive, deLEtat }, fautes);
  unicite(messages, fautes);
  fautes.push(...messages.flatMap((m) => m.fautes));
  const malNommes = fautes.filter((f) => f.regle === 'message.nom' && f.bloquant);
  const mal = new Set(malNommes.map(({ fichier }) => fichier));
  fautes.push(...verifierFichiers(archive, messages, { contexte, malNommes: mal }));
  const ordonnes = [...messages].toSorted(
    (a, b) => Number(b === enveloppe) - Number(a === enveloppe),
  );
  return { deLEtat, messages: ordonnes, fautes: deLEtat ? adoucies(fautes) : fautes };
}

/** Attached XML (a budget) is no message: it has a type before its name, or a rank after it. */
function estUnMessage(nom: string): boolean {
  if (!/\.xml$/i.test(nom)) return false;
  const lu = parseNomDeMessage(nom);
  if (lu.ok) return lu.value.rang === 0 || lu.value.transaction !== 1 || lu.value.etape !== 1;
  return NOM_D_ENVELOPPE.test(nom) || !/_\d+\.xml$/i.test(nom);
}

type Messages = {
  readonly enveloppe: MessageVerifie | undefined;
  readonly messages: readonly MessageVerifie[];
};

/** Those that their name makes messages, and those that the envelope names, whatever their name. */
function lireLesMessages(entrees: readonly EntreeLue[], contexte: Contexte): Messages {
  const parNom = entrees.filter((e) => estUnMessage(e.nom)).map((e) => messageDe(e, contexte));
  const enveloppe = parNom.find(({ genre }) => genre?.startsWith('Enveloppe'));
  if (enveloppe === undefined) {
    return { enveloppe, messages: parNom.map(quiNEstPasUneEnveloppe) };
  }
  const lus = new Set(parNom.map(({ fichier }) => fichier));
  const nommes = new Set(formulairesDe(enveloppe).map(({ nom }) => nom));
  const autres = entrees
    .filter(({ nom }) => nommes.has(nom) && !lus.has(nom))
    .map((e) => messageDe(e, contexte));
  return { enveloppe, messages: [...parNom, ...autres] };
}

/** Named as an envelope, and something else inside: that is the fault, not its name as a message. */
function quiNEstPasUneEnveloppe(message: MessageVerifie): MessageVerifie {
  const { fichier, genre } = message;
  if (genre === null || !NOM_D_ENVELOPPE.test(fichier)) return message;
  return messageIllisible(
    fichier,
    `« ${fichier} » porte un nom d’enveloppe et contient un message « ${genre} » : mettez-y l’enveloppe.`,
  );
}

function messageDe({ nom, xml, sonde, taille: octets }: EntreeLue, c: Contexte): MessageVerifie {
  if (octets === 0) return messageIllisible(nom, `Ce message est vide : refaites-le.`);
  if (sonde.type !== 'xml') {
    return messageIllisible(nom, `Ce message n’est pas un XML, c’est ${sonde.enClair}.`);
  }
  if (xml !== null) return verifierMessage(nom, xml, c);
  return messageIllisible(nom, `Ce message pèse ${Math.ceil(octets / 1e6)} Mo : il n’est pas lu.`);
}

type Sans = {
  readonly nom: string;
  readonly archive: ArchiveLue;
  readonly messages: readonly MessageVerifie[];
};

/** No envelope: unless it is there and cannot be read, which its own fault tells. */
function sansEnveloppe({ nom, archive, messages }: Sans, noter: Noter): void {
  if (archive.entrees.length === 0) return;
  const attendu = nom.replace(/^[^-]*-/, '').replace(/\.tar\.gz$/, '.xml');
  const enveloppe = (fichier: string): boolean =>
    fichier === attendu || NOM_D_ENVELOPPE.test(fichier);
  if (messages.some(({ fichier, genre }) => genre === null && enveloppe(fichier))) return;
  noter(
    'enveloppe.absente',
    `L’archive n’a pas d’enveloppe lisible : elle doit contenir « ${attendu} ».`,
    {
      attendu,
      trouve: archive.entrees
        .map((e) => e.nom)
        .join(', ')
        .slice(0, 200),
    },
  );
}

const mio = (octets: number): string => (octets / 1024 / 1024).toFixed(1);

function taille({ octets, entrees, fautes }: ArchiveLue, deLEtat: boolean, noter: Noter): void {
  const attendu = `${OCTETS_D_UNE_ARCHIVE} octets au plus`;
  const conseil =
    '150 au plus. Allégez les fichiers (numérisation en noir et blanc, 200 points par pouce) ou envoyez des annexes sur papier.';
  const ensemble = entrees.reduce((somme, e) => somme + e.taille, 0);
  if (octets > OCTETS_D_UNE_ARCHIVE) {
    noter('archive.taille', `L’archive pèse ${mio(octets)} Mio : ${conseil}`, {
      attendu,
      trouve: `${octets} octets`,
    });
  } else if (ensemble > OCTETS_D_UNE_ARCHIVE && !deLEtat) {
    // S²LOW weighs the files as they are posted, before they are compressed.
    noter('archive.taille', `Les fichiers pèsent ensemble ${mio(ensemble)} Mio : ${conseil}`, {
      attendu,
      trouve: `${ensemble} octets`,
    });
  }
  if (entrees.length === 0 && fautes.length === 0) {
    noter('archive.vide', 'L’archive ne contient aucun fichier.', {
      attendu: 'une enveloppe et des messages',
      trouve: 'rien',
    });
  }
}

type Nommee = {
  readonly nom: string;
  readonly deLEtat: boolean;
  readonly enveloppe: MessageVerifie | undefined;
  readonly contexte: Contexte;
};

function nomDeLArchive({ nom, deLEtat, enveloppe, contexte }: Nommee, noter: Noter): void {
  const lu = parseNomDArchive(nom);
  if (deLEtat ? !ARCHIVE_DE_L_ETAT.test(nom) : !lu.ok) {
    // An incoming envelope is re-archived by platforms under names of their own.
    noter(
      'archive.nom',
      `« ${nom} » n’est pas un nom d’archive ACTES : on attend TDT-EACT--SIREN--AAAAMMJJ-N.tar.gz. Renommez-la.`,
      { attendu: 'TDT-EACT--SIREN--AAAAMMJJ-N.tar.gz', trouve: nom },
    );
    return;
  }
  if (!deLEtat && lu.ok) partiesDuNom(lu.value, contexte, noter);
  const attendu = nom.replace(/^[^-]*-/, '').replace(/\.tar\.gz$/, '.xml');
  if (enveloppe !== undefined && enveloppe.fichier !== attendu) {
    noter(
      'enveloppe.nom',
      `L’enveloppe s’appelle « ${enveloppe.fichier} » : dans l’archive « ${nom} », elle doit s’appeler « ${attendu} ».`,
      { attendu, trouve: enveloppe.fichier },
    );
  }
}

/** What the shape of the name does not tell: the application, the serial, the day. */
function partiesDuNom(
  { application, serie, le }: NomDArchive,
  { aujourdHui }: Contexte,
  noter: Noter,
): void {
  if (application !== 'EACT' && application !== 'TACT') {
    noter(
      'archive.nom',
      `Le nom de l’archive porte l’application « ${application} » : c’est EACT en réel, TACT à l’essai. Renommez-la.`,
      { attendu: 'EACT ou TACT', trouve: application },
    );
  }
  if (serie === 0) {
    noter(
      'archive.nom',
      'Le nom de l’archive porte le numéro 0 : le premier envoi du jour est le 1. Renommez-la.',
      { attendu: '1 à 9999', trouve: '0' },
    );
  }
  if (le > aujourdHui) {
    noter(
      'archive.nom',
      `L’archive porte un jour d’envoi à venir, ${le} : on y met celui de l’envoi.`,
      { attendu: `${aujourdHui} au plus tard`, trouve: le, bloquant: false },
    );
  }
}

/** Two acts of one archive with the same number. */
function unicite(messages: readonly MessageVerifie[], fautes: FauteActes[]): void {
  const vus = new Set<string>();
  for (const { fichier, message } of messages) {
    if (message?.genre !== 'Acte') continue;
    const { numero } = message.acte;
    if (vus.has(numero)) {
      noterPour(fichier, fautes)(
        'acte.unicite',
        `Deux actes de l’archive portent le numéro « ${numero} » : donnez-en un autre au second.`,
        { attendu: 'un numéro par acte', trouve: numero },
      );
    }
    vus.add(numero);
  }
}
