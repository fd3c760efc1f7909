import { NATURES_DE_COLLECTIVITE, OCTETS_D_UNE_ARCHIVE } from '../enveloppe.ts';
import type { EnveloppeLocale } from '../messages/message.ts';
import { NOM_D_ENVELOPPE, parseNomDArchive, parseNomDeMessage } from '../noms.ts';
import type { ArchiveLue, EntreeLue } from './archive-lue.ts';
import type { Contexte } from './contexte.ts';
import { type FauteActes, type Noter, adoucies, noterPour } from './faute.ts';
import { verifierFichiers } from './fichiers.ts';
import { type MessageVerifie, verifierMessage } from './message.ts';

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
  taille(archive, noter);
  const lisibles = archive.entrees.filter((e) => e.sonde.type === 'xml' && estUnMessage(e.nom));
  const messages = lisibles.map((e) => messageDe(e, contexte));
  const enveloppe = messages.find(({ genre }) => genre?.startsWith('Enveloppe'));
  const deLEtat = enveloppe?.genre === 'EnveloppeMISILLCL' || ARCHIVE_DE_L_ETAT.test(nom);
  nomDeLArchive({ nom, deLEtat, enveloppe }, noter);
  if (enveloppe === undefined) {
    if (archive.entrees.length > 0) {
      const attendu = nom.replace(/^[^-]*-/, '').replace(/\.tar\.gz$/, '.xml');
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
  } else if (enveloppe.message?.genre === 'EnveloppeCLMISILL') {
    enveloppeLocale(enveloppe.message, { nom, messages }, noterPour(enveloppe.fichier, fautes));
  }
  if (enveloppe?.message !== null && enveloppe !== undefined) {
    formulaires(enveloppe, { messages, archive }, noterPour(enveloppe.fichier, fautes));
  }
  unicite(messages, fautes);
  fautes.push(...messages.flatMap((m) => m.fautes));
  fautes.push(...verifierFichiers(archive.entrees, messages, contexte));
  const ordonnes = [...messages].toSorted(
    (a, b) => Number(b === enveloppe) - Number(a === enveloppe),
  );
  return { deLEtat, messages: ordonnes, fautes: deLEtat ? adoucies(fautes) : fautes };
}

/** Attached XML (a budget) is no message: it has a type before its name, or a rank after it. */
function estUnMessage(nom: string): boolean {
  const lu = parseNomDeMessage(nom);
  if (lu.ok) return lu.value.rang === 0 || lu.value.transaction !== 1 || lu.value.etape !== 1;
  return NOM_D_ENVELOPPE.test(nom) || !/_\d+\.xml$/i.test(nom);
}

function messageDe({ nom, xml, taille: octets }: EntreeLue, contexte: Contexte): MessageVerifie {
  if (xml !== null) return verifierMessage(nom, xml, contexte);
  const fautes: FauteActes[] = [];
  noterPour(nom, fautes)(
    'message.illisible',
    `Ce message pèse ${Math.ceil(octets / 1e6)} Mo : il n’est pas lu.`,
    { attendu: '5 Mo au plus', trouve: `${octets} octets` },
  );
  return { fichier: nom, genre: null, message: null, fautes };
}

function taille({ octets, entrees, fautes }: ArchiveLue, noter: Noter): void {
  if (octets > OCTETS_D_UNE_ARCHIVE) {
    noter(
      'archive.taille',
      `L’archive pèse ${(octets / 1024 / 1024).toFixed(1)} Mio : 150 au plus. Allégez les fichiers (numérisation en noir et blanc, 200 points par pouce) ou envoyez des annexes sur papier.`,
      { attendu: `${OCTETS_D_UNE_ARCHIVE} octets au plus`, trouve: `${octets} octets` },
    );
  }
  if (entrees.length === 0 && fautes.length === 0) {
    noter('archive.vide', 'L’archive ne contient aucun fichier.', {
      attendu: 'une enveloppe et des messages',
      trouve: 'rien',
    });
  }
}

