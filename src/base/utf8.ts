/**
 * The UTF-8 bytes of a text. Pure folders have no TextEncoder: this is RFC 3629, and a lone
 * surrogate becomes U+FFFD, as TextEncoder does.
 */
export function utf8(texte: string): Uint8Array {
  const juste = texte.toWellFormed();
  // A UTF-16 unit takes three bytes at most: a pair of surrogates, two units, takes four.
  const octets = new Uint8Array(juste.length * 3);
  let fin = 0;
  for (let i = 0; i < juste.length; i += 1) {
    const point = juste.codePointAt(i) ?? 0;
    if (point < 0x80) {
      octets[fin++] = point;
    } else if (point < 0x800) {
      octets[fin++] = 0xc0 | (point >> 6);
      octets[fin++] = suite(point);
    } else if (point < 0x10000) {
      octets[fin++] = 0xe0 | (point >> 12);
      octets[fin++] = suite(point >> 6);
      octets[fin++] = suite(point);
    } else {
      i += 1;
      octets[fin++] = 0xf0 | (point >> 18);
      octets[fin++] = suite(point >> 12);
      octets[fin++] = suite(point >> 6);
      octets[fin++] = suite(point);
    }
  }
  return octets.slice(0, fin);
}

/** The last six bits, as a continuation byte carries them. */
const suite = (bits: number): number => 0x80 | (bits & 0x3f);
