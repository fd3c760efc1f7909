import { type FichierPdf, elementsDe, entreesDe } from '../pdf/lire.ts';
import { numeroDe } from '../pdf/mise-a-jour.ts';
import { type Objet, nomDe } from '../pdf/objets.ts';
import { texteDe } from './texte-pdf.ts';

export type Entrees = ReadonlyMap<string, Objet>;

/** A signature field of the form, filled or not. */
export type Champ = {
  /** Full name, from the root of the form: « Signature1 ». */
  readonly nom: string;
  /** Number of the field object; null when it is written inside another. */
  readonly numero: number | null;
  readonly entrees: Entrees;
  /** Number of the signature it holds; null while it holds none. */
  readonly valeur: number | null;
  /** Holds a signature, reachable or not. */
  readonly rempli: boolean;
};

/** No sound form is deeper or larger. */
const CHAMPS_PERMIS = 2_000;

export const catalogueDe = (pdf: FichierPdf): Entrees =>
  entreesDe(pdf.suivre(pdf.trailer.entrees.get('Root')));

export const formulaireDe = (pdf: FichierPdf): Entrees =>
  entreesDe(pdf.suivre(catalogueDe(pdf).get('AcroForm')));

type Visite = { readonly objet: Objet; readonly prefixe: string; readonly type: string | null };

type Noeud = {
  readonly nom: string;
  readonly numero: number | null;
  readonly entrees: Entrees;
  readonly type: string | null;
  readonly enfants: readonly Objet[];
};

/** The tree of the form, in order (§12.7.3); types and names come down it. */
function noeuds(pdf: FichierPdf): readonly Noeud[] {
  const racine = elementsDe(pdf.suivre(formulaireDe(pdf).get('Fields')));
  const pile: Visite[] = racine.map((objet) => ({ objet, prefixe: '', type: null })).toReversed();
  const vus = new Set<number>();
  const tous: Noeud[] = [];
  for (let tour = 0; pile.length > 0 && tour < CHAMPS_PERMIS; tour += 1) {
    const { objet, prefixe, type: herite } = pile.pop() ?? { objet: null, prefixe: '', type: null };
    const numero = numeroDe(objet);
    if (numero !== null && vus.has(numero)) continue;
    if (numero !== null) vus.add(numero);
    const entrees = entreesDe(pdf.suivre(objet));
    const propre = texteDe(pdf.suivre(entrees.get('T')));
    const nom = [prefixe, propre ?? ''].filter((partie) => partie !== '').join('.');
    const type = nomDe(pdf.suivre(entrees.get('FT'))) ?? herite;
    const enfants = elementsDe(pdf.suivre(entrees.get('Kids')));
    pile.push(...enfants.map((e) => ({ objet: e, prefixe: nom, type })).toReversed());
    tous.push({ nom, numero, entrees, type, enfants });
  }
  return tous;
}

/** The signature fields of the form, in order (§12.7.4.5). */
export const champsDeSignature = (pdf: FichierPdf): readonly Champ[] =>
  noeuds(pdf)
    .filter(
      ({ type, enfants, entrees }) => type === 'Sig' && (enfants.length === 0 || entrees.has('V')),
    )
    .map(({ nom, numero, entrees }) => {
      const rempli = pdf.suivre(entrees.get('V')) !== null;
      const valeur = rempli ? numeroDe(entrees.get('V')) : null;
      return { nom, numero, entrees, valeur, rempli };
    });

/** Fields that people fill (text, boxes, lists) and their frames: numbers, with the field's name. */
export const champsARemplir = (pdf: FichierPdf): ReadonlyMap<number, string> =>
  new Map(
    noeuds(pdf).flatMap(({ nom, numero, type }) =>
      numero !== null && ['Tx', 'Btn', 'Ch'].includes(type ?? '') ? [[numero, nom]] : [],
    ),
  );

/** The numbers of the pages, in reading order (§7.7.3); pages written inside the tree have none. */
export function pagesDe(pdf: FichierPdf): readonly number[] {
  const pages: number[] = [];
  const pile: Objet[] = [catalogueDe(pdf).get('Pages') ?? null];
  const vus = new Set<number>();
  while (pile.length > 0) {
    const objet = pile.pop() ?? null;
    const numero = numeroDe(objet);
    if (numero === null || vus.has(numero)) continue;
    vus.add(numero);
    const entrees = entreesDe(pdf.suivre(objet));
    const enfants = elementsDe(pdf.suivre(entrees.get('Kids')));
    if (entrees.has('Kids')) pile.push(...enfants.toReversed());
    else if (entrees.size > 0) pages.push(numero);
  }
  return pages;
}