function nomDeLArchive(
  {
    nom,
    deLEtat,
    enveloppe,
  }: { nom: string; deLEtat: boolean; enveloppe: MessageVerifie | undefined },
  noter: Noter,
): void {
  if (deLEtat ? !ARCHIVE_DE_L_ETAT.test(nom) : !parseNomDArchive(nom).ok) {
    // An incoming envelope is re-archived by platforms under names of their own.
    noter(
      'archive.nom',
      `« ${nom} » n’est pas un nom d’archive ACTES : on attend TDT-EACT--SIREN--AAAAMMJJ-N.tar.gz. Renommez-la.`,
      { attendu: 'TDT-EACT--SIREN--AAAAMMJJ-N.tar.gz', trouve: nom },
    );
    return;
  }
  const attendu = nom.replace(/^[^-]*-/, '').replace(/\.tar\.gz$/, '.xml');
  if (enveloppe !== undefined && enveloppe.fichier !== attendu) {
    noter(
      'enveloppe.nom',
      `L’enveloppe s’appelle « ${enveloppe.fichier} » : dans l’archive « ${nom} », elle doit s’appeler « ${attendu} ».`,
      { attendu, trouve: enveloppe.fichier },
    );
  }
}

type Autour = { readonly nom: string; readonly messages: readonly MessageVerifie[] };

/** The envelope of the collectivity against the archive's name and its messages'. */
function enveloppeLocale(e: EnveloppeLocale, { nom, messages }: Autour, noter: Noter): void {
  const { siren, departement, nature } = e.emetteur;
  if (siren === '' || departement === '') {
    noter('enveloppe.emetteur', 'L’émetteur est vide : donnez le SIREN et le département.', {
      attendu: 'un SIREN et un département',
      trouve: `${siren} ${departement}`.trim() || 'rien',
    });
  }
  const archive = parseNomDArchive(nom);
  const autres = new Set(
    messages.flatMap(({ fichier }) => {
      const lu = parseNomDeMessage(fichier);
      return lu.ok ? [`${lu.value.departement}-${lu.value.siren}`] : [];
    }),
  );
  const sirens = [archive.ok ? archive.value.siren : siren, ...[...autres].map((a) => a.slice(4))];
  for (const autre of new Set(sirens)) {
    if (autre !== siren) {
      noter(
        'enveloppe.siren',
        `Le SIREN de l’enveloppe, ${siren}, n’est pas celui de l’archive ou d’un message, ${autre} : accordez-les.`,
        { attendu: siren, trouve: autre },
      );
    }
  }
  for (const autre of new Set([...autres].map((a) => a.slice(0, 3)))) {
    if (autre !== departement) {
      noter(
        'enveloppe.departement',
        `Le département de l’enveloppe, ${departement}, n’est pas celui d’un message, ${autre} : accordez-les.`,
        { attendu: departement, trouve: autre },
      );
    }
  }
  if (!Object.hasOwn(NATURES_DE_COLLECTIVITE, nature)) {
    noter(
      'enveloppe.nature',
      `La nature de collectivité « ${nature} » n’est pas connue : une commune est 31.`,
      { attendu: '31 pour une commune', trouve: nature },
    );
  }
  const adresses = e.adressesDeRetour;
  if (new Set(adresses).size !== adresses.length) {
    noter('enveloppe.adresse', 'Une adresse de retour est écrite deux fois : gardez-en une.', {
      attendu: 'des adresses distinctes',
      trouve: adresses.join(', '),
    });
  }
}

/** Each form named is there, and each message there is named. */
function formulaires(
  enveloppe: MessageVerifie,
  { messages, archive }: { messages: readonly MessageVerifie[]; archive: ArchiveLue },
  noter: Noter,
): void {
  const { message } = enveloppe;
  if (message === null || !('formulaires' in message)) return;
  const nommes = new Set(message.formulaires.map(({ nom }) => nom));
  const presents = new Set(archive.entrees.map(({ nom }) => nom));
  for (const nom of nommes) {
    if (!presents.has(nom)) {
      noter(
        'enveloppe.formulaire',
        `L’enveloppe nomme « ${nom} », qui n’est pas dans l’archive : ajoutez-le.`,
        { attendu: nom, trouve: 'rien' },
      );
    }
  }
  for (const { fichier } of messages) {
    if (fichier !== enveloppe.fichier && !nommes.has(fichier)) {
      noter(
        'enveloppe.formulaire',
        `Le message « ${fichier} » est dans l’archive, mais l’enveloppe ne le nomme pas : ajoutez-le à FormulairesEnvoyes.`,
        { attendu: fichier, trouve: [...nommes].join(', ').slice(0, 200) },
      );
    }
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
