/** ACTES speaks ISO-8859-1: what it lacks is written with what it has, never lost in a « ? ». */

const PROCHES: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '‚': ',',
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  œ: 'oe',
  Œ: 'OE',
  Ÿ: 'Y',
  '€': 'EUR',
  '™': '(TM)',
  '\u202f': ' ',
  '\u2009': ' ',
  '\u2007': ' ',
  '\u200b': '',
  '\u00ad': '',
  '\ufeff': '',
  ﬁ: 'fi',
  ﬂ: 'fl',
  Š: 'S',
  š: 's',
  Ž: 'Z',
  ž: 'z',
  Ł: 'L',
  ł: 'l',
};

export type Translitteration = {
  readonly texte: string;
  /** Characters no close writing exists for: each became « ? » and must be shown to the author. */
  readonly perdus: readonly string[];
};

/** The text with only characters of ISO-8859-1: close writings first, then without its accents. */
export function translitterer(texte: string): Translitteration {
  const perdus: string[] = [];
  let rendu = '';
  for (const c of texte.normalize('NFC')) {
    const point = c.codePointAt(0) ?? 0;
    const permis =
      point === 9 || point === 10 || (point >= 32 && point < 127) || (point >= 160 && point < 256);
    const proche = PROCHES[c];
    if (proche !== undefined) rendu += proche;
    else if (permis) rendu += c;
    else {
      const nu = c.normalize('NFD').replaceAll(/\p{M}/gu, '');
      if (nu !== '' && nu !== c && /^[ -~]+$/.test(nu)) rendu += nu;
      else {
        perdus.push(c);
        rendu += '?';
      }
    }
  }
  return { texte: rendu, perdus: [...new Set(perdus)] };
}

/** Bytes of a text that holds only ISO-8859-1; throws otherwise: transliterate first. */
export function octetsLatin1(texte: string): Uint8Array {
  return Uint8Array.from(texte, (c) => {
    const code = c.charCodeAt(0);
    if (code > 255) throw new Error('Invariant broken: the text was transliterated to ISO-8859-1');
    return code;
  });
}

/** The text of bytes read as ISO-8859-1: every byte is a character. */
export function texteLatin1(octets: Uint8Array): string {
  let texte = '';
  for (let i = 0; i < octets.length; i += 8192) {
    texte += String.fromCharCode(...octets.subarray(i, i + 8192));
  }
  return texte;
}
