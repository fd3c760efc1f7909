import { texteLatin1 } from '#formats/actes/latin1.ts';
import { matiereA } from '#formats/actes/classification.ts';
import type { AnomaliePrevue, FichierRecu, Transaction } from '../etat.ts';
import type { Monde } from '../monde.ts';
import { classificationDe } from './classification.ts';
import { extensionDe } from './genre-de-fichier.ts';

/** The harmless file every antivirus is asked to recognise, cut in two so that this one is not it. */
const EICAR = ['EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE'].join('');

/** The same bytes, seen as a Buffer: its searches do not copy them. */
const enBuffer = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/** Whether a PDF is whole: it ends as PDF does, and its end points at a table of objects. */
function pdfLisible(octets: Uint8Array): boolean {
  const fin = texteLatin1(octets.subarray(Math.max(0, octets.length - 2048)));
  const position = Number(/startxref\s+(\d+)\s+%%EOF/.exec(fin)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(position) || position >= octets.length) return false;
  const table = texteLatin1(octets.subarray(position, position + 32)).trimStart();
  return table.startsWith('xref') || /^\d+\s+\d+\s+obj/.test(table);
}

function fauteDuFichier(monde: Monde, t: Transaction, f: FichierRecu): string | null {
  const nature = t.acte?.codeNature;
  if (extensionDe(f.mimetype) === '') {
    return `Enveloppe invalide : Le format ${f.mimetype} du fichier ${f.nom} n'est pas autorisé`;
  }
  const permises = classificationDe(monde, t.compte).natures.find(({ code }) => code === nature);
  if (
    permises !== undefined &&
    permises.typologies.length > 0 &&
    !permises.typologies.some(({ code }) => code === f.typologie)
  ) {
    return `Enveloppe invalide : La typologie ${f.typologie} n'est pas permise sur le fichier ${f.nom} pour la nature ${nature}`;
  }
  if (f.mimetype === 'application/pdf' && !pdfLisible(f.octets)) {
    return `Problème sur ${f.nom} : le fichier PDF est corrompu`;
  }
  const scelle = (): boolean =>
    /<[^>]{0,100}Scellement/.test(enBuffer(f.octets).toString('latin1'));
  return nature === 5 && f.mimetype === 'text/xml' && !scelle()
    ? `Enveloppe invalide : La balise de scellement est absente du fichier ${f.nom}`
    : null;
}

/**
 * What the platform finds once the deposit is accepted: virus, archive, files. Its text, which
 * status -1 then carries; null when the envelope may leave.
 */
export function fauteDeLEnveloppe(monde: Monde, t: Transaction): string | null {
  for (const f of t.fichiers) {
    if (enBuffer(f.octets).includes(EICAR)) {
      return `Un virus a été détecté dans le fichier ${f.nom}`;
    }
  }
  if (t.type !== 1) return null;
  for (const f of t.fichiers.slice(1)) {
    const faute = fauteDuFichier(monde, t, f);
    if (faute !== null) return faute;
  }
  return null;
}

/** What the ministry objects to by itself, in the words of its real answers; null: a receipt. */
export function objectionDuMinistere({ etat }: Monde, t: Transaction): AnomaliePrevue | null {
  if (t.acte === null) return null;
  if (t.acte.dateDeClassification !== etat.enVigueur.le) {
    return {
      genre: 'acte',
      nature: '002',
      detail:
        "ODT-VERIF-01 : Votre acte a été transmis avec une date de classification qui n'est pas à jour",
    };
  }
  const matiere = t.acte.matieres.slice(0, 2);
  return matiereA(matiere, etat.enVigueur) === null
    ? {
        genre: 'acte',
        nature: '001',
        detail: `La matière ${matiere.join('.')} n'existe pas dans la classification en vigueur`,
      }
    : null;
}
