import type { FichierPdf } from './lire.ts';
import { type Objet, dictionnaire, ecrireObjet, nom } from './objets.ts';
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

/** Where each object written lies, in order. */
type Ecrits = readonly { readonly numero: number; readonly position: number }[];

/** What a trailer keeps of the one before it. */
const gardees = ({ trailer, startxref }: FichierPdf, taille: number): [string, Objet][] => [
  ...[...trailer.entrees].filter(([cle]) => cle !== 'XRefStm'),
  ['Size', taille],
  ['Prev', startxref],
];

function tableClassique(pdf: FichierPdf, ecrits: Ecrits, taille: number): string {
  const lignes = ecrits.map(
    ({ numero, position }) => `${numero} 1\n${String(position).padStart(10, '0')} 00000 n \n`,
  );
  return `xref\n${lignes.join('')}trailer\n${ecrireObjet(dictionnaire(gardees(pdf, taille)))}\n`;
}

/** Bytes of a place in a table: files weigh less than a terabyte. */
const LARGEUR = 5;

const tableau = (elements: readonly Objet[]): Objet => ({ genre: 'tableau', elements });

/** A table as a stream, not compressed: after a compressed one, one in clear would mix two kinds. */
function tableEnFlux(pdf: FichierPdf, ecrits: Ecrits, position: number, numero: number): string {
  const tous = [...ecrits, { numero, position }];
  const rangees = tous.map(({ position: ou }) => {
    const octets = Array.from({ length: LARGEUR }, (_, i) =>
      String.fromCharCode(Math.floor(ou / 256 ** (LARGEUR - 1 - i)) % 256),
    );
    return `\u0001${octets.join('')}`;
  });
  const dico = dictionnaire([
    ['Type', nom('XRef')],
    ['W', tableau([1, LARGEUR, 0])],
    ['Index', tableau(tous.flatMap((ecrit) => [ecrit.numero, 1]))],
    ['Length', rangees.length * (LARGEUR + 1)],
    ...gardees(pdf, numero + 1),
  ]);
  const corps = `${ecrireObjet(dico)}\nstream\n${rangees.join('')}\nendstream`;
  return enObjet({ numero, corps });
}

/**
 * Appends new versions of objects to a file without touching a byte of it (ISO 32000-1 §7.5.6), with
 * a table of the kind it ends with. `/ID` goes into the new trailer: PDF/A looks for it in the last.
 */
export function mettreAJour(pdf: FichierPdf, remplacements: readonly Remplacement[]): Uint8Array {
  const retour = pdf.texte.endsWith('\n') ? '' : '\n';
  let position = pdf.octets.length + retour.length;
  let ajout = retour;
  let taille = numeroLibre(pdf);
  const ecrits: { numero: number; position: number }[] = [];
  for (const remplacement of remplacements.toSorted((a, b) => a.numero - b.numero)) {
    ecrits.push({ numero: remplacement.numero, position });
    const objet = enObjet(remplacement);
    ajout += objet;
    position += objet.length;
    taille = Math.max(taille, remplacement.numero + 1);
  }
  ajout +=
    pdf.table === 'flux'
      ? tableEnFlux(pdf, ecrits, position, taille)
      : tableClassique(pdf, ecrits, taille);
  ajout += `startxref\n${position}\n%%EOF\n`;
  return concatener([pdf.octets, depuisLatin1(ajout)]);
}
