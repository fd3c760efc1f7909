import { type FichierPdf, elementsDe, entreesDe } from '../pdf/lire.ts';
import { numeroDe } from '../pdf/mise-a-jour.ts';
import type { Objet } from '../pdf/objets.ts';
import { catalogueDe, pagesDe } from './champs.ts';

/** The numbers an object leads to, one step down. */
function renvoisDe(objet: Objet): readonly number[] {
  const numeros: number[] = [];
  const pile: Objet[] = [objet];
  while (pile.length > 0) {
    const courant = pile.pop() ?? null;
    const numero = numeroDe(courant);
    if (numero !== null) numeros.push(numero);
    pile.push(...elementsDe(courant));
    // Up the tree would lead to every other page.
    for (const [cle, valeur] of entreesDe(courant)) if (cle !== 'Parent') pile.push(valeur);
  }
  return numeros;
}

const renvoi = (numero: number): Objet => ({ genre: 'reference', numero, generation: 0 });

/** Gives its name to everything below `racine` that has none yet. */
function marquer(pdf: FichierPdf, racine: number, lieu: string, noms: Map<number, string>): void {
  const pile = [racine];
  while (pile.length > 0) {
    const numero = pile.pop() ?? -1;
    if (noms.has(numero)) continue;
    noms.set(numero, lieu);
    pile.push(...renvoisDe(pdf.suivre(renvoi(numero))));
  }
}

const PARTIES: readonly (readonly [string, string])[] = [
  ['Metadata', 'les métadonnées'],
  ['AcroForm', 'le formulaire'],
  ['StructTreeRoot', 'les balises de lecture'],
  ['Outlines', 'le sommaire'],
  ['AF', 'les pièces embarquées'],
  ['Names', 'les pièces embarquées'],
  ['OutputIntents', 'le profil de couleurs'],
];

/** Tells in words where each object of a file belongs: « la page 3 », « les métadonnées ». */
export function nomsDesObjets(pdf: FichierPdf): (numero: number) => string {
  const noms = new Map<number, string>();
  const catalogue = catalogueDe(pdf);
  const racine = numeroDe(pdf.trailer.entrees.get('Root'));
  const pages = pagesDe(pdf);
  if (racine !== null) noms.set(racine, 'le catalogue du document');
  const arbre = numeroDe(catalogue.get('Pages'));
  if (arbre !== null) noms.set(arbre, 'la suite des pages');
  const info = numeroDe(pdf.trailer.entrees.get('Info'));
  if (info !== null) noms.set(info, 'les informations du fichier');
  const balises = numeroDe(catalogue.get('StructTreeRoot'));
  if (balises !== null) noms.set(balises, 'les balises de lecture');
  // Each page is named before what it shares with the next ones.
  for (const [i, page] of pages.entries()) noms.set(page, `la page ${i + 1}`);
  for (const [i, page] of pages.entries()) {
    for (const numero of renvoisDe(pdf.suivre(renvoi(page)))) {
      marquer(pdf, numero, `la page ${i + 1}`, noms);
    }
  }
  for (const [cle, lieu] of PARTIES) {
    for (const numero of renvoisDe(catalogue.get(cle) ?? null)) marquer(pdf, numero, lieu, noms);
  }
  return (numero) => noms.get(numero) ?? `l’objet ${numero}`;
}

export { renvoisDe };
