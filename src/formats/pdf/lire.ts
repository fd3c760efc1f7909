import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import { type Dictionnaire, Lecteur, type Objet, SyntaxePdf } from './objets.ts';
import { enLatin1 } from './octets.ts';

/** A PDF file opened for reading; objects are read when asked for. */
export type FichierPdf = {
  readonly octets: Uint8Array;
  /** The same bytes, one character each. */
  readonly texte: string;
  /** The last trailer, as it stands: older ones count for nothing. */
  readonly trailer: Dictionnaire;
  /** Where the last cross-reference table begins. */
  readonly startxref: number;
  /** Where its trailer ends: only the marks of the end should follow. */
  readonly finDuTrailer: number;
  /** Numbers in use, with where each object begins; the latest update wins. */
  readonly positions: ReadonlyMap<number, number>;
  /** Follows references to the object itself; null where there is none, as PDF has it (§7.3.10). */
  readonly suivre: (objet: Objet | undefined) => Objet;
  /** Reads every object, and tells those that cannot be read. */
  readonly illisibles: () => readonly Defaut[];
};

type Table = { readonly trailer: Dictionnaire; readonly finDuTrailer: number };
type Index = Table & { readonly positions: Map<number, number> };

const MISES_A_JOUR = 1_000;

/** One cross-reference section with its trailer, at `debut`. */
function lireTable(texte: string, debut: number, positions: Map<number, number>): Table {
  const lecteur = new Lecteur(texte, debut);
  if (!lecteur.prendre('xref')) {
    throw new SyntaxePdf(
      debut,
      'une table « xref » classique attendue (les tables compressées ne sont pas acceptées)',
    );
  }
  const ici = new Set<number>();
  while (!lecteur.prendre('trailer')) {
    const premier = lecteur.entier();
    const nombre = lecteur.entier();
    if (nombre > texte.length / 18)
      throw new SyntaxePdf(debut, 'une table plus longue que le fichier');
    for (let i = 0; i < nombre; i += 1) {
      const { position, libre } = lecteur.entree();
      const numero = premier + i;
      // Some readers would keep the first, others the last: two documents in one file.
      if (ici.has(numero)) throw new SyntaxePdf(debut, `l’objet ${numero} placé deux fois`);
      ici.add(numero);
      // A free entry also hides what older tables say.
      if (!positions.has(numero)) positions.set(numero, libre ? -1 : position);
    }
  }
  const trailer = lecteur.objet();
  if (typeof trailer !== 'object' || trailer === null || trailer.genre !== 'dictionnaire') {
    throw new SyntaxePdf(lecteur.position, 'le dictionnaire du trailer attendu');
  }
  // A hybrid section would hide objects from us that other readers see, whatever its age.
  if (trailer.entrees.has('XRefStm')) {
    throw new SyntaxePdf(debut, 'un fichier hybride (XRefStm) n’est pas accepté');
  }
  return { trailer, finDuTrailer: lecteur.position };
}

function lireIndex(texte: string, startxref: number): Index {
  const positions = new Map<number, number>();
  const table = lireTable(texte, startxref, positions);
  let precedent = table.trailer.entrees.get('Prev');
  for (let tour = 0; typeof precedent === 'number'; tour += 1) {
    if (tour > MISES_A_JOUR) throw new SyntaxePdf(startxref, 'des tables qui tournent en rond');
    precedent = lireTable(texte, precedent, positions).trailer.entrees.get('Prev');
  }
  for (const [numero, position] of positions) if (position < 0) positions.delete(numero);
  return { ...table, positions };
}

/** The object at `position`, a stream when `stream` follows. */
function lireObjetIndirect(texte: string, position: number, numero: number): Objet {
  const lecteur = new Lecteur(texte, position);
  if (lecteur.entier() !== numero) {
    throw new SyntaxePdf(position, `l’objet ${numero} attendu, un autre trouvé`);
  }
  lecteur.entier();
  lecteur.exiger('obj');
  const objet = lecteur.objet();
  if (typeof objet !== 'object' || objet === null || objet.genre !== 'dictionnaire') return objet;
  if (!lecteur.prendre('stream')) return objet;
  const fin = texte.startsWith('\r\n', lecteur.position) ? 2 : 1;
  return { genre: 'flux', entrees: objet.entrees, debut: lecteur.position + fin };
}

const enDefaut = (faute: unknown): Defaut => {
  if (!(faute instanceof SyntaxePdf)) throw faute;
  return {
    pointeur: `octet ${faute.position}`,
    phrase: `Ce fichier n’est pas un PDF que nous savons lire : ${faute.message} à l’octet ${faute.position}.`,
  };
};

/** Reads objects when asked for, and remembers them. */
function ouvrirObjets(
  texte: string,
  positions: ReadonlyMap<number, number>,
): Pick<FichierPdf, 'suivre' | 'illisibles'> {
  const lus = new Map<number, Objet>();
  const fautes: Defaut[] = [];
  const lire = (numero: number): Objet => {
    const deja = lus.get(numero);
    if (deja !== undefined) return deja;
    const position = positions.get(numero);
    if (position === undefined) return null;
    let lu: Objet = null;
    try {
      lu = lireObjetIndirect(texte, position, numero);
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
  const illisibles = (): readonly Defaut[] => {
    for (const numero of positions.keys()) lire(numero);
    return fautes;
  };
  return { suivre, illisibles };
}

/**
 * Opens a PDF with classic cross-reference tables, as our own printer writes and as signatures
 * need; any other kind is a located fault. `texte` spares making it again when it is known.
 */
export function lirePdf(
  octets: Uint8Array,
  texte: string = enLatin1(octets),
): Result<FichierPdf, Defaut> {
  try {
    if (!texte.startsWith('%PDF-')) throw new SyntaxePdf(0, '« %PDF- » attendu');
    const fin = texte.lastIndexOf('startxref');
    if (fin < 0) throw new SyntaxePdf(octets.length, '« startxref » attendu');
    const startxref = new Lecteur(texte, fin + 'startxref'.length).entier();
    const index = lireIndex(texte, startxref);
    return ok({ octets, texte, startxref, ...index, ...ouvrirObjets(texte, index.positions) });
  } catch (faute) {
    return err(enDefaut(faute));
  }
}

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
  const longueur = pdf.suivre(objet.entrees.get('Length'));
  if (typeof longueur !== 'number' || longueur < 0) return null;
  const fin = objet.debut + longueur;
  return /^\s*endstream/.test(pdf.texte.slice(fin, fin + 12))
    ? pdf.texte.slice(objet.debut, fin)
    : null;
}
