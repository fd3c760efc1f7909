import type { Bloc, Ligne } from './document.ts';

type Tableau = Extract<Bloc, { genre: 'tableau' }>;
type Colonne = Tableau['colonnes'][number];

/** A column as the template draws it. */
export type ColonnePrete = Colonne & {
  readonly largeur: number;
  /** Whether a word may be cut: only where the longest would not fit. A name or a date never is. */
  readonly cesure: boolean;
};

/** Points between the margins of each layout. */
const LARGEURS = { courante: 442, registre: 346 } as const;
/** Points around the text of a cell, its breath included. */
const MARGES = 13;
/** Points that a sign of nine points takes, as a mean of Atkinson Hyperlegible. */
const SIGNE = 4.8;
const CAPITALE = 6.1;
const MINCE = 2.5;
/** Beyond this a cell wraps: more width would not make it easier to read. */
const CELLULE_AU_PLUS = 240;

const longueur = (texte: string): number => {
  const capitales = texte.match(/\p{Lu}/gu)?.length ?? 0;
  const minces = texte.match(/[\s.,;:!’'()ijlt|-]/gu)?.length ?? 0;
  const autres = texte.length - capitales - minces;
  return capitales * CAPITALE + minces * MINCE + autres * SIGNE;
};

const texteDe = (ligne: Ligne): string => ligne.map(({ texte }) => texte).join('');

/** What cannot be parted: no-break spaces hold; a hyphen lets go, but not before a figure (UAX 14). */
const motLePlusLong = (texte: string): number =>
  Math.max(0, ...texte.split(/[ \n\u200b]|(?<=[-/])(?!\d)/u).map(longueur));

const NOMBRE = /^[-+−±]?[\s\u00a0\u202f]*\d[\d\s\u00a0\u202f.,]*(?:[€%‰]|k?€|m²|ha)?$/u;

/** A column of amounts or counts, read from the right. */
const deNombres = (cellules: readonly string[]): boolean => {
  const dites = cellules.map((c) => c.trim()).filter((c) => c !== '' && c !== '—' && c !== '-');
  return dites.length > 0 && dites.every((c) => NOMBRE.test(c));
};

/** Too many long words: the columns that ask less than their share keep what they ask. */
function serrer(minimums: readonly number[], large: number): readonly number[] {
  const gardes = new Map<number, number>();
  let reste = large;
  for (const [i, n] of [...minimums.entries()].toSorted(([, a], [, b]) => a - b)) {
    const part = Math.min(n, reste / (minimums.length - gardes.size));
    gardes.set(i, part);
    reste -= part;
  }
  return minimums.map((n, i) => gardes.get(i) ?? n);
}

const somme = (nombres: readonly number[]): number => nombres.reduce((total, n) => total + n, 0);

/** Shares the width as browsers do: the longest word first, then in proportion to what is asked. */
function partager(minimums: readonly number[], souhaits: readonly number[], large: number) {
  const [minimum, souhait] = [somme(minimums), somme(souhaits)];
  if (minimum >= large) return serrer(minimums, large);
  if (souhait <= large) return souhaits.map((n) => (n * large) / souhait);
  const part = (large - minimum) / (souhait - minimum);
  return minimums.map((n, i) => n + ((souhaits[i] ?? n) - n) * part);
}

/**
 * The columns of a table, as wide as what they hold asks. A table that tells its own widths keeps
 * them; columns of figures stand to the right unless told otherwise.
 */
export function mesurerLesColonnes(
  { colonnes, lignes }: Pick<Tableau, 'colonnes' | 'lignes'>,
  mise: keyof typeof LARGEURS,
): readonly ColonnePrete[] {
  const contenus = colonnes.map((_, i) => lignes.map((cellules) => texteDe(cellules[i] ?? [])));
  const entiers = colonnes.map(({ titre }, i) => [titre, ...(contenus[i] ?? [])]);
  const minimums = entiers.map((c) => Math.max(...c.map(motLePlusLong)) + MARGES);
  const souhaits = entiers.map((c, i) =>
    Math.max(minimums[i] ?? 0, Math.min(CELLULE_AU_PLUS, Math.max(...c.map(longueur)) + MARGES)),
  );
  const disent = colonnes.some(({ largeur }) => largeur !== undefined);
  const parts = disent
    ? colonnes.map(({ largeur }) => largeur ?? 1)
    : partager(minimums, souhaits, LARGEURS[mise]);
  const total = somme(parts);
  return colonnes.map((colonne, i) => {
    const largeur = Math.round(((parts[i] ?? 1) / total) * LARGEURS[mise] * 10) / 10;
    const chiffres = colonne.alignement === undefined && deNombres(contenus[i] ?? []);
    return {
      ...colonne,
      ...(chiffres && { alignement: 'droite' as const }),
      largeur,
      cesure: largeur < (minimums[i] ?? 0),
    };
  });
}
