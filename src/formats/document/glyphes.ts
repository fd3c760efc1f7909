/** Tells whether the fonts can draw a Unicode scalar value. */
export type Couverture = (point: number) => boolean;

/**
 * Marks copied unseen from web pages and word processors: they draw nothing, so they go. Those that
 * change the reading order are refused on the way in (`marquesDeSens`): here, of older facts only.
 */
const INVISIBLES = /[\ufe00-\ufe0f]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const ESPACES_EXOTIQUES = /[\t\u2000-\u2008\u200a\u205f\u3000]/gu;

/** Plain twins of signs that fonts often lack; used only where ours do. */
const JUMEAUX: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u2015': '—',
  '\u2190': '<-',
  '\u2192': '->',
  '\u25e6': '•',
  '\u2043': '-',
  '\uf0b7': '•',
  '\u2714': '✓',
};

const enHexadecimal = (point: number): string =>
  `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;

const dessinable = (texte: string, couvre: Couverture): boolean =>
  Array.from(texte).every((c) => couvre(c.codePointAt(0) ?? 0));

const deChiffre = (c: string): boolean => /\p{N}/u.test(c);

/**
 * The same text in the signs our fonts have: composed (NFC), ligatures undone, exotic spaces made
 * plain, invisible marks dropped, line ends as `\n`. A sign without an honest twin is left as it
 * is, for `signesSansGlyphe` to name.
 */
export function assainir(texte: string, couvre: Couverture): string {
  const simple = texte
    .replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n')
    .replace(INVISIBLES, '')
    .replace(ESPACES_EXOTIQUES, ' ')
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize('NFKC'))
    .normalize('NFC');
  let sain = '';
  for (const c of simple) {
    const point = c.codePointAt(0) ?? 0;
    if (c === '\n' || couvre(point)) {
      sain += c;
      continue;
    }
    const jumeau = JUMEAUX[c] ?? c.normalize('NFKC');
    if (jumeau === c || !dessinable(jumeau, couvre)) sain += c;
    // « 5 » and a circled « 2 » must not read as fifty-two.
    else sain += deChiffre(c) && deChiffre(sain.at(-1) ?? '') ? ` ${jumeau}` : jumeau;
  }
  return sain;
}

/** A sign that cannot be printed, with the words around it at its first occurrence. */
export type SigneSansGlyphe = {
  readonly point: number;
  readonly passage: string;
  readonly fois: number;
};

const LARGEUR_DU_PASSAGE = 24;

const autour = (signes: readonly string[], rang: number): string => {
  const debut = Math.max(0, rang - LARGEUR_DU_PASSAGE);
  const fin = Math.min(signes.length, rang + LARGEUR_DU_PASSAGE + 1);
  const milieu = signes
    .slice(debut, fin)
    .map((c) => (estDeCommande(c.codePointAt(0) ?? 0) ? '␣' : c))
    .join('')
    .toWellFormed();
  return `${debut > 0 ? '…' : ''}${milieu}${fin < signes.length ? '…' : ''}`;
};

const estDeCommande = (point: number): boolean =>
  point < 0x20 || (point >= 0x7f && point <= 0x9f) || (point & 0xfffe) === 0xfffe;

const estUneMoitie = (point: number): boolean => point >= 0xd800 && point <= 0xdfff;

/** Every sign of the text that the fonts cannot draw, each named once; line feeds are not signs. */
export function signesSansGlyphe(texte: string, couvre: Couverture): readonly SigneSansGlyphe[] {
  const trouves = new Map<number, SigneSansGlyphe>();
  const signes = Array.from(texte);
  for (const [rang, c] of signes.entries()) {
    const point = c.codePointAt(0) ?? 0;
    if (c === '\n' || (couvre(point) && !estDeCommande(point) && !estUneMoitie(point))) continue;
    const deja = trouves.get(point);
    trouves.set(
      point,
      deja === undefined
        ? { point, passage: autour(signes, rang), fois: 1 }
        : { ...deja, fois: deja.fois + 1 },
    );
  }
  return [...trouves.values()];
}

/** One French sentence for the author: which sign, where, what to do. */
export function phraseDeSigne({ point, passage, fois }: SigneSansGlyphe): string {
  const ailleurs = fois > 1 ? ` Il y figure ${fois} fois.` : '';
  const du = `du passage « ${passage} »`;
  const hexa = enHexadecimal(point);
  if (estUneMoitie(point)) {
    return `Un caractère abîmé (${hexa}, une moitié de caractère) ${du} ne peut pas être imprimé : retapez ce mot.${ailleurs}`;
  }
  if (estDeCommande(point)) {
    return `Un caractère de commande invisible (${hexa}, marqué ␣) ${du} ne peut pas être imprimé : effacez-le ou retapez ce mot.${ailleurs}`;
  }
  return `Le caractère « ${String.fromCodePoint(point)} » (${hexa}) ${du} ne peut pas être imprimé : nos polices ne le dessinent pas. Remplacez-le par un mot ou un autre signe.${ailleurs}`;
}

const SIGNES_CITES = 12;

/**
 * The sentences for one passage: signs of a script we do not have come by dozens, and are told
 * together; a damaged character or a control is told alone, since something else is to be done.
 */
export function phrasesDeSignes(signes: readonly SigneSansGlyphe[]): readonly string[] {
  const seuls = signes.filter(({ point }) => estUneMoitie(point) || estDeCommande(point));
  const dessines = signes.filter((signe) => !seuls.includes(signe));
  const [premier] = dessines;
  if (premier === undefined || dessines.length === 1) return signes.map(phraseDeSigne);
  const cites = dessines
    .slice(0, SIGNES_CITES)
    .map(({ point }) => `« ${String.fromCodePoint(point)} » (${enHexadecimal(point)})`)
    .join(', ');
  const autres = dessines.length - SIGNES_CITES;
  const suite = autres > 0 ? ` et ${autres} autre${autres > 1 ? 's' : ''}` : '';
  return [
    `Ces caractères du passage « ${premier.passage} » ne peuvent pas être imprimés : ${cites}${suite}. Nos polices ne les dessinent pas : remplacez-les par des mots ou d’autres signes.`,
    ...seuls.map(phraseDeSigne),
  ];
}
