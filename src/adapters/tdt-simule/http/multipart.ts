import { texteLatin1 } from '#formats/actes/latin1.ts';
import type { FichierPoste, Formulaire } from '../metier/formulaire.ts';

const PARTIES = 500;
const ENTETE = 8_192;

type Partie = {
  readonly nom: string;
  readonly fichier: string | null;
  readonly octets: Uint8Array;
};

const parametre = (disposition: string, nom: string): string | null => {
  const lu = new RegExp(`[;\\s]${nom}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(disposition);
  const nu = new RegExp(`[;\\s]${nom}=([^";\\s]+)`, 'i').exec(disposition);
  return lu?.[1]?.replaceAll(/\\(["\\])/g, '$1') ?? nu?.[1] ?? null;
};

function partieDe(octets: Buffer): Partie | null {
  const fin = octets.subarray(0, ENTETE).indexOf('\r\n\r\n');
  if (fin < 0) return null;
  const entetes = texteLatin1(octets.subarray(0, fin));
  const disposition = /^content-disposition:(.*)$/im.exec(entetes)?.[1] ?? '';
  const nom = parametre(disposition, 'name');
  if (nom === null) return null;
  // A file keeps only the last part of the path some clients send.
  const fichier = parametre(disposition, 'filename')?.replace(/^.*[\\/]/, '') ?? null;
  return { nom, fichier, octets: octets.subarray(fin + 4) };
}

/** The parts of a body, in order; those that cannot be read are left out, as PHP does. */
function parties(corps: Buffer, limite: string): readonly Partie[] {
  const marque = Buffer.from(`--${limite}`, 'latin1');
  const lues: Partie[] = [];
  let debut = corps.indexOf(marque);
  while (debut >= 0 && lues.length < PARTIES) {
    const dedans = debut + marque.length;
    if (corps.subarray(dedans, dedans + 2).toString('latin1') === '--') break;
    const suivante = corps.indexOf(Buffer.concat([Buffer.from('\r\n'), marque]), dedans);
    if (suivante < 0) break;
    const partie = partieDe(corps.subarray(dedans + 2, suivante));
    if (partie !== null) lues.push(partie);
    debut = suivante + 2;
  }
  return lues;
}

const ajouter = (champs: Map<string, string[]>, nom: string, valeur: string): void => {
  const deja = champs.get(nom);
  if (deja === undefined) champs.set(nom, [valeur]);
  else deja.push(valeur);
};

/** Reads a posted form; every byte of text is one character of ISO-8859-1, as the platform has it. */
export function lireFormulaire(corps: Buffer, type: string): Formulaire {
  const champs = new Map<string, string[]>();
  const fichiers: FichierPoste[] = [];
  const limite = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(type);
  if (/^multipart\/form-data/i.test(type) && limite !== null) {
    for (const { nom, fichier, octets } of parties(corps, limite[1] ?? limite[2] ?? '')) {
      if (fichier === null) ajouter(champs, nom, texteLatin1(octets));
      else if (fichier !== '') fichiers.push({ champ: nom, nom: fichier, octets });
    }
  } else if (/^application\/x-www-form-urlencoded/i.test(type)) {
    for (const paire of texteLatin1(corps).split('&').slice(0, PARTIES)) {
      const [nom = '', valeur = ''] = paire.split('=', 2).map(decoder);
      if (nom !== '') ajouter(champs, nom, valeur);
    }
  }
  return { champs, fichiers, tropGrand: false };
}

const decoder = (texte: string): string =>
  texte
    .replaceAll('+', ' ')
    .replaceAll(/%([0-9A-Fa-f]{2})/g, (_, hexa: string) =>
      String.fromCharCode(Number.parseInt(hexa, 16)),
    );
