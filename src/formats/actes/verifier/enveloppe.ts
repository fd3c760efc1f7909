import { NATURES_DE_COLLECTIVITE } from '../enveloppe.ts';
import { type EnveloppeLocale, type FichierNomme, SENS } from '../messages/message.ts';
import { parseIdentifiantDActe, parseNomDArchive, parseNomDeMessage } from '../noms.ts';
import type { ArchiveLue } from './archive-lue.ts';
import { type FauteActes, type Noter, noterPour } from './faute.ts';
import { fichiersDe } from './fichiers.ts';
import type { MessageVerifie } from './message.ts';

/** What surrounds an envelope. */
type Autour = {
  /** Name of the archive. */
  readonly nom: string;
  readonly messages: readonly MessageVerifie[];
  readonly archive: ArchiveLue;
  readonly deLEtat: boolean;
};

/** The forms an envelope names; none when it cannot be read. */
export const formulairesDe = ({ message }: MessageVerifie): readonly FichierNomme[] =>
  message !== null && 'formulaires' in message ? message.formulaires : [];

/** An envelope against the archive's name, the messages and the files beside it. */
export function verifierEnveloppe(
  enveloppe: MessageVerifie,
  autour: Autour,
  fautes: FauteActes[],
): void {
  const { fichier, message } = enveloppe;
  const noter = noterPour(fichier, fautes);
  for (const autre of autour.messages) {
    if (autre === enveloppe) continue;
    if (autre.genre?.startsWith('Enveloppe') === true) {
      noterPour(autre.fichier, fautes)(
        'enveloppe.double',
        `L’archive contient une seconde enveloppe, « ${autre.fichier} », après « ${fichier} » : n’en gardez qu’une.`,
        { attendu: fichier, trouve: autre.fichier },
      );
    } else sens(autre, autour.deLEtat, fautes);
  }
  if (message === null) return;
  if (message.genre === 'EnveloppeCLMISILL') {
    emetteur(message, noter);
    appartenance(message, autour, fautes);
    adresses(message, noter);
  } else if (message.genre === 'EnveloppeMISILLCL')
    destinataire(message.destinataire, autour, noter);
  formulaires(enveloppe, autour, noter);
}

/** A message of the State in an envelope of the collectivity, or the reverse. */
function sens({ fichier, genre }: MessageVerifie, deLEtat: boolean, fautes: FauteActes[]): void {
  if (genre === null || (SENS[genre].de === 'etat') === deLEtat) return;
  const [ecrit, enveloppe] = deLEtat
    ? ['la collectivité', 'l’État']
    : ['l’État', 'la collectivité'];
  noterPour(fichier, fautes)(
    'message.sens',
    `« ${fichier} » est un message « ${genre} », que seul(e) ${ecrit} écrit, dans une enveloppe de ${enveloppe} : retirez-le, ou changez d’enveloppe.`,
    { attendu: `un message de ${enveloppe}`, trouve: genre },
  );
}

function emetteur(e: EnveloppeLocale, noter: Noter): void {
  const { siren, departement, nature } = e.emetteur;
  if (siren === '' || departement === '') {
    noter('enveloppe.emetteur', 'L’émetteur est vide : donnez le SIREN et le département.', {
      attendu: 'un SIREN et un département',
      trouve: `${siren} ${departement}`.trim() || 'rien',
    });
  }
  // What is not two digits is the schema's to tell.
  if (/^\d{2}$/.test(nature) && !Object.hasOwn(NATURES_DE_COLLECTIVITE, nature)) {
    noter(
      'enveloppe.nature',
      `La nature de collectivité « ${nature} » n’est pas connue : une commune est 31.`,
      { attendu: '31 pour une commune', trouve: nature },
    );
  }
}

function adresses({ adressesDeRetour }: EnveloppeLocale, noter: Noter): void {
  if (new Set(adressesDeRetour).size === adressesDeRetour.length) return;
  noter('enveloppe.adresse', 'Une adresse de retour est écrite deux fois : gardez-en une.', {
    attendu: 'des adresses distinctes',
    trouve: adressesDeRetour.join(', '),
  });
}

