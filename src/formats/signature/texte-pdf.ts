import { type Instant, parseInstant } from '#base/instant.ts';
import { type Objet, chaine } from '../pdf/objets.ts';

/** A text string as PDF stores it (ISO 32000-1 §7.9.2.2): ASCII as it is, anything else UTF-16. */
export function enChaine(texte: string): Objet {
  if (/^[ -~]*$/.test(texte)) return chaine(texte);
  const unites = Array.from({ length: texte.length }, (_, i) => texte.charCodeAt(i));
  return chaine(`\u00fe\u00ff${unites.map((u) => String.fromCharCode(u >> 8, u & 0xff)).join('')}`);
}

/** The text of a string object, whichever of the two ways it is stored; null for anything else. */
export function texteDe(objet: Objet | undefined): string | null {
  if (typeof objet !== 'object' || objet === null || objet.genre !== 'chaine') return null;
  const { octets } = objet;
  if (!octets.startsWith('\u00fe\u00ff')) return octets;
  let texte = '';
  for (let i = 2; i + 1 < octets.length; i += 2) {
    texte += String.fromCharCode((octets.charCodeAt(i) << 8) | octets.charCodeAt(i + 1));
  }
  return texte.toWellFormed();
}

/** A moment as PDF writes it (§7.9.4), in UTC: `D:20221014120000Z`. */
export const enDatePdf = (moment: Instant): string =>
  `D:${moment.slice(0, 19).replace(/[-:T]/g, '')}Z`;

const DATE = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/;

/** The moment a PDF date tells; null when it is not written as §7.9.4 asks. */
export function depuisDatePdf(texte: string | null): Instant | null {
  const lu = texte === null ? null : DATE.exec(texte);
  if (lu === null) return null;
  const [, a, m, j, h, mn, s, signe, dh = '0', dm = '0'] = lu;
  const decalage = signe === undefined ? 0 : Number(`${signe}1`) * (Number(dh) * 60 + Number(dm));
  const ms = Date.UTC(Number(a), Number(m) - 1, Number(j), Number(h), Number(mn), Number(s));
  const moment = new Date(ms - decalage * 60_000);
  const ecrit = parseInstant(Number.isNaN(moment.getTime()) ? '' : moment.toISOString());
  return ecrit.ok ? ecrit.value : null;
}
