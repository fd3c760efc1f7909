import type { Instant } from '#base/instant.ts';
import { type FichierPdf, elementsDe, entreesDe } from '../pdf/lire.ts';
import { nomDe } from '../pdf/objets.ts';
import { concatener, depuisLatin1 } from '../pdf/octets.ts';
import { type Certification, certificationDe, estVerrouille } from './certification.ts';
import { type Champ, type Entrees, champsDeSignature } from './champs.ts';
import { placesDans } from './place.ts';
import { depuisDatePdf, texteDe } from './texte-pdf.ts';

/** A signature as the file carries it; nothing here is proven yet. */
export type SignatureLue = {
  readonly champ: string;
  readonly numero: number;
  readonly genre: 'signature' | 'horodatage';
  readonly sousFiltre: string;
  /** What it says of itself: no one but its author vouches for it. */
  readonly nom: string | null;
  readonly motif: string | null;
  readonly lieu: string | null;
  readonly declareeLe: Instant | null;
  readonly certification: Certification | null;
  /** Whether it locks that field of the form. */
  readonly verrouille: (champ: string) => boolean;
  /** The bytes of its place, padding included. */
  readonly cms: Uint8Array;
  /** What it covers: the file up to `fin`, less its own place. */
  readonly couverts: Uint8Array;
  /** Where the version it signs ends. */
  readonly fin: number;
};

export type SignatureIllisible = { readonly champ: string; readonly phrases: readonly string[] };

const ACCEPTES: ReadonlyMap<string, SignatureLue['genre']> = new Map([
  ['ETSI.CAdES.detached', 'signature'],
  ['adbe.pkcs7.detached', 'signature'],
  ['ETSI.RFC3161', 'horodatage'],
]);

type Etendue = { readonly debut: number; readonly reprise: number; readonly fin: number };

/** The range a signature claims, when it has the only honest shape: all of a version but its place. */
function etendueDe(pdf: FichierPdf, signature: Entrees): Etendue | string {
  const nombres = elementsDe(signature.get('ByteRange') ?? null);
  const [zero, debut, reprise, longueur] = nombres;
  if (
    nombres.length !== 4 ||
    zero !== 0 ||
    typeof debut !== 'number' ||
    typeof reprise !== 'number' ||
    typeof longueur !== 'number' ||
    ![debut, reprise, longueur].every((n) => Number.isSafeInteger(n) && n > 0)
  ) {
    return 'L’étendue signée (ByteRange) n’est pas celle d’une signature : quatre nombres à partir de 0.';
  }
  const fin = reprise + longueur;
  if (reprise <= debut || fin > pdf.octets.length) {
    return 'L’étendue signée (ByteRange) se recouvre ou sort du fichier : le fichier est tronqué ou trafiqué.';
  }
  return { debut, reprise, fin };
}

const FIN = /startxref\s+\d+\s+%%EOF[ \t]*(?:\r\n|\r|\n)?$/;
/** Software signs its work with a comment there (« %iText-5.5.12 »). */
const FIN_SEULE =
  /^(?:\s|%[^%\r\n][^\r\n]*(?=[\r\n]))*startxref\s+\d+\s+%%EOF[ \t]*(?:\r\n|\r|\n)?$/;

/** Whether nothing but the marks of the end follows the last trailer: no byte is left unexplained. */
export const finitNettement = ({ texte, finDuTrailer }: FichierPdf): boolean =>
  FIN_SEULE.test(texte.slice(finDuTrailer));

/** The hole the range leaves must be the place of this very signature, and nothing more. */
function trouDe(pdf: FichierPdf, numero: number, etendue: Etendue): string | null {
  const ou = pdf.positions.get(numero);
  // In a compressed list, the signature could not leave its own place out of what it covers.
  const places = ou?.rang === null ? placesDans(pdf.texte, ou.octet, numero) : null;
  const place = places?.get('Contents');
  if (place === undefined) {
    return 'La signature est écrite deux fois ou ne se lit pas : deux logiciels y verraient deux signatures.';
  }
  if (place.debut !== etendue.debut || place.fin !== etendue.reprise) {
    return 'Le trou laissé par la signature n’est pas sa propre place : des octets du document échappent à la signature.';
  }
  return /^<[\dA-Fa-f]*>$/.test(pdf.texte.slice(place.debut, place.fin))
    ? null
    : 'La place de la signature contient autre chose que la signature.';
}

function lireLaSignature(pdf: FichierPdf, champ: Champ): SignatureLue | SignatureIllisible {
  const illisible = (phrase: string): SignatureIllisible => ({
    champ: champ.nom,
    phrases: [phrase],
  });
  const { valeur } = champ;
  if (valeur === null) {
    return illisible(
      'Cette signature n’est pas rangée dans un objet à elle : elle ne se vérifie pas.',
    );
  }
  const entrees = entreesDe(pdf.suivre(champ.entrees.get('V')));
  const sousFiltre = nomDe(pdf.suivre(entrees.get('SubFilter'))) ?? 'aucun';
  const genre = ACCEPTES.get(sousFiltre);
  if (genre === undefined) {
    return illisible(`Le procédé de cette signature (${sousFiltre}) est ancien ou inconnu.`);
  }
  const etendue = etendueDe(pdf, entrees);
  if (typeof etendue === 'string') return illisible(etendue);
  const trou = trouDe(pdf, valeur, etendue);
  if (trou !== null) return illisible(trou);
  if (!FIN.test(pdf.texte.slice(Math.max(0, etendue.fin - 80), etendue.fin))) {
    return illisible(
      'L’étendue signée ne s’arrête pas à la fin d’une version du fichier : une partie n’est pas signée.',
    );
  }
  const contenu = entrees.get('Contents');
  const brut =
    typeof contenu === 'object' && contenu !== null && contenu.genre === 'chaine'
      ? contenu.octets
      : '';
  const dit = (cle: string): string | null => texteDe(pdf.suivre(entrees.get(cle)));
  return {
    champ: champ.nom,
    numero: valeur,
    genre,
    sousFiltre,
    nom: dit('Name'),
    motif: dit('Reason'),
    lieu: dit('Location'),
    declareeLe: depuisDatePdf(dit('M')),
    certification: certificationDe(pdf, entrees),
    verrouille: (nom) => estVerrouille(pdf, entrees, nom),
    cms: depuisLatin1(brut),
    couverts: concatener([
      pdf.octets.subarray(0, etendue.debut),
      pdf.octets.subarray(etendue.reprise, etendue.fin),
    ]),
    fin: etendue.fin,
  };
}

export const estLue = (s: SignatureLue | SignatureIllisible): s is SignatureLue => 'cms' in s;

/** Every signature of the file, in the order of the form; one held by two fields is told once. */
export function lireLesSignatures(pdf: FichierPdf): readonly (SignatureLue | SignatureIllisible)[] {
  const vues = new Set<number>();
  return champsDeSignature(pdf)
    .filter(({ rempli }) => rempli)
    .filter(({ valeur }) => {
      const dejaVue = valeur !== null && vues.has(valeur);
      if (valeur !== null) vues.add(valeur);
      return !dejaVue;
    })
    .map((champ) => lireLaSignature(pdf, champ));
}
