/**
 * The UTF-8 bytes of a text. Pure folders have no TextEncoder: this is RFC 3629, and a lone
 * surrogate becomes U+FFFD, as TextEncoder does.
 */
export function utf8(texte: string): Uint8Array {
  const octets: number[] = [];
  for (const caractere of texte.toWellFormed()) {
    const point = caractere.codePointAt(0) ?? 0;
    if (point < 0x80) octets.push(point);
    else if (point < 0x800) octets.push(0xc0 | (point >> 6), suite(point));
    else if (point < 0x10000) {
      octets.push(0xe0 | (point >> 12), suite(point >> 6), suite(point));
    } else {
      octets.push(0xf0 | (point >> 18), suite(point >> 12), suite(point >> 6), suite(point));
    }
  }
  return Uint8Array.from(octets);
}

/** The last six bits, as a continuation byte carries them. */
const suite = (bits: number): number => 0x80 | (bits & 0x3f);
