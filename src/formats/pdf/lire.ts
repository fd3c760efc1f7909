import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Gonfler, type Gonfleur, decoder, gonfleurDe, neRienGonfler } from './flux.ts';
import { type ListeDObjets, lireLaListe } from './liste-d-objets.ts';
import { type Flux, Lecteur, type Objet, SyntaxePdf } from './objets.ts';
import { enLatin1 } from './octets.ts';
import { type Index, type Place, lireIndex } from './tables.ts';

/** A PDF file opened for reading; objects are read when asked for. */
export type FichierPdf = Index & {
  readonly octets: Uint8Array;
  /** The same bytes, one character each. */
  readonly texte: string;
  /** Where the last cross-reference table begins. */
  readonly startxref: number;
  /** Inflates a part of the file. */
  readonly gonfler: Gonfleur;
  /** Follows references to the object itself; null where there is none, as PDF has it (§7.3.10). */
  readonly suivre: (objet: Objet | undefined) => Objet;
  /** Reads every object, and tells those that cannot be read. */
  readonly illisibles: () => readonly Defaut[];
};

/** The object at `position` with its number; a stream when `stream` follows. */
function lireObjetA(texte: string, position: number): { numero: number; objet: Objet } {
  const lecteur = new Lecteur(texte, position);
  const numero = lecteur.entier();
  lecteur.entier();
  lecteur.exiger('obj');
  const objet = lecteur.objet();
  if (typeof objet !== 'object' || objet === null || objet.genre !== 'dictionnaire') {
    return { numero, objet };
  }
  if (!lecteur.prendre('stream')) return { numero, objet };
  const fin = texte.startsWith('\r\n', lecteur.position) ? 2 : 1;
  const debut = lecteur.position + fin;
  return { numero, objet: { genre: 'flux', entrees: objet.entrees, debut } };
}

function lireObjetIndirect(texte: string, position: number, attendu: number): Objet {
  const { numero, objet } = lireObjetA(texte, position);
  if (numero !== attendu) {
    throw new SyntaxePdf(position, `l’objet ${attendu} attendu, un autre trouvé`);
  }
  return objet;
}

/** Where the bytes of a stream end; null when `Length` is not told or lies. */
function finDe(texte: string, flux: Flux, suivre: FichierPdf['suivre']): number | null {
  const longueur = suivre(flux.entrees.get('Length'));
  if (typeof longueur !== 'number' || !(longueur >= 0)) return null;
  const fin = flux.debut + longueur;
  return /^\s*endstream/.test(texte.slice(fin, fin + 12)) ? fin : null;
}

const enDefaut = (faute: unknown): Defaut => {
  if (!(faute instanceof SyntaxePdf)) throw faute;
  return {
    pointeur: `octet ${faute.position}`,
    phrase: `Ce fichier n’est pas un PDF que nous savons lire : ${faute.message} à l’octet ${faute.position}.`,
  };
};

type Source = Pick<FichierPdf, 'octets' | 'texte' | 'gonfler' | 'positions'>;

/** Reads the lists of objects when asked for, once each. */
function ouvrirLesListes(
  { octets, texte, gonfler }: Source,
  suivre: FichierPdf['suivre'],
): (octet: number) => ListeDObjets {
  const lues = new Map<number, ListeDObjets | null>();
  return (octet) => {
    const deja = lues.get(octet);
    // Its own length must not be told inside it.
    if (deja === null) throw new SyntaxePdf(octet, 'une liste d’objets qui ne se lit pas');
    if (deja !== undefined) return deja;
    lues.set(octet, null);
    const flux = octet < 0 ? null : lireObjetA(texte, octet).objet;
    const fin =
      typeof flux === 'object' && flux?.genre === 'flux' ? finDe(texte, flux, suivre) : null;
    if (typeof flux !== 'object' || flux?.genre !== 'flux' || fin === null) {
      throw new SyntaxePdf(octet, 'une liste d’objets attendue');
    }
    const liste = lireLaListe(flux, decoder({ flux, fin, suivre }, octets, gonfler), suivre);
    lues.set(octet, liste);
    return liste;
  };
}

