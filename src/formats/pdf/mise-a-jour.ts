import type { FichierPdf } from './lire.ts';
import { type Objet, dictionnaire, ecrireObjet } from './objets.ts';
import { concatener, depuisLatin1 } from './octets.ts';

/** The new version of an object, or a new object: its body as PDF writes it. */
export type Remplacement = { readonly numero: number; readonly corps: string };

const enObjet = ({ numero, corps }: Remplacement): string => `${numero} 0 obj\n${corps}\nendobj\n`;

/** The number of a first-generation object; null for anything but such a reference. */
export const numeroDe = (objet: Objet | undefined): number | null =>
  typeof objet === 'object' &&
  objet !== null &&
  objet.genre === 'reference' &&
  objet.generation === 0
    ? objet.numero
    : null;

/** The first number no object of the file bears. */
export function numeroLibre(pdf: FichierPdf): number {
  const taille = pdf.trailer.entrees.get('Size');
  let libre = typeof taille === 'number' ? taille : 1;
  for (const numero of pdf.positions.keys()) libre = Math.max(libre, numero + 1);
  return libre;
}

/**
 * Appends new versions of objects to a file without touching a byte of it (ISO 32000-1 §7.5.6).
 * `/ID` goes into the new trailer: PDF/A looks for it in the last one.
 */
export function mettreAJour(pdf: FichierPdf, remplacements: readonly Remplacement[]): Uint8Array {
  const retour = pdf.texte.endsWith('\n') ? '' : '\n';
  let position = pdf.octets.length + retour.length;
  let ajout = retour;
  let table = 'xref\n';
  let taille = numeroLibre(pdf);
  for (const remplacement of remplacements.toSorted((a, b) => a.numero - b.numero)) {
    table += `${remplacement.numero} 1\n${String(position).padStart(10, '0')} 00000 n \n`;
    const objet = enObjet(remplacement);
    ajout += objet;
    position += objet.length;
    taille = Math.max(taille, remplacement.numero + 1);
  }
  const trailer = dictionnaire([...pdf.trailer.entrees, ['Size', taille], ['Prev', pdf.startxref]]);
  ajout += `${table}trailer\n${ecrireObjet(trailer)}\nstartxref\n${position}\n%%EOF\n`;
  return concatener([pdf.octets, depuisLatin1(ajout)]);
}
