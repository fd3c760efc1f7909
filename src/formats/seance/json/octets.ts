import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';

/** Beyond this many bytes a file is refused unread: a sitting of a hundred items weighs under one. */
export const OCTETS_PERMIS = 20_000_000;

const TRANCHE = 8192;

/** The least code point a sequence of n following bytes may carry: below, it is an overlong form. */
const PLANCHERS = [0, 0x80, 0x800, 0x10000] as const;

/** The code point that starts at `i`, with its length; null when the bytes are not UTF-8 (RFC 3629). */
function pointDeCode(octets: Uint8Array, i: number): { point: number; longueur: number } | null {
  const tete = octets[i] ?? 0;
  if (tete < 0x80) return { point: tete, longueur: 1 };
  const suite = tete >= 0xf0 ? 3 : tete >= 0xe0 ? 2 : 1;
  if (tete < 0xc2 || tete > 0xf4 || i + suite >= octets.length) return null;
  let point = tete & (0x3f >> suite);
  for (let k = 1; k <= suite; k += 1) {
    const octet = octets[i + k] ?? 0;
    if ((octet & 0xc0) !== 0x80) return null;
    point = (point << 6) | (octet & 0x3f);
  }
  const interdit = point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff);
  return interdit || point < (PLANCHERS[suite] ?? 0) ? null : { point, longueur: suite + 1 };
}

/** What « Unicode » means in the save box of an office program: two bytes a character. */
const estEnUtf16 = ([premier, second]: Uint8Array): boolean =>
  (premier === 0xff && second === 0xfe) || (premier === 0xfe && second === 0xff);

const EN_UTF16: Defaut = {
  pointeur: '',
  phrase:
    'Le fichier est en UTF-16 (« Unicode » dans certains logiciels) : enregistrez-le en UTF-8 sans BOM.',
};

/**
 * The text of a file, read as strict UTF-8. Pure folders have no TextDecoder; this one also says
 * at which byte the file stops being UTF-8, which a clerk's support needs.
 */
export function lireOctets(octets: Uint8Array): Result<string, Defaut> {
  if (octets.length > OCTETS_PERMIS) return err(tropGros(octets.length));
  if (estEnUtf16(octets)) return err(EN_UTF16);
  const morceaux: string[] = [];
  let unites: number[] = [];
  for (let i = 0; i < octets.length; ) {
    const lu = pointDeCode(octets, i);
    if (lu === null) {
      return err({
        pointeur: '',
        phrase: `Le fichier n’est pas en UTF-8 : l’octet ${i + 1} ne convient pas. Enregistrez-le en UTF-8 sans BOM.`,
      });
    }
    if (lu.point > 0xffff) {
      const reste = lu.point - 0x10000;
      unites.push(0xd800 + (reste >> 10), 0xdc00 + (reste & 0x3ff));
    } else unites.push(lu.point);
    i += lu.longueur;
    if (unites.length >= TRANCHE) {
      morceaux.push(String.fromCharCode(...unites));
      unites = [];
    }
  }
  return ok(morceaux.join('') + String.fromCharCode(...unites));
}

/** The fault of a file too big to be a sitting. */
export const tropGros = (octets: number): Defaut => ({
  pointeur: '',
  phrase: `Le fichier pèse ${Math.ceil(octets / 1_000_000)} Mo : au-delà de ${OCTETS_PERMIS / 1_000_000} Mo, il n’est pas lu.`,
});
