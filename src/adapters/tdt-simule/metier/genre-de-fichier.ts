import { texteLatin1 } from '#formats/actes/latin1.ts';

const commence = (octets: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((octet, i) => octets[i] === octet);

/** A control character no text has: everything below 32 but tab, line feeds and escape. */
const estBinaire = (octets: Uint8Array): boolean =>
  octets.subarray(0, 512).some((o) => o < 7 || (o > 13 && o < 27));

/** What a file is by its content, whatever its name says, in the words of libmagic. */
export function mimetypeDe(octets: Uint8Array): string {
  if (octets.length === 0) return 'application/x-empty';
  const debut = texteLatin1(octets.subarray(0, 512)).replace(/^ï»¿/, '');
  if (debut.startsWith('%PDF-')) return 'application/pdf';
  if (debut.trimStart().startsWith('<?xml')) return 'text/xml';
  if (commence(octets, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (commence(octets, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (debut.startsWith('PK\u0003\u0004')) return 'application/zip';
  if (commence(octets, [0x1f, 0x8b])) return 'application/gzip';
  return estBinaire(octets) ? 'application/octet-stream' : 'text/plain';
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'text/xml': 'xml',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** `pdf`, `xml`, `jpg`, `png`; empty for what may not be sent. */
export const extensionDe = (mimetype: string): string => EXTENSIONS[mimetype] ?? '';
