import type { Jour } from '#base/jour.ts';
import { type CodeNature, NATURES } from './nomenclature.ts';
import { CLASSIFICATION_NATIONALE } from './nationale.ts';

/** A type of file, `99_DE`, and what it means. */
export type Typologie = { readonly code: string; readonly libelle: string };

export type NatureClassee = {
  /** 1 to 6. */
  readonly code: number;
  /** DE, AR, AI, CC, BF, AU. */
  readonly abrege: string;
  readonly libelle: string;
  /** None in classifications older than 2017. */
  readonly typologies: readonly Typologie[];
};

/** A subject, levels 1 to 5; the two first are national, the others belong to the prefecture. */
export type MatiereClassee = {
  readonly code: number;
  readonly libelle: string;
  readonly sous: readonly MatiereClassee[];
};

/** What the prefecture of a collectivity returned (7-2): natures, types of files, subjects. */
export type Classification = {
  readonly le: Jour;
  readonly natures: readonly NatureClassee[];
  readonly matieres: readonly MatiereClassee[];
};

/** Codes are numbers: 1.1.10 comes after 1.1.9, whatever the order of the file. */
export const ordonner = (matieres: readonly MatiereClassee[]): readonly MatiereClassee[] =>
  matieres.map((m) => ({ ...m, sous: ordonner(m.sous) })).toSorted((a, b) => a.code - b.code);

/** Types proposed first: those of any subject (`99_…`), then by label, as platforms show them. */
const dAbordGenerales = (a: Typologie, b: Typologie): number =>
  Number(b.code.startsWith('99_')) - Number(a.code.startsWith('99_')) ||
  a.libelle.localeCompare(b.libelle, 'fr') ||
  a.code.localeCompare(b.code);

/**
 * The types of files legal for a nature, in the order to show them; the national table stands in
 * when the classification has none.
 */
export function typologiesPour(
  nature: number,
  classification: Classification | null,
): readonly Typologie[] {
  const fournies = classification?.natures.find(({ code }) => code === nature)?.typologies ?? [];
  const nationales = CLASSIFICATION_NATIONALE.natures.find(({ code }) => code === nature);
  const typologies = fournies.length > 0 ? fournies : (nationales?.typologies ?? []);
  return typologies.toSorted(dAbordGenerales);
}

/** The type proposed for a file: that of the nature, for the act and for its annexes alike. */
export function typologieParDefaut(
  nature: CodeNature,
  classification: Classification | null,
): string {
  const voulue = NATURES.find(({ code }) => code === nature)?.typologie ?? '99_AU';
  const permises = typologiesPour(nature, classification);
  return permises.some(({ code }) => code === voulue) ? voulue : (permises[0]?.code ?? voulue);
}

/** The subject at those levels, `[8, 5]`; null when the classification has none. */
export function matiereA(
  niveaux: readonly (number | null)[],
  { matieres }: Classification,
): MatiereClassee | null {
  let parmi = matieres;
  let trouvee: MatiereClassee | null = null;
  for (const code of niveaux) {
    trouvee = parmi.find((m) => m.code === code) ?? null;
    if (trouvee === null) return null;
    parmi = trouvee.sous;
  }
  return trouvee;
}

/** « 8.5.1 » as levels; null when it is no such code. */
export const lireMatiere = (code: string): readonly number[] | null =>
  /^[1-9]\d{0,2}(?:\.[1-9]\d{0,2}){0,4}$/.test(code) ? code.split('.').map(Number) : null;
