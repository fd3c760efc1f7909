/** Lower case without accents, typographic quotes and doubled spaces: to compare words. */
export const enSimple = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'")
    .replace(/\s+/gu, ' ')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .trim();

/** A name as a program writes it, whatever its case, its dashes and its plural. */
export const nomEnSimple = (nom: string): string =>
  nom
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
    .replace(/s$/u, '');