/** Whose archive, envelope and messages are: where two agree against one, that one is at fault. */
function appartenance(e: EnveloppeLocale, autour: Autour, fautes: FauteActes[]): void {
  const { siren, departement } = e.emetteur;
  const { nom, messages } = autour;
  const enveloppe = messages.find(({ message }) => message === e)?.fichier ?? nom;
  const noter = noterPour(enveloppe, fautes);
  const archive = parseNomDArchive(nom);
  const autreSiren = (autre: string): void =>
    noter(
      'enveloppe.siren',
      `Le SIREN de l’enveloppe, ${siren}, n’est pas celui de l’archive ou d’un message, ${autre} : accordez-les.`,
      { attendu: siren, trouve: autre },
    );
  const sirens = new Set(archive.ok && archive.value.siren !== siren ? [archive.value.siren] : []);
  const departements = new Set<string>();
  for (const message of messages) {
    const lu = parseNomDeMessage(message.fichier);
    if (!lu.ok) continue;
    const { value } = lu;
    const seul = fichiersPortent(message, `${departement}-${siren}-`);
    const mal = value.siren !== siren || value.departement !== departement;
    if (mal && seul && archive.ok && archive.value.siren === siren) {
      nomEtranger(message, `${departement}-${siren}`, fautes);
      continue;
    }
    if (value.siren !== siren) sirens.add(value.siren);
    if (value.departement !== departement) departements.add(value.departement);
    identifiant(message, siren, fautes);
  }
  // A sender the schema refuses has been told.
  if (/^\d{9}$/.test(siren)) sirens.forEach(autreSiren);
  for (const autre of departements) {
    if (/^\d{2}[0-9AB]$/.test(departement)) {
      noter(
        'enveloppe.departement',
        `Le département de l’enveloppe, ${departement}, n’est pas celui d’un message, ${autre} : accordez-les.`,
        { attendu: departement, trouve: autre },
      );
    }
  }
}

/** Whether the files of a message bear what the envelope bears, against the message's own name. */
function fichiersPortent({ message }: MessageVerifie, debut: string): boolean {
  const fichiers = message === null ? [] : fichiersDe(message);
  return fichiers.length > 0 && fichiers.every(({ nom }) => `-${nom}`.includes(`-${debut}`));
}

function nomEtranger({ fichier }: MessageVerifie, attendu: string, fautes: FauteActes[]): void {
  noterPour(fichier, fautes)(
    'message.nom',
    `Le nom « ${fichier} » n’est pas celui d’un message de la collectivité de l’enveloppe : il doit commencer par « ${attendu}- ». Renommez-le.`,
    { attendu, trouve: fichier.slice(0, attendu.length) },
  );
}

/** An act can be followed only by those who took it. */
function identifiant(
  { fichier, message }: MessageVerifie,
  siren: string,
  fautes: FauteActes[],
): void {
  if (message === null || !('idActe' in message)) return;
  const id = parseIdentifiantDActe(message.idActe);
  if (!id.ok || id.value.siren === siren) return;
  noterPour(fichier, fautes)(
    'message.identifiant',
    `Le message porte sur l’acte « ${message.idActe} », d’une autre collectivité que l’enveloppe (${siren}) : corrigez l’identifiant.`,
    { attendu: siren, trouve: id.value.siren },
  );
}

/** Incoming: what is addressed to another is worth knowing. */
function destinataire(siren: string, { messages }: Autour, noter: Noter): void {
  for (const { fichier } of messages) {
    const lu = parseNomDeMessage(fichier);
    if (!lu.ok || lu.value.siren === siren) continue;
    noter(
      'enveloppe.siren',
      `L’enveloppe est adressée à ${siren || 'personne'}, le message « ${fichier} » porte ${lu.value.siren} : vérifiez à qui il est destiné.`,
      { attendu: lu.value.siren, trouve: siren || 'rien' },
    );
    return;
  }
}

/** Each form named is there, once, and each message there is named. */
function formulaires(enveloppe: MessageVerifie, { messages, archive }: Autour, noter: Noter): void {
  const noms = formulairesDe(enveloppe).map(({ nom }) => nom);
  const nommes = new Set(noms);
  const presents = new Set(archive.entrees.map(({ nom }) => nom));
  const refuses = new Set(archive.fautes.map(({ fichier }) => fichier));
  for (const nom of nommes) {
    if (presents.has(nom) || refuses.has(nom) || !archive.entiere) continue;
    noter(
      'enveloppe.formulaire',
      `L’enveloppe nomme « ${nom} », qui n’est pas dans l’archive : ajoutez-le.`,
      { attendu: nom, trouve: 'rien' },
    );
  }
  for (const nom of new Set(noms.filter((n, i) => noms.indexOf(n) !== i))) {
    noter(
      'enveloppe.formulaire',
      `L’enveloppe nomme deux fois « ${nom} » : il serait transmis deux fois. Gardez-en une mention.`,
      { attendu: 'chaque message une fois', trouve: nom },
    );
  }
  // An envelope that names nothing is told by the schema.
  if (noms.length === 0) return;
  for (const { fichier, genre } of messages) {
    if (nommes.has(fichier) || genre?.startsWith('Enveloppe') === true) continue;
    noter(
      'enveloppe.formulaire',
      `Le message « ${fichier} » est dans l’archive, mais l’enveloppe ne le nomme pas : ajoutez-le à FormulairesEnvoyes.`,
      { attendu: fichier, trouve: [...nommes].join(', ').slice(0, 200) },
    );
  }
}
