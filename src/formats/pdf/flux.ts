import { type Flux, type Objet, SyntaxePdf, nomDe } from './objets.ts';

/**
 * Undoes « deflate » with its envelope (RFC 1950): null when the bytes are damaged, or would make
 * more than `limite` bytes. Pure folders have none: whoever reads the file lends one.
 */
export type Gonfler = (deflate: Uint8Array, limite: number) => Uint8Array | null;

/** Nothing is lent: compressed parts cannot be read. */
export const neRienGonfler: Gonfler = () => null;

/** The bytes between two places of one file, inflated; null when they cannot be. */
export type Gonfleur = (debut: number, fin: number) => Uint8Array | null;

/** Tables and lists of objects of the largest sound files weigh a tenth of that. */
const UN_FLUX = 32 * 1024 * 1024;
const TOUT_LE_FICHIER = 128 * 1024 * 1024;

/** Inflates each place once, whichever version of the file asks, and no more than a file may hold. */
export function gonfleurDe(octets: Uint8Array, gonfler: Gonfler): Gonfleur {
  const gonfles = new Map<string, Uint8Array | null>();
  let reste = TOUT_LE_FICHIER;
  return (debut, fin) => {
    const cle = `${debut} ${fin}`;
    const deja = gonfles.get(cle);
    if (deja !== undefined) return deja;
    const gonfle = gonfler(octets.subarray(debut, fin), Math.min(UN_FLUX, reste));
    // What could not be inflated may have cost as much as it was allowed.
    reste = Math.max(0, reste - (gonfle?.length ?? Math.min(UN_FLUX, reste) / 8));
    gonfles.set(cle, gonfle);
    return gonfle;
  };
}

/** Where the bytes of a stream lie, and what else its dictionary says, references followed. */
export type FluxSitue = {
  readonly flux: Flux;
  readonly fin: number;
  readonly suivre: (objet: Objet | undefined) => Objet;
};

/** The one element of a list of one, or the thing itself: PDF writes filters both ways. */
function seul(objet: Objet, position: number): Objet {
  if (typeof objet !== 'object' || objet === null || objet.genre !== 'tableau') return objet;
  if (objet.elements.length > 1) throw new SyntaxePdf(position, 'un contenu compressé deux fois');
  return objet.elements[0] ?? null;
}

type Parametres = ReadonlyMap<string, Objet>;

function entierDe(parametres: Parametres, cle: string, defaut: number, max: number): number {
  const valeur = parametres.get(cle) ?? defaut;
  return typeof valeur === 'number' && Number.isInteger(valeur) && valeur > 0 && valeur <= max
    ? valeur
    : 0;
}

/** The value the Paeth predictor guesses from the left, above, and above left (PNG §9.4). */
function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [da, db, dc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (da <= db && da <= dc) return a;
  return db <= dc ? b : c;
}

/** Undoes the PNG predictors: each row says its own, from 0 to 4. Null when a row lies. */
function depredirePng(lu: Uint8Array, largeur: number, pas: number): Uint8Array | null {
  if (lu.length % (largeur + 1) !== 0) return null;
  const lignes = lu.length / (largeur + 1);
  const sortie = new Uint8Array(lignes * largeur);
  for (let ligne = 0; ligne < lignes; ligne += 1) {
    const source = ligne * (largeur + 1);
    const ici = ligne * largeur;
    const genre = lu[source] ?? 0;
    if (genre > 4) return null;
    for (let i = 0; i < largeur; i += 1) {
      const a = i >= pas ? (sortie[ici + i - pas] ?? 0) : 0;
      const b = ligne > 0 ? (sortie[ici + i - largeur] ?? 0) : 0;
      const c = i >= pas && ligne > 0 ? (sortie[ici + i - largeur - pas] ?? 0) : 0;
      const devine = [0, a, b, (a + b) >> 1, genre === 4 ? paeth(a, b, c) : 0][genre] ?? 0;
      sortie[ici + i] = (lu[source + 1 + i] ?? 0) + devine;
    }
  }
  return sortie;
}

/** Undoes the TIFF predictor on whole bytes: each adds to the one `pas` before it in its row. */
function depredireTiff(lu: Uint8Array, largeur: number, pas: number): Uint8Array {
  const sortie = lu.slice();
  for (let i = 0; i < sortie.length; i += 1) {
    if (i % largeur >= pas) sortie[i] = (sortie[i] ?? 0) + (sortie[i - pas] ?? 0);
  }
  return sortie;
}

/** Undoes a predictor (ISO 32000-1 §7.4.4.4); null when its figures make no sense. */
function depredire(lu: Uint8Array, parametres: Parametres): Uint8Array | null {
  const genre = entierDe(parametres, 'Predictor', 1, 15);
  if (genre === 1) return lu;
  const couleurs = entierDe(parametres, 'Colors', 1, 32);
  const bits = entierDe(parametres, 'BitsPerComponent', 8, 16);
  const colonnes = entierDe(parametres, 'Columns', 1, 1_000_000);
  const largeur = Math.ceil((couleurs * bits * colonnes) / 8);
  const pas = Math.max(1, (couleurs * bits) >> 3);
  if (largeur === 0) return null;
  if (genre === 2) return bits === 8 ? depredireTiff(lu, largeur, pas) : null;
  return genre >= 10 ? depredirePng(lu, largeur, pas) : null;
}

function parametresDe(entrees: Parametres, suivre: FluxSitue['suivre'], debut: number): Parametres {
  const dits = suivre(seul(suivre(entrees.get('DecodeParms')), debut));
  if (dits === null) return new Map();
  if (typeof dits !== 'object' || dits.genre !== 'dictionnaire') {
    throw new SyntaxePdf(debut, 'un contenu compressé qui ne se déplie pas');
  }
  return new Map([...dits.entrees].map(([cle, valeur]) => [cle, suivre(valeur)]));
}

/**
 * The bytes of a stream as they were before compression. Only « Flate », the compression of every
 * table and list of objects met, is read. Throws a located `SyntaxePdf`.
 */
export function decoder(
  { flux, fin, suivre }: FluxSitue,
  octets: Uint8Array,
  gonfler: Gonfleur,
): Uint8Array {
  const { debut, entrees } = flux;
  if (entrees.has('F')) throw new SyntaxePdf(debut, 'un contenu rangé hors du fichier');
  const filtre = suivre(seul(suivre(entrees.get('Filter')), debut));
  if (filtre === null) return octets.subarray(debut, fin);
  if (nomDe(filtre) !== 'FlateDecode') {
    throw new SyntaxePdf(debut, `une compression que nous ne lisons pas (${nomDe(filtre) ?? '?'})`);
  }
  const gonfle = gonfler(debut, fin);
  if (gonfle === null) throw new SyntaxePdf(debut, 'un contenu compressé abîmé ou démesuré');
  const clair = depredire(gonfle, parametresDe(entrees, suivre, debut));
  if (clair === null) throw new SyntaxePdf(debut, 'un contenu compressé qui ne se déplie pas');
  return clair;
}
