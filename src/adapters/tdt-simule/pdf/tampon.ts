import { err, ok } from '#base/result.ts';
import { enToutesLettres } from '#base/jour.ts';
import { gonfler } from '#app/gonfler.ts';
import { type FichierPdf, entreesDe, lirePdf } from '#formats/pdf/lire.ts';
import { mettreAJour, numeroDe, numeroLibre } from '#formats/pdf/mise-a-jour.ts';
import { type Objet, dictionnaire, ecrireObjet } from '#formats/pdf/objets.ts';
import type { Tamponner } from '../monde.ts';
import { chainePdf } from './page.ts';

type Page = { readonly numero: number; readonly entrees: ReadonlyMap<string, Objet> };

/** The first page, down the tree of pages; null when the tree is not as expected. */
function premierePage(pdf: FichierPdf): Page | null {
  const racine = entreesDe(pdf.suivre(pdf.trailer.entrees.get('Root')));
  let reference = racine.get('Pages');
  for (let profondeur = 0; profondeur < 16; profondeur += 1) {
    const numero = numeroDe(reference);
    if (numero === null) return null;
    const entrees = entreesDe(pdf.suivre(reference));
    const enfants = pdf.suivre(entrees.get('Kids'));
    if (typeof enfants !== 'object' || enfants === null || enfants.genre !== 'tableau') {
      return { numero, entrees };
    }
    reference = enfants.elements[0];
  }
  return null;
}

const LARGEUR = 190;
const HAUTEUR = 55;

/** The box of platforms: 190 × 55 points, 10 points from the top and right edges. */
function dessin(lignes: readonly (readonly [string, string])[]): string {
  const corps = lignes.map(([titre, valeur]) => `${chainePdf(`${titre} ${valeur}`)} '`).join('\n');
  return `q 1 1 1 rg 0 0 ${LARGEUR} ${HAUTEUR} re f 0 0 0.6 RG 0.5 0.5 ${LARGEUR - 1} ${HAUTEUR - 1} re S Q BT 0 0 0.6 rg /F1 7 Tf 12 TL 6 ${HAUTEUR - 2} Td ${corps} ET`;
}

/**
 * The stamp this platform puts when it is given no better one: a read-only annotation on the first
 * page, added without touching a byte of the file.
 */
export const tamponSimple: Tamponner = (octets, { envoyeLe, recuLe, publieLe, id }) => {
  const lu = lirePdf(octets, gonfler);
  const page = lu.ok ? premierePage(lu.value) : null;
  if (!lu.ok || page === null) {
    return Promise.resolve(err('Ce PDF ne peut pas recevoir de tampon.'));
  }
  const pdf = lu.value;
  const boite = pdf.suivre(page.entrees.get('MediaBox'));
  const cotes = typeof boite === 'object' && boite?.genre === 'tableau' ? boite.elements : [];
  const [droite, haut] = [Number(cotes[2] ?? 595), Number(cotes[3] ?? 842)];
  const apparence = numeroLibre(pdf);
  const trace = dessin([
    ['Envoyé en préfecture le', enToutesLettres(envoyeLe)],
    ['Reçu en préfecture le', enToutesLettres(recuLe)],
    ['Publié le', publieLe === null ? '' : enToutesLettres(publieLe)],
    ['ID :', id],
  ]);
  const anciennes = page.entrees.get('Annots');
  const annotations = pdf.suivre(anciennes);
  const deja =
    typeof annotations === 'object' && annotations?.genre === 'tableau'
      ? annotations.elements.map(ecrireObjet).join(' ')
      : '';
  const autres = [...page.entrees].filter(([cle]) => cle !== 'Annots');
  const sansFin = ecrireObjet(dictionnaire(autres)).replace(/>>\s*$/, '');
  const rect = `[${droite - 10 - LARGEUR} ${haut - 10 - HAUTEUR} ${droite - 10} ${haut - 10}]`;
  const tamponne = mettreAJour(pdf, [
    { numero: page.numero, corps: `${sansFin} /Annots [${deja} ${apparence + 1} 0 R] >>` },
    {
      numero: apparence,
      corps: `<< /Type /XObject /Subtype /Form /BBox [0 0 ${LARGEUR} ${HAUTEUR}] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> >> >> /Length ${trace.length} >>\nstream\n${trace}\nendstream`,
    },
    {
      numero: apparence + 1,
      corps: `<< /Type /Annot /Subtype /Stamp /F 196 /Rect ${rect} /AP << /N ${apparence} 0 R >> /Contents ${chainePdf(`Reçu en préfecture le ${enToutesLettres(recuLe)}, ${id}`)} >>`,
    },
  ]);
  return Promise.resolve(ok(tamponne));
};
