import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Couverture } from '#formats/document/glyphes.ts';

const require = createRequire(import.meta.url);

/** Both families are under the SIL Open Font License; static TTF, one file a style. */
const STYLES = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'] as const;
const FAMILLES = [
  { paquet: '@expo-google-fonts/source-serif-4', fichier: 'SourceSerif4' },
  { paquet: '@expo-google-fonts/atkinson-hyperlegible-next', fichier: 'AtkinsonHyperlegibleNext' },
] as const;

export type Polices = {
  /** The font files, as the typesetter takes them. */
  readonly fichiers: readonly Buffer[];
  /** What can be drawn in every style of at least one family: each stands in for the other. */
  readonly couverture: Couverture;
};

/** Reads the font files shipped with the program. */
export function lirePolices(): Polices {
  const familles = FAMILLES.map(({ paquet, fichier }) =>
    STYLES.map((style) =>
      readFileSync(require.resolve(`${paquet}/${style}/${fichier}_${style}.ttf`)),
    ),
  );
  const points = new Set<number>();
  for (const styles of familles) {
    const [premier, ...autres] = styles.map(pointsCouverts);
    for (const point of premier ?? []) {
      if (autres.every((style) => style.has(point))) points.add(point);
    }
  }
  return { fichiers: familles.flat(), couverture: (point) => points.has(point) };
}

/** The characters a TrueType font has a glyph for: its `cmap` table, formats 4 and 12 (OpenType). */
function pointsCouverts(police: Buffer): Set<number> {
  const points = new Set<number>();
  const cmap = debutDeTable(police, 'cmap');
  for (let i = 0; i < police.readUInt16BE(cmap + 2); i += 1) {
    const table = cmap + police.readUInt32BE(cmap + 8 + 8 * i);
    const format = police.readUInt16BE(table);
    if (format === 4) lireSegments(police, table, points);
    if (format === 12) lireGroupes(police, table, points);
  }
  points.delete(0xffff);
  return points;
}

function debutDeTable(police: Buffer, etiquette: string): number {
  for (let i = 0; i < police.readUInt16BE(4); i += 1) {
    const entree = 12 + 16 * i;
    if (police.toString('latin1', entree, entree + 4) === etiquette) {
      return police.readUInt32BE(entree + 8);
    }
  }
  throw new Error(`font without a ${etiquette} table`);
}

function lireSegments(police: Buffer, table: number, points: Set<number>): void {
  const double = police.readUInt16BE(table + 6);
  for (let i = 0; i < double; i += 2) {
    const fin = police.readUInt16BE(table + 14 + i);
    const debut = police.readUInt16BE(table + 16 + double + i);
    const ecart = police.readUInt16BE(table + 16 + 2 * double + i);
    const lieu = table + 16 + 3 * double + i;
    const rang = police.readUInt16BE(lieu);
    for (let point = debut; point <= fin && point !== 0xffff; point += 1) {
      const glyphe =
        rang === 0
          ? (point + ecart) & 0xffff
          : police.readUInt16BE(lieu + rang + 2 * (point - debut));
      if (glyphe !== 0) points.add(point);
    }
  }
}

function lireGroupes(police: Buffer, table: number, points: Set<number>): void {
  for (let i = 0; i < police.readUInt32BE(table + 12); i += 1) {
    const groupe = table + 16 + 12 * i;
    const [debut, fin] = [police.readUInt32BE(groupe), police.readUInt32BE(groupe + 4)];
    const premier = police.readUInt32BE(groupe + 8);
    for (let point = debut; point <= fin; point += 1) {
      if (premier + point - debut !== 0) points.add(point);
    }
  }
}
