import { type Gonfleur, decoder } from './flux.ts';
import {
  type Dictionnaire,
  Lecteur,
  type Objet,
  SyntaxePdf,
  dictionnaire,
  nomDe,
} from './objets.ts';

/**
 * Where an object lies: at that byte of the file; or, when it has a rank, in the list of objects
 * (object stream) that lies there.
 */
export type Place = { readonly octet: number; readonly rang: number | null };

export const memePlace = (a: Place | undefined, b: Place | undefined): boolean =>
  a?.octet === b?.octet && a?.rang === b?.rang;

/** What the tables of a file say, all its updates together. */
export type Index = {
  /** The last trailer, as it stands: older ones count for nothing. */
  readonly trailer: Dictionnaire;
  /** How the last table is written: in clear, or as a stream. */
  readonly table: 'classique' | 'flux';
  /** Where the table furthest in the file ends: only the marks of the end should follow. */
  readonly finDuTrailer: number;
  readonly positions: ReadonlyMap<number, Place>;
};

/** Free, at a byte of the file, or at a rank of a list of objects. */
type Entree = null | number | { readonly liste: number; readonly rang: number };

type Section = {
  readonly trailer: Dictionnaire;
  readonly genre: Index['table'];
  readonly fin: number;
  readonly entrees: ReadonlyMap<number, Entree>;
};

type Source = { readonly octets: Uint8Array; readonly texte: string; readonly gonfler: Gonfleur };

const MISES_A_JOUR = 1_000;
/** Ten times more than the largest register weighs; a bomb would fill the memory with empty rows. */
const OBJETS = 1_000_000;

/** Some readers would keep the first, others the last: two documents in one file. */
function noter(entrees: Map<number, Entree>, numero: number, entree: Entree, ou: number): void {
  if (entrees.has(numero)) throw new SyntaxePdf(ou, `l’objet ${numero} placé deux fois`);
  entrees.set(numero, entree);
}

/** A table in clear with its trailer (ISO 32000-1 §7.5.4). */
function tableClassique({ texte }: Source, debut: number, lecteur: Lecteur): Section {
  const entrees = new Map<number, Entree>();
  while (!lecteur.prendre('trailer')) {
    const premier = lecteur.entier();
    const nombre = lecteur.entier();
    if (nombre > texte.length / 18)
      throw new SyntaxePdf(debut, 'une table plus longue que le fichier');
    for (let i = 0; i < nombre; i += 1) {
      const { position, libre } = lecteur.entree();
      noter(entrees, premier + i, libre ? null : position, debut);
    }
  }
  const trailer = lecteur.objet();
  if (typeof trailer !== 'object' || trailer === null || trailer.genre !== 'dictionnaire') {
    throw new SyntaxePdf(lecteur.position, 'le dictionnaire du trailer attendu');
  }
  return { trailer, genre: 'classique', fin: lecteur.position, entrees };
}

/** Whole numbers of a list; nothing when one is not. */
function entiersDe(objet: Objet | undefined): readonly number[] | null {
  if (typeof objet !== 'object' || objet === null || objet.genre !== 'tableau') return null;
  const nombres = objet.elements.filter((n) => typeof n === 'number');
  const sains = nombres.every((n) => Number.isSafeInteger(n) && n >= 0);
  return sains && nombres.length === objet.elements.length ? nombres : null;
}

/** Keys of the stream that carries a table, which say nothing of the document. */
const CLES_DU_FLUX = new Set(
  'Type W Index Length Filter DecodeParms F FFilter FDecodeParms DL'.split(' '),
);

type Rangees = {
  readonly octets: Uint8Array;
  readonly largeurs: readonly number[];
  readonly etendues: readonly number[];
  readonly debut: number;
};

/** The rows of a table written as a stream (§7.5.8.3). */
function lireLesRangees({ octets, largeurs, etendues, debut }: Rangees): Map<number, Entree> {
  const entrees = new Map<number, Entree>();
  let position = 0;
  const nombre = (largeur: number): number => {
    let valeur = 0;
    for (let i = 0; i < largeur; i += 1) valeur = valeur * 256 + (octets[position + i] ?? 0);
    position += largeur;
    return valeur;
  };
  const [a = 0, b = 0, c = 0] = largeurs;
  for (let i = 0; i < etendues.length; i += 2) {
    const [premier = 0, combien = 0] = etendues.slice(i, i + 2);
    if (entrees.size + combien > OBJETS) throw new SyntaxePdf(debut, 'trop d’objets');
    if (position + combien * (a + b + c) > octets.length)
      throw new SyntaxePdf(debut, 'une table compressée plus courte qu’elle ne dit');
    for (let rang = 0; rang < combien; rang += 1) {
      const genre = a === 0 ? 1 : nombre(a);
      const [deux, trois] = [nombre(b), nombre(c)];
      if (genre > 2) throw new SyntaxePdf(debut, 'une entrée de table d’un genre inconnu');
      const entree = [null, deux, { liste: deux, rang: trois }][genre] ?? null;
      noter(entrees, premier + rang, entree, debut);
    }
  }
  return entrees;
}

/** References inside a table could only be followed with the table that is being read. */
const laisser = (objet: Objet | undefined): Objet => objet ?? null;

