/**
 * Bytes seen as text, one character a byte (ISO 8859-1): PDF syntax is ASCII and its strings are
 * bytes, so positions in the text are positions in the file. Pure folders have no TextDecoder.
 */
export function enLatin1(octets: Uint8Array, debut = 0, fin = octets.length): string {
  const morceaux: string[] = [];
  for (let i = debut; i < fin; i += 4096) {
    // Thrice as fast as spreading the bytes, on files read several times over.
    morceaux.push(
      Reflect.apply(String.fromCharCode, null, octets.subarray(i, Math.min(i + 4096, fin))),
    );
  }
  return morceaux.join('');
}

/** The bytes of a text whose characters all stand below U+0100. */
export function depuisLatin1(texte: string): Uint8Array {
  const octets = new Uint8Array(texte.length);
  for (let i = 0; i < texte.length; i += 1) octets[i] = texte.charCodeAt(i);
  return octets;
}

/** One array after the other. */
export function concatener(parties: readonly Uint8Array[]): Uint8Array {
  const tout = new Uint8Array(parties.reduce((n, p) => n + p.length, 0));
  let position = 0;
  for (const partie of parties) {
    tout.set(partie, position);
    position += partie.length;
  }
  return tout;
}
