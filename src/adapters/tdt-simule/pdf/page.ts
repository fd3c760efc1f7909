import { octetsLatin1, translitterer } from '#formats/actes/latin1.ts';

/** Writes text as a PDF string: the three characters PDF reads otherwise are escaped. */
export const chainePdf = (texte: string): string =>
  `(${translitterer(texte)
    .texte.replaceAll(/[\\()]/g, '\\$&')
    .replaceAll('\n', ' ')})`;

const LIGNES = 52;

/**
 * A plain A4 page of lines, in Helvetica: letters of the prefecture and receipts of this platform.
 * Neither archival nor accessible: it stands for what others produce. Lines beyond the page are cut.
 */
export function pageDeTexte(lignes: readonly string[]): Uint8Array {
  const corps = lignes.slice(0, LIGNES).map((ligne) => `${chainePdf(ligne.slice(0, 110))} '`);
  const dessin = `BT /F1 10 Tf 14 TL 56 780 Td ${corps.join('\n')} ET`;
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (fr-FR) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${dessin.length} >>\nstream\n${dessin}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let pdf = '%PDF-1.4\n';
  const positions = objets.map((objet, i) => {
    const position = pdf.length;
    pdf += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return position;
  });
  const table = positions.map((p) => `${String(p).padStart(10, '0')} 00000 n \n`).join('');
  const debut = pdf.length;
  pdf += `xref\n0 ${objets.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objets.length + 1} /Root 1 0 R >>\nstartxref\n${debut}\n%%EOF\n`;
  return octetsLatin1(pdf);
}
