/** One blank page: the least a platform takes for a PDF. */
export function pdfMinimal(): Uint8Array {
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let texte = '%PDF-1.7\n';
  const places = objets.map((objet, i) => {
    const place = texte.length;
    texte += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return place;
  });
  const table = texte.length;
  const lignes = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  texte += `xref\n0 4\n0000000000 65535 f \n${lignes}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new TextEncoder().encode(texte);
}