/** Reads objects when asked for, and remembers them. */
function ouvrirObjets(source: Source): Pick<FichierPdf, 'suivre' | 'illisibles'> {
  const { texte, positions } = source;
  const lus = new Map<number, Objet>();
  const fautes: Defaut[] = [];
  const lireA = ({ octet, rang }: Place, numero: number): Objet =>
    rang === null ? lireObjetIndirect(texte, octet, numero) : listes(octet)(rang, numero);
  const lire = (numero: number): Objet => {
    const deja = lus.get(numero);
    if (deja !== undefined) return deja;
    const place = positions.get(numero);
    if (place === undefined) return null;
    let lu: Objet = null;
    try {
      lu = lireA(place, numero);
    } catch (faute) {
      fautes.push(enDefaut(faute));
    }
    lus.set(numero, lu);
    return lu;
  };
  const suivre = (objet: Objet | undefined, bonds = 0): Objet => {
    if (typeof objet !== 'object' || objet === null) return objet ?? null;
    if (objet.genre !== 'reference') return objet;
    return bonds > 32 ? null : suivre(lire(objet.numero), bonds + 1);
  };
  const listes = ouvrirLesListes(source, (objet) => suivre(objet));
  const illisibles = (): readonly Defaut[] => {
    for (const numero of positions.keys()) lire(numero);
    return fautes;
  };
  return { suivre, illisibles };
}

function ouvrir(octets: Uint8Array, texte: string, gonfler: Gonfleur): Result<FichierPdf, Defaut> {
  try {
    if (!texte.startsWith('%PDF-')) throw new SyntaxePdf(0, '« %PDF- » attendu');
    const fin = texte.lastIndexOf('startxref');
    if (fin < 0) throw new SyntaxePdf(octets.length, '« startxref » attendu');
    const startxref = new Lecteur(texte, fin + 'startxref'.length).entier();
    const index = lireIndex({ octets, texte, gonfler }, startxref);
    const source = { octets, texte, gonfler, ...index };
    return ok({ ...source, startxref, ...ouvrirObjets(source) });
  } catch (faute) {
    return err(enDefaut(faute));
  }
}

/**
 * Opens a PDF, with its tables in clear, compressed or hybrid (ISO 32000-1 §7.5). What is
 * compressed is read with `gonfler`; without it, only files such as our own printer writes are.
 * The error says what could not be read, and where.
 */
export const lirePdf = (
  octets: Uint8Array,
  gonfler: Gonfler = neRienGonfler,
): Result<FichierPdf, Defaut> => ouvrir(octets, enLatin1(octets), gonfleurDe(octets, gonfler));

/** The same file as it stood when it ended at `fin`; what was inflated is not inflated again. */
export const lireVersion = (pdf: FichierPdf, fin: number): Result<FichierPdf, Defaut> =>
  ouvrir(pdf.octets.subarray(0, fin), pdf.texte.slice(0, fin), pdf.gonfler);

/** The entries of a dictionary or stream; an empty map for anything else. */
export const entreesDe = (objet: Objet): ReadonlyMap<string, Objet> =>
  typeof objet === 'object' &&
  objet !== null &&
  (objet.genre === 'dictionnaire' || objet.genre === 'flux')
    ? objet.entrees
    : new Map();

/** The elements of an array; none for anything else. */
export const elementsDe = (objet: Objet): readonly Objet[] =>
  typeof objet === 'object' && objet !== null && objet.genre === 'tableau' ? objet.elements : [];

/** The raw bytes of a stream, as characters; null when `Length` is not told or lies. */
export function contenuBrut(pdf: FichierPdf, objet: Objet): string | null {
  if (typeof objet !== 'object' || objet === null || objet.genre !== 'flux') return null;
  const fin = finDe(pdf.texte, objet, pdf.suivre);
  return fin === null ? null : pdf.texte.slice(objet.debut, fin);
}

/** The bytes of a stream before compression; null when it cannot be undone here. */
export function contenuClair(pdf: FichierPdf, objet: Objet): Uint8Array | null {
  if (typeof objet !== 'object' || objet === null || objet.genre !== 'flux') return null;
  const fin = finDe(pdf.texte, objet, pdf.suivre);
  if (fin === null) return null;
  try {
    return decoder({ flux: objet, fin, suivre: pdf.suivre }, pdf.octets, pdf.gonfler);
  } catch (faute) {
    if (faute instanceof SyntaxePdf) return null;
    throw faute;
  }
}
