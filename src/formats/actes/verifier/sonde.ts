import { texteLatin1 } from '../latin1.ts';

/** What a file is by its first bytes: platforms look at these, not at the extension. */
export type TypeDeFichier = 'pdf' | 'xml' | 'png' | 'jpeg' | 'vide' | 'inconnu';

/** A file of an archive as the verifier needs it: its kind, and what is wrong with its PDF. */
export type Sonde = {
  readonly type: TypeDeFichier;
  /** In a few words, for kinds that are refused: « un document Word ». */
  readonly enClair: string;
  /** Why a PDF is damaged, in French; null when nothing shows, or when it is no PDF. */
  readonly defautDuPdf: string | null;
  /** The defect is one that readers put right by themselves: they find the file's trailer. */
  readonly reparable: boolean;
  /** Whether a password is needed to open it. */
  readonly chiffre: boolean;
};

/** How much of the beginning and of the end of a file a probe wants. */
export const FENETRE = 65_536;

/** The beginning and the end of a file; they overlap when it is short. */
export type Bouts = {
  readonly taille: number;
  readonly debut: Uint8Array;
  readonly fin: Uint8Array;
};

/** First bytes, as characters, of formats known by them. */
const MAGIES: readonly (readonly [string, TypeDeFichier, string])[] = [
  ['\u0089PNG\r\n\u001a\n', 'png', 'une image PNG'],
  ['\u00ff\u00d8\u00ff', 'jpeg', 'une image JPEG'],
  ['\u00ff\u00fe<\0', 'xml', 'un XML'],
  ['\u00fe\u00ff\0<', 'xml', 'un XML'],
  ['<\0', 'xml', 'un XML'],
  ['\0<', 'xml', 'un XML'],
  ['PK\u0003\u0004', 'inconnu', 'un document Word, Excel, LibreOffice ou une archive ZIP'],
  ['\u00d0\u00cf\u0011\u00e0', 'inconnu', 'un ancien document Word ou Excel'],
  ['GIF8', 'inconnu', 'une image GIF'],
  ['II*\0', 'inconnu', 'une image TIFF'],
  ['MM\0*', 'inconnu', 'une image TIFF'],
  ['{\\rtf', 'inconnu', 'un document RTF'],
  ['MZ', 'inconnu', 'un programme'],
  ['\u007fELF', 'inconnu', 'un programme'],
  ['\u001f\u008b', 'inconnu', 'une archive compressée'],
];

const TEXTES: readonly (readonly [RegExp, TypeDeFichier, string])[] = [
  [/^\s{0,1024}%PDF-/, 'pdf', 'un PDF'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:!doctype\s+html|html)\b/i, 'inconnu', 'une page HTML'],
  [/^(?:\u00ef\u00bb\u00bf)?\s*<(?:\?xml|[A-Za-z_])/, 'xml', 'un XML'],
  [/^[\t\r\n -~\u00a0-\u00ff]*$/, 'inconnu', 'un texte simple'],
];

function typeDe(debut: string): readonly [TypeDeFichier, string] {
  const [, type, enClair] =
    MAGIES.find(([magie]) => debut.startsWith(magie)) ??
    TEXTES.find(([motif]) => motif.test(debut)) ??
    ([null, 'inconnu', 'un format inconnu'] as const);
  return [type, enClair];
}

const extrait = (octets: Uint8Array, depuis: number): string | null =>
  depuis >= 0 && depuis + 24 <= octets.length
    ? texteLatin1(octets.subarray(depuis, depuis + 24))
    : null;

/** The piece of the file that begins at `position`, when it lies in a window we hold. */
const morceau = ({ taille, debut, fin }: Bouts, position: number): string | null =>
  extrait(debut, position) ?? extrait(fin, position - (taille - fin.length));

/** What shows that a PDF is damaged, from its two ends. */
function defautDuPdf(bouts: Bouts): string | null {
  const entete = texteLatin1(bouts.debut.subarray(0, 8));
  if (!/^%PDF-[12]\.\d/.test(entete)) return 'il ne commence pas par « %PDF-1. » ou « %PDF-2. »';
  const fin = texteLatin1(bouts.fin.subarray(-2048));
  if (!fin.includes('%%EOF')) return 'il s’arrête avant sa fin (« %%EOF » manque)';
  const adresse = /startxref\s+(\d{1,12})\s+%%EOF\s*[^%]*$/.exec(fin)?.[1];
  if (adresse === undefined) return 'il ne dit pas où est sa table (« startxref » manque)';
  if (Number(adresse) >= bouts.taille) return 'sa table est annoncée au-delà de sa fin';
  const table = morceau(bouts, Number(adresse));
  return table === null || /^\s*(?:xref|\d+\s+\d+\s+obj)\b/.test(table)
    ? null
    : `sa table n’est pas là où il l’annonce (octet ${adresse})`;
}

/**
 * Whether readers rebuild the table of such a PDF: its trailer, which tells the catalogue, is near
 * its end. S²LOW asks `pdfinfo`, which does. A file that is cut has lost its trailer, or its end.
 */
function reparable({ fin }: Bouts): boolean {
  const texte = texteLatin1(fin);
  const suite = texte.slice(Math.max(0, texte.lastIndexOf('trailer')));
  const racine = /^trailer\s*<<[^]*?\/Root\s+\d+\s+\d+\s+R/.test(suite.slice(0, 2048));
  // « startxref 0 » ends the first part of a file made for the web, not the file.
  const bout = suite.includes('%%EOF') && !/startxref\s+0\s/.test(suite);
  return racine && bout && !/\d\s+\d+\s+obj\b/.test(suite);
}

/** Told in the trailer, or in the stream that stands for it, at either end of the file. */
const CHIFFRE = /\/Encrypt\s+\d+\s+\d+\s+R/;

const estChiffre = ({ debut, fin }: Bouts): boolean =>
  CHIFFRE.test(texteLatin1(fin.subarray(-4096))) ||
  CHIFFRE.test(texteLatin1(debut.subarray(0, 4096)));

/** Looks at a file from its two ends, whatever its size. */
export function sonder(bouts: Bouts): Sonde {
  if (bouts.taille === 0) {
    const enClair = 'un fichier vide';
    return { type: 'vide', enClair, defautDuPdf: null, reparable: false, chiffre: false };
  }
  const [type, enClair] = typeDe(texteLatin1(bouts.debut.subarray(0, 2048)));
  const pdf = type === 'pdf';
  const defaut = pdf ? defautDuPdf(bouts) : null;
  return {
    type,
    enClair,
    defautDuPdf: defaut,
    reparable: defaut !== null && reparable(bouts),
    chiffre: pdf && estChiffre(bouts),
  };
}

/** The same for a file held whole. */
export const sonderOctets = (octets: Uint8Array): Sonde =>
  sonder({
    taille: octets.length,
    debut: octets.subarray(0, FENETRE),
    fin: octets.subarray(Math.max(0, octets.length - FENETRE)),
  });
