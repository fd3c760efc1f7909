import { deflateSync } from 'node:zlib';
import { type FichierPdf, contenuBrut, lirePdf } from '#formats/pdf/lire.ts';
import { type Objet, ecrireObjet } from '#formats/pdf/objets.ts';
import { enLatin1 } from '#formats/pdf/octets.ts';

/**
 * The same document as office software and operators write it: objects gathered in compressed
 * lists, and the table itself a compressed stream.
 */

const latin1 = (octets: Uint8Array): string => enLatin1(new Uint8Array(octets));
export const deflate = (texte: string): string => latin1(deflateSync(Buffer.from(texte, 'latin1')));

export type Facon = {
  /** As in `DecodeParms`; 1 is none. */
  readonly predicteur?: 1 | 2 | 10 | 11 | 12 | 13 | 14 | 15;
  /** Also a table in clear, for readers of the nineties: what is in lists is hidden from them. */
  readonly hybride?: boolean;
  readonly parListe?: number;
  readonly version?: string;
};

type Entree = readonly [numero: number, genre: 0 | 1 | 2, deux: number, trois: number];

const LARGEURS = [1, 4, 2] as const;
const COLONNES = 7;

const enOctets = (n: number, largeur: number): readonly number[] =>
  Array.from({ length: largeur }, (_, i) => Math.floor(n / 256 ** (largeur - 1 - i)) % 256);

const rangee = ([, ...valeurs]: Entree): readonly number[] =>
  valeurs.flatMap((valeur, i) => enOctets(valeur, LARGEURS[i] ?? 1));

const devine = (genre: number, a: number, b: number, c: number): number => {
  if (genre < 4) return [0, a, b, (a + b) >> 1][genre] ?? 0;
  const p = a + b - c;
  const proches = [a, b, c].toSorted((x, y) => Math.abs(p - x) - Math.abs(p - y));
  const ecart = Math.abs(p - (proches[0] ?? 0));
  return [a, b, c].find((x) => Math.abs(p - x) === ecart) ?? 0;
};

/** The rows under a predictor, as the format has them. */
export function predire(rangees: readonly (readonly number[])[], predicteur: number): string {
  const octets = rangees.flatMap((ligne, rang) => {
    if (predicteur === 1) return ligne;
    if (predicteur === 2) return ligne.map((x, i) => x - (ligne[i - 1] ?? 0));
    const genre = predicteur === 15 ? rang % 5 : predicteur - 10;
    const dessus = rangees[rang - 1] ?? [];
    return [
      genre,
      ...ligne.map(
        (x, i) => x - devine(genre, ligne[i - 1] ?? 0, dessus[i] ?? 0, dessus[i - 1] ?? 0),
      ),
    ];
  });
  return latin1(Uint8Array.from(octets, (x) => x & 0xff));
}

/** A table as a compressed stream, object `numero`, with the rest of its dictionary. */
export function tableCompressee(
  entrees: readonly Entree[],
  numero: number,
  cles: string,
  predicteur = 12,
): string {
  const triees = entrees.toSorted(([a], [b]) => a - b);
  const corps = deflate(predire(triees.map(rangee), predicteur));
  const parms =
    predicteur === 1 ? '' : `/DecodeParms <</Predictor ${predicteur} /Columns ${COLONNES}>>`;
  const index = triees.map(([n]) => `${n} 1`).join(' ');
  return `${numero} 0 obj\n<</Type /XRef /W [${LARGEURS.join(' ')}] /Index [${index}] /Filter /FlateDecode ${parms} /Length ${corps.length} ${cles}>>\nstream\n${corps}\nendstream\nendobj\n`;
}

/** A list of objects, object `numero`. */
export function listeCompressee(
  objets: readonly { readonly numero: number; readonly corps: string }[],
  numero: number,
): string {
  let entete = '';
  let suite = '';
  for (const objet of objets) {
    entete += `${objet.numero} ${suite.length} `;
    suite += `${objet.corps} `;
  }
  const corps = deflate(entete + suite);
  return `${numero} 0 obj\n<</Type /ObjStm /N ${objets.length} /First ${entete.length} /Filter [/FlateDecode] /Length ${corps.length}>>\nstream\n${corps}\nendstream\nendobj\n`;
}

const renvoi = (numero: number): Objet => ({ genre: 'reference', numero, generation: 0 });

function ecrireFlux(pdf: FichierPdf, numero: number): string | null {
  const objet = pdf.suivre(renvoi(numero));
  if (typeof objet !== 'object' || objet?.genre !== 'flux') return null;
  const dico = ecrireObjet({ genre: 'dictionnaire', entrees: objet.entrees });
  return `${numero} 0 obj\n${dico}\nstream\n${contenuBrut(pdf, objet)}\nendstream\nendobj\n`;
}

/** Writes a file anew in that manner: the same objects, under the same numbers. */
export function compresser(octets: Uint8Array, facon: Facon = {}): Uint8Array {
  const { predicteur = 12, hybride = false, parListe = 40, version = '1.7' } = facon;
  const lu = lirePdf(octets);
  if (!lu.ok) throw new Error(lu.error.phrase);
  const pdf = lu.value;
  let texte = `%PDF-${version}\n%\x80\x80\x80\x80\n`;
  const entrees: Entree[] = [[0, 0, 0, 65_535]];
  const simples: { numero: number; corps: string }[] = [];
  for (const numero of [...pdf.positions.keys()].toSorted((a, b) => a - b)) {
    const flux = ecrireFlux(pdf, numero);
    if (flux === null) simples.push({ numero, corps: ecrireObjet(pdf.suivre(renvoi(numero))) });
    else {
      entrees.push([numero, 1, texte.length, 0]);
      texte += flux;
    }
  }
  let libre = Math.max(...pdf.positions.keys()) + 1;
  for (let i = 0; i < simples.length; i += parListe) {
    const liste = simples.slice(i, i + parListe);
    entrees.push([libre, 1, texte.length, 0]);
    entrees.push(...liste.map(({ numero }, rang): Entree => [numero, 2, libre, rang]));
    texte += listeCompressee(liste, libre);
    libre += 1;
  }
  const debut = texte.length;
  entrees.push([libre, 1, debut, 0]);
  const reste = [...pdf.trailer.entrees].filter(([cle]) => cle !== 'Prev' && cle !== 'Size');
  const cles = `/Size ${libre + 1} ${reste.map(([cle, v]) => `/${cle} ${ecrireObjet(v)}`).join(' ')}`;
  texte += tableCompressee(entrees, libre, cles, predicteur);
  if (!hybride) return Buffer.from(`${texte}startxref\n${debut}\n%%EOF\n`, 'latin1');
  // As word processors do: everything in clear first, then an empty table that names the stream.
  const enClair = entrees.filter(([, genre]) => genre !== 0);
  const base = texte.length;
  const lignes = enClair.map(([numero, genre, position]) => {
    const place = String(genre === 1 ? position : 0).padStart(10, '0');
    return genre === 1 ? `${numero} 1\n${place} 00000 n \n` : `${numero} 1\n${place} 65535 f \n`;
  });
  texte += `xref\n0 1\n0000000000 65535 f \n${lignes.join('')}trailer\n<<${cles}>>\nstartxref\n${base}\n%%EOF\n`;
  const fin = texte.length;
  texte += `xref\n0 0\ntrailer\n<<${cles} /Prev ${base} /XRefStm ${debut}>>\nstartxref\n${fin}\n%%EOF\n`;
  return Buffer.from(texte, 'latin1');
}
