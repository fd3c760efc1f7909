import type { Fragment } from './document.ts';

const FINE = '\u202f';
const INSECABLE = '\u00a0';
const ESPACE = '[ \u00a0\u2009\u202f]';

/**
 * Addresses and hours of the clock: no rule of typography may touch them. Each form, here as
 * below, can begin at one place of a word only: a word of any length is read in linear time.
 */
const INTOUCHABLE =
  /((?:https?:\/\/|www\.|mailto:)[^\s«»]+|(?<![^\s@«»])[^\s@«»]+@[^\s@«»]+|(?<![\p{L}\d.-])[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\/[^\s«»]*|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))/u;

/** The text cut in turns: what the rules may touch, what they may not, and so on. */
const decouper = (texte: string): readonly string[] =>
  /[@/]|www\.|\d:\d/.test(texte) ? texte.split(INTOUCHABLE) : [texte];

const re = (source: string): RegExp => new RegExp(source.replaceAll('␣', ESPACE), 'gu');

const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
const MESURES = 'euros?|ans?|m²|km²?|ha|kWh|millions?|milliards?|voix';
const ABREGES = 'MM?\\.|Mmes?|Mlles?|Mes?|Dr|[Aa]rt\\.|[Aa]l\\.|p\\.';

/**
 * In order: what makes a rule worth trying, what it seeks, what it puts there. After the Lexique
 * des règles typographiques en usage à l'Imprimerie nationale.
 */
const REGLES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/'/, /(?<=\p{L})'(?=[\p{L}\d«])/gu, '’'],
  [/\.{3}/, /(?<!\.)\.\.\.(?!\.)/gu, '…'],
  [/ {2}/, / {2,}/gu, ' '],
  [/«/, re('«␣*'), `«${INSECABLE}`],
  [/»/, re('(?<!␣)␣*»'), `${INSECABLE}»`],
  // Thin space before ; ! ?, put in where the author left none at the end of a word.
  [/[;!?]/, re('(?<!␣)␣+(?=[;!?])'), FINE],
  [/[;!?]/, /(?<=[\p{L}\p{N}»)\]%…])(?=[;!?]+(?:[\s»)\]]|$))/gu, FINE],
  [/:/, re('(?<!␣)␣+(?=:(?:\\s|$))'), INSECABLE],
  [/:/, /(?<=[\p{L}\p{N}»)\]%])(?=:(?:\s|$))/gu, INSECABLE],
  // Units and signs stay with their number, ordinals and titles with their word.
  [/[€%‰]/, re('(?<=\\d)␣?(?=[€%‰](?![\\p{L}\\d]))'), INSECABLE],
  [/\d/, re(`(?<=\\d)␣(?=(?:${MESURES})(?![\\p{L}\\p{N}]))`), INSECABLE],
  [/\d/, re('(?<=(?<!\\d)\\d{1,2})␣h␣(?=\\d{2}(?!\\d))'), `${INSECABLE}h${INSECABLE}`],
  [/°/, re('(?<=[nN]°)␣*(?=(?!s(?!\\p{L}))[\\p{L}\\p{N}])'), INSECABLE],
  [/\d/, re(`(?<=(?<!\\d)(?:\\d{1,2}|1er))␣(?=(?:${MOIS})(?!\\p{L}))`), INSECABLE],
  [/\d{4}/, re(`(?<=\\d${INSECABLE}(?:${MOIS}))␣(?=\\d{4}(?!\\d))`), INSECABLE],
  [/[MDAap]/, re(`(?<=(?<!\\p{L})(?:${ABREGES}))␣(?=[\\p{Lu}\\d]|$)`), INSECABLE],
  [/[LRDA]\./, re('(?<=(?<!\\p{L})[LRDA]\\.)␣(?=\\d)'), INSECABLE],
  [/rticle/, re('(?<=(?<!\\p{L})[Aa]rticles?)␣(?=(?:[LRDA]\\.?␣?)?\\*?\\d)'), INSECABLE],
];

const TOUT_BLANC = re('␣');

/** A number written in groups of three; what is around must not make it a telephone or a code. */
const GROUPES = new RegExp(
  `(?<!\\d${ESPACE}?|[,./-])[1-9]\\d{0,2}(?:${ESPACE}\\d{3})+(?!${ESPACE}?\\d|[/-])`,
  'gu',
);

function ajuster(texte: string): string {
  let t = texte;
  for (const [indice, cherche, met] of REGLES) if (indice.test(t)) t = t.replace(cherche, met);
  return /\d/.test(t) ? t.replace(GROUPES, (nombre) => nombre.replace(TOUT_BLANC, FINE)) : t;
}

/**
 * French typography for one run of text, canonically composed (NFC): typographic apostrophes,
 * no-break spaces where a line must not break, narrow ones before ; ! ? and between thousands.
 * Running it again changes nothing. Addresses, hours such as 14:00 and code numbers are kept.
 */
export const typographier = (texte: string): string =>
  decouper(texte.normalize('NFC'))
    .map((morceau, i) => (i % 2 === 1 ? morceau : ajuster(morceau)))
    .join('');

/** Cheap to seek, in every ordinal. */
const FINALE = /(?:\d|[IVX])(?:er|èr|re|n|i?è|e)/;

const ORDINAL =
  /(?<![\p{L}\p{N}._/-])(1(?=ers?|ères?|res?)|2(?=nde?s?)|\d+(?=i?èmes?|es?)|I(?=er|re)|[IVX]+(?=e|ème))(ers?|ères?|res?|nde?s?|i?èmes?|es?)(?![\p{L}\p{N}_-])/gu;

/** The same run with the endings of its ordinals raised: « 1er », « 5ème », « XXIe ». */
export function leverLesOrdinaux(fragment: Fragment): readonly Fragment[] {
  const { nom, exposant: leve, lien, texte: brut } = fragment;
  if (nom === true || leve === true || lien !== undefined || !FINALE.test(brut)) return [fragment];
  const morceaux = decouper(brut)
    .flatMap((morceau, i) =>
      i % 2 === 1
        ? [{ texte: morceau, exposant: false }]
        : morceau.split(ORDINAL).map((texte, j) => ({ texte, exposant: j % 3 === 2 })),
    )
    .filter(({ texte }) => texte !== '');
  if (morceaux.every(({ exposant }) => !exposant)) return [fragment];
  const fusion: Fragment[] = [];
  for (const { texte, exposant } of morceaux) {
    const dernier = fusion.at(-1);
    if (dernier !== undefined && !exposant && dernier.exposant !== true) {
      fusion[fusion.length - 1] = { ...dernier, texte: dernier.texte + texte };
    } else fusion.push(exposant ? { ...fragment, texte, exposant } : { ...fragment, texte });
  }
  return fusion;
}

/** Where the template may break a line, though nothing shows: U+200B, which no author's text keeps. */
const COUPURE = '\u200b';
const MOT_SANS_FIN = /[^\s\u200b]{31,}/gu;
const TRONCON = /[^/\-_.?&=@,;]{24}|[^/\-_.?&=@,;]*[/\-_.?&=@,;]+|[^/\-_.?&=@,;]+/gu;

/**
 * The same text with places to break in words of more than thirty signs, after their own signs of
 * punctuation where they have some: an address must not run off the page. No French word is so long.
 */
export const couperLesMotsSansFin = (texte: string): string =>
  texte.replace(MOT_SANS_FIN, (mot) => (mot.match(TRONCON) ?? [mot]).join(COUPURE));