/** A table written as a stream, which is its own trailer (§7.5.8). */
function tableEnFlux({ octets, texte, gonfler }: Source, debut: number): Section {
  const lecteur = new Lecteur(texte, debut);
  lecteur.entier();
  lecteur.entier();
  lecteur.exiger('obj');
  const dico = lecteur.objet();
  if (typeof dico !== 'object' || dico === null || dico.genre !== 'dictionnaire') {
    throw new SyntaxePdf(debut, 'une table des objets attendue');
  }
  const { entrees: cles } = dico;
  const longueur = cles.get('Length');
  if (nomDe(cles.get('Type')) !== 'XRef' || typeof longueur !== 'number') {
    throw new SyntaxePdf(debut, 'une table des objets attendue');
  }
  lecteur.exiger('stream');
  const place = lecteur.position + (texte.startsWith('\r\n', lecteur.position) ? 2 : 1);
  const fin = place + longueur;
  if (!(fin >= place)) throw new SyntaxePdf(debut, 'une table compressée sans longueur');
  lecteur.position = fin;
  lecteur.exiger('endstream');
  lecteur.exiger('endobj');
  const flux = { genre: 'flux', entrees: cles, debut: place } as const;
  const clair = decoder({ flux, fin, suivre: laisser }, octets, gonfler);
  const largeurs = entiersDe(cles.get('W'));
  const taille = cles.get('Size');
  const etendues = cles.has('Index') ? entiersDe(cles.get('Index')) : entiersDe(deZeroA(taille));
  const somme = largeurs?.reduce((n, l) => n + l, 0) ?? 0;
  if (largeurs?.length !== 3 || somme === 0 || largeurs.some((l) => l > 6)) {
    throw new SyntaxePdf(debut, 'une table compressée aux colonnes mal dites');
  }
  if (etendues === null || etendues.length % 2 !== 0) {
    throw new SyntaxePdf(debut, 'une table compressée qui ne dit pas quels objets elle place');
  }
  return {
    trailer: dictionnaire([...cles].filter(([cle]) => !CLES_DU_FLUX.has(cle))),
    genre: 'flux',
    fin: lecteur.position,
    entrees: lireLesRangees({ octets: clair, largeurs, etendues, debut }),
  };
}

const deZeroA = (taille: Objet | undefined): Objet => ({
  genre: 'tableau',
  elements: [0, taille ?? null],
});

function lireSection(source: Source, debut: number): Section {
  const lecteur = new Lecteur(source.texte, debut);
  return lecteur.prendre('xref')
    ? tableClassique(source, debut, lecteur)
    : tableEnFlux(source, debut);
}

/** An offset of another table that the trailer gives under that key; null when it gives none. */
function renvoiDe({ trailer }: Section, cle: string, debut: number): number | null {
  const valeur = trailer.entrees.get(cle);
  if (valeur === undefined) return null;
  if (typeof valeur !== 'number' || !Number.isSafeInteger(valeur) || valeur < 0) {
    throw new SyntaxePdf(debut, `une table qui ne se trouve pas (${cle})`);
  }
  return valeur;
}

const pareilles = (a: Entree, b: Entree): boolean =>
  typeof a === 'object' && a !== null && typeof b === 'object' && b !== null
    ? a.liste === b.liste && a.rang === b.rang
    : a === b;

/**
 * One section with, for a hybrid file (§7.5.8.4), the stream its table names. Readers disagree on
 * which of the two wins: what both place, they must place alike.
 */
function lireEnsemble(source: Source, debut: number): readonly Section[] {
  const section = lireSection(source, debut);
  const ou = renvoiDe(section, 'XRefStm', debut);
  if (ou === null || section.genre === 'flux') return [section];
  const cachee = lireSection(source, ou);
  if (cachee.genre !== 'flux') throw new SyntaxePdf(ou, 'une table compressée attendue');
  // Some readers would follow it: to tables that the others never see.
  const suite = renvoiDe(cachee, 'Prev', ou);
  if (suite !== null && suite !== renvoiDe(section, 'Prev', debut)) {
    throw new SyntaxePdf(ou, 'une table compressée qui mène ailleurs que celle qui la nomme');
  }
  for (const [numero, entree] of cachee.entrees) {
    const ici = section.entrees.get(numero);
    if (ici !== undefined && numero !== 0 && !pareilles(ici, entree)) {
      throw new SyntaxePdf(debut, `l’objet ${numero} placé différemment par deux tables`);
    }
  }
  return [section, cachee];
}

/** Turns « in list 12 » into where list 12 lies; nowhere when there is no such list. */
function situer(entrees: ReadonlyMap<number, Entree>): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const [numero, entree] of entrees) {
    if (entree === null) continue;
    if (typeof entree === 'number') places.set(numero, { octet: entree, rang: null });
    else {
      const liste = entrees.get(entree.liste);
      places.set(numero, { octet: typeof liste === 'number' ? liste : -1, rang: entree.rang });
    }
  }
  return places;
}

/** Reads every table, from the last update back to the first; throws a located `SyntaxePdf`. */
export function lireIndex(source: Source, startxref: number): Index {
  const entrees = new Map<number, Entree>();
  const vues = new Set<number>();
  let derniere: Section | null = null;
  let finDuTrailer = 0;
  let debut: number | null = startxref;
  while (debut !== null) {
    if (vues.has(debut) || vues.size > MISES_A_JOUR)
      throw new SyntaxePdf(startxref, 'des tables qui tournent en rond');
    vues.add(debut);
    const [section, ...cachees] = lireEnsemble(source, debut);
    if (section === undefined) break;
    derniere ??= section;
    for (const lue of [section, ...cachees]) {
      finDuTrailer = Math.max(finDuTrailer, lue.fin);
      // A free entry also hides what older tables say.
      for (const [n, entree] of lue.entrees) if (!entrees.has(n)) entrees.set(n, entree);
      if (entrees.size > OBJETS) throw new SyntaxePdf(debut, 'trop d’objets');
    }
    debut = renvoiDe(section, 'Prev', debut);
  }
  if (derniere === null) throw new SyntaxePdf(startxref, 'une table des objets attendue');
  const { trailer, genre: table } = derniere;
  return { trailer, table, finDuTrailer, positions: situer(entrees) };
}
