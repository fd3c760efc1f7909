import type { Fragment } from './document.ts';

const FINE = '\u202f';
const INSECABLE = '\u00a0';
const ESPACE = '[ \u00a0\u2009\u202f]';

/** Addresses and hours of the clock: no rule of typography may touch them. */
const INTOUCHABLE =
  /((?:https?:\/\/|www\.|mailto:)[^\s«»]+|[^\s@«»]+@[^\s@«»]+|[\p{L}\d-]+(?:\.[\p{L}\d-]+)+\/[^\s«»]*|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))/u;

const re = (source: string): RegExp => new RegExp(source.replaceAll('␣', ESPACE), 'gu');

const MOIS = 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';

/**
 * In order: each rule is told by what it seeks and what it puts there. After the Lexique des
 * règles typographiques en usage à l'Imprimerie nationale.
 */
const REGLES: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{L})'(?=[\p{L}\d«])/gu, '’'],
  [/(?<!\.)\.\.\.(?!\.)/gu, '…'],
  [/ {2,}/gu, ' '],
  // Thin space before ; ! ?, put in where the author left none at the end of a word.
  [re('␣+(?=[;!?])'), FINE],
  [/(?<=[\p{L}\p{N}»)\]%…])(?=[;!?]+(?:[\s»)\]]|$))/gu, FINE],
  [re('␣+(?=:(?:\\s|$))'), INSECABLE],
  [/(?<=[\p{L}\p{N}»)\]%])(?=:(?:\s|$))/gu, INSECABLE],
  [re('«␣*'), `«${INSECABLE}`],
  [re('␣*»'), `${INSECABLE}»`],
  // Units and signs stay with their number.
  [re('(?<=\\d)␣?(?=[€%‰](?![\\p{L}\\d]))'), INSECABLE],
  [
    re('(?<=\\d)␣(?=(?:euros?|ans?|m²|km²?|ha|kWh|millions?|milliards?|voix)(?![\\p{L}\\p{N}]))'),
    INSECABLE,
  ],
  [re('(?<=(?<!\\d)\\d{1,2})␣h␣(?=\\d{2}(?!\\d))'), `${INSECABLE}h${INSECABLE}`],
  [re('(?<=[nN]°)␣*(?=(?!s(?!\\p{L}))[\\p{L}\\p{N}])'), INSECABLE],
  [re(`(?<=(?<!\\d)(?:\\d{1,2}|1er))␣(?=(?:${MOIS})(?!\\p{L}))`), INSECABLE],
  [
    re(
      '(?<=(?<!\\p{L})(?:MM?\\.|Mmes?|Mlles?|Mes?|Dr|[Aa]rt\\.|[Aa]l\\.|p\\.))␣(?=[\\p{Lu}\\d]|$)',
    ),
    INSECABLE,
  ],
  [re('(?<=(?<!\\p{L})[LRDA]\\.)␣(?=\\d)'), INSECABLE],
  [re('(?<=(?<!\\p{L})[Aa]rticles?)␣(?=(?:[LRDA]\\.?␣?)?\\*?\\d)'), INSECABLE],
];

/** A number written in groups of three; what is around must not make it a telephone or a code. */
const GROUPES = new RegExp(
  `(?<!\\d${ESPACE}?|[,./-])[1-9]\\d{0,2}(?:${ESPACE}\\d{3})+(?!${ESPACE}?\\d|[/-])`,
  'gu',
);

const ajuster = (texte: string): string =>
  REGLES.reduce((t, [cherche, met]) => t.replace(cherche, met), texte).replace(GROUPES, (nombre) =>
    nombre.replace(re('␣'), FINE),
  );

/**
 * French typography for one run of text, canonically composed (NFC): typographic apostrophes,
 * no-break spaces where a line must not break, narrow ones before ; ! ? and between thousands.
 * Running it again changes nothing. Addresses, hours such as 14:00 and code numbers are kept.
 */
export const typographier = (texte: string): string =>
  texte
    .normalize('NFC')
    .split(INTOUCHABLE)
    .map((morceau, i) => (i % 2 === 1 ? morceau : ajuster(morceau)))
    .join('');

const ORDINAL =
  /(?<![\p{L}\p{N}._/-])(1(?=ers?|ères?|res?)|2(?=nde?s?)|\d+(?=i?èmes?|es?)|I(?=er|re)|[IVX]+(?=e|ème))(ers?|ères?|res?|nde?s?|i?èmes?|es?)(?![\p{L}\p{N}_-])/gu;

/** The same run with the endings of its ordinals raised: « 1er », « 5ème », « XXIe ». */
export function leverLesOrdinaux(fragment: Fragment): readonly Fragment[] {
  if (fragment.nom === true || fragment.exposant === true || fragment.lien !== undefined) {
    return [fragment];
  }
  const morceaux = fragment.texte
    .split(INTOUCHABLE)
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
