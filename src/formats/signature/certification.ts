import { type FichierPdf, elementsDe, entreesDe } from '../pdf/lire.ts';
import { nomDe } from '../pdf/objets.ts';
import { type Entrees, catalogueDe } from './champs.ts';
import { texteDe } from './texte-pdf.ts';

/** What a certifying signature leaves open to those who come after (§12.8.2.2). */
export type Certification = 'aucun-changement' | 'signatures' | 'signatures-et-annotations';

const PERMISSIONS: readonly Certification[] = [
  'aucun-changement',
  'signatures',
  'signatures-et-annotations',
];

/** What this signature allows after it when it certifies the file; null when it does not. */
export function certificationDe(pdf: FichierPdf, signature: Entrees): Certification | null {
  for (const reference of elementsDe(pdf.suivre(signature.get('Reference')))) {
    const entrees = entreesDe(pdf.suivre(reference));
    if (nomDe(pdf.suivre(entrees.get('TransformMethod'))) !== 'DocMDP') continue;
    const p = pdf.suivre(entreesDe(pdf.suivre(entrees.get('TransformParams'))).get('P'));
    // §12.8.2.2: without a number, 2; a number nobody defined allows nothing.
    return PERMISSIONS[typeof p === 'number' ? p - 1 : 1] ?? 'aucun-changement';
  }
  return null;
}

/** Whether a signature forbids to change that field of the form afterwards (FieldMDP, §12.8.2.4). */
export function estVerrouille(pdf: FichierPdf, signature: Entrees, champ: string): boolean {
  return elementsDe(pdf.suivre(signature.get('Reference'))).some((reference) => {
    const entrees = entreesDe(pdf.suivre(reference));
    if (nomDe(pdf.suivre(entrees.get('TransformMethod'))) !== 'FieldMDP') return false;
    const regle = entreesDe(pdf.suivre(entrees.get('TransformParams')));
    const nommes = elementsDe(pdf.suivre(regle.get('Fields'))).map((f) => texteDe(pdf.suivre(f)));
    // A lock on a field holds for those below it.
    const nomme = nommes.some((nom) => champ === nom || champ.startsWith(`${nom}.`));
    const action = nomDe(pdf.suivre(regle.get('Action')));
    return action === 'Exclude' ? !nomme : action !== 'Include' || nomme;
  });
}

/** What the signature that certifies the whole file allows; null when none does. */
export function certification(pdf: FichierPdf): Certification | null {
  const permissions = entreesDe(pdf.suivre(catalogueDe(pdf).get('Perms')));
  const signature = permissions.get('DocMDP');
  return signature === undefined ? null : certificationDe(pdf, entreesDe(pdf.suivre(signature)));
}
