import { type Result, err, ok } from '#base/result.ts';
import { lireOctets } from '#formats/seance/json/octets.ts';
import { texteLatin1 } from '../latin1.ts';

/** How the bytes of a message were read, and what its declaration said. */
export type TexteDecode = {
  readonly texte: string;
  /** What the bytes are. */
  readonly encodage: 'ISO-8859-1' | 'windows-1252' | 'UTF-8' | 'UTF-16';
  /** The name in the XML declaration, null when there is none. */
  readonly declare: string | null;
  /** Whether the declaration tells the truth about the bytes. */
  readonly fidele: boolean;
};

/** What windows-1252 puts where ISO-8859-1 has control characters, 0x80 to 0x9F. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const windows1252 = (octets: Uint8Array): string =>
  texteLatin1(octets).replaceAll(/[\u0080-\u009f]/g, (c) =>
    WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80),
  );

function utf16(octets: Uint8Array, grosBout: boolean): Result<string, string> {
  if (octets.length % 2 !== 0) return err('Ce fichier UTF-16 est coupé au milieu d’un caractère.');
  let texte = '';
  for (let i = 0; i + 1 < octets.length; i += 2) {
    const [a, b] = [octets[i] ?? 0, octets[i + 1] ?? 0];
    texte += String.fromCharCode(grosBout ? a * 256 + b : b * 256 + a);
  }
  return texte.isWellFormed() ? ok(texte) : err('Ce fichier n’est pas de l’UTF-16 bien formé.');
}

const commencePar = (octets: Uint8Array, ...debut: readonly number[]): boolean =>
  debut.every((octet, i) => octets[i] === octet);

const declaration = (debut: string): string | null =>
  /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(debut)?.[1] ?? null;

const LATIN1 = /^(?:iso-?8859-1|iso_8859-1|latin1|l1|us-ascii|ascii|iso-8859-15)$/i;

const aDuHaut = (octets: Uint8Array): boolean => octets.some((octet) => octet > 0x7f);

/** Whether the bytes are UTF-8 and could not be taken for plain ASCII. */
export const estUtf8Accentue = (octets: Uint8Array): boolean =>
  aDuHaut(octets) && lireOctets(octets).ok;

/** One byte a character: told as ISO-8859-1, and really that, windows-1252 or UTF-8. */
function decoderUnOctet(octets: Uint8Array, declare: string): TexteDecode {
  const commeUtf8 = aDuHaut(octets) ? lireOctets(octets) : err(null);
  if (commeUtf8.ok) return { texte: commeUtf8.value, encodage: 'UTF-8', declare, fidele: false };
  const de1252 = octets.some((octet) => octet >= 0x80 && octet <= 0x9f);
  const dit1252 = !LATIN1.test(declare);
  return de1252 || dit1252
    ? { texte: windows1252(octets), encodage: 'windows-1252', declare, fidele: dit1252 }
    : { texte: texteLatin1(octets), encodage: 'ISO-8859-1', declare, fidele: true };
}

/**
 * Decodes the bytes of a message by its mark, then its declaration, then what the bytes are: some
 * platforms declare ISO-8859-1 and write UTF-8, which the ministry then shows as « Ã‰tude ».
 */
export function decoder(octets: Uint8Array): Result<TexteDecode, string> {
  const grosBout = commencePar(octets, 0xfe, 0xff) || commencePar(octets, 0, 0x3c, 0, 0x3f);
  if (grosBout || commencePar(octets, 0xff, 0xfe) || commencePar(octets, 0x3c, 0, 0x3f, 0)) {
    const lu = utf16(octets, grosBout);
    if (!lu.ok) return lu;
    const texte = lu.value.replace(/^\ufeff/, '');
    const declare = declaration(texte.slice(0, 400));
    const fidele = declare === null || /^utf-?16/i.test(declare);
    return ok({ texte, encodage: 'UTF-16', declare, fidele });
  }
  const marque = commencePar(octets, 0xef, 0xbb, 0xbf);
  const corps = marque ? octets.subarray(3) : octets;
  const declare = declaration(texteLatin1(corps.subarray(0, 400)));
  if (!marque && declare !== null && (LATIN1.test(declare) || /1252/.test(declare))) {
    return ok(decoderUnOctet(corps, declare));
  }
  const lu = lireOctets(corps);
  if (lu.ok) {
    // Behind the mark of UTF-8, plain ASCII is read alike by all who trust the declaration.
    const sansDommage = LATIN1.test(declare ?? '') && !aDuHaut(corps);
    const fidele = declare === null || /^utf-?8$/i.test(declare) || sansDommage;
    return ok({ texte: lu.value, encodage: 'UTF-8', declare, fidele });
  }
  if (marque) return err('Ce fichier porte la marque d’UTF-8, mais ses octets n’en sont pas.');
  return ok({ texte: windows1252(corps), encodage: 'windows-1252', declare, fidele: false });
}
