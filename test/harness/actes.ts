import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { jour } from '#base/jour.ts';
import type { Fait } from '#conseil/faits.ts';
import { lireSeance } from '#formats/seance/lire.ts';
import { type ActeAEnvoyer, type Expedition, composerActe } from '#formats/actes/envoi.ts';
import { texteLatin1 } from '#formats/actes/latin1.ts';
import { parseNumeroActes } from '#formats/actes/numero.ts';
import type { ArchiveLue, EntreeLue } from '#formats/actes/verifier/archive-lue.ts';
import { verifierArchive } from '#formats/actes/verifier/archive.ts';
import type { Contexte } from '#formats/actes/verifier/contexte.ts';
import type { FauteActes } from '#formats/actes/verifier/faute.ts';
import { sonderOctets } from '#formats/actes/verifier/sonde.ts';

/** Real messages and schemas, beside the project; absent on most machines. */
export const DONNEES = resolve(import.meta.dirname, '../../../shared/actes/donnees');
export const DONNEES_PRESENTES = existsSync(DONNEES);
export const SANS_DONNEES =
  'les messages réels (../shared/actes/donnees) ne sont pas sur cette machine';

export const octets = (texte: string): Uint8Array => new Uint8Array(Buffer.from(texte, 'latin1'));

/** The smallest PDF that has its header, its table where it says, and its end. */
export function pdfMinimal(texte = ''): Uint8Array {
  const objets = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ];
  let corps = `%PDF-1.7\n%${texte}\n`;
  const positions = objets.map((objet, i) => {
    const position = corps.length;
    corps += `${i + 1} 0 obj\n${objet}\nendobj\n`;
    return `${String(position).padStart(10, '0')} 00000 n \n`;
  });
  const table = corps.length;
  corps += `xref\n0 4\n0000000000 65535 f \n${positions.join('')}`;
  corps += `trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return octets(corps);
}

export const EXPEDITION: Expedition = {
  emetteur: {
    siren: '211300017',
    departement: '013',
    arrondissement: '1',
    nature: '31',
    referent: { nom: 'Agent Télétransmetteur', telephone: '0442919000', email: 'agent@exemple.fr' },
  },
  adressesDeRetour: ['tdt@exemple.fr', 'agent@exemple.fr'],
  plateforme: 'abc',
  application: 'TACT',
  envoyeLe: jour('2026-11-23'),
  serie: 1,
};

const numero = parseNumeroActes('DL_2022_330');
if (!numero.ok) throw new Error(numero.error);

export const ACTE: ActeAEnvoyer<Uint8Array> = {
  le: jour('2022-10-14'),
  numero: numero.value,
  codeNature: 1,
  matieres: [8, 5],
  objet: 'Étude de faisabilité – schéma d’inclusion numérique & cofinancement à 50 % / 9 850 €',
  precedent: null,
  dateDeClassification: jour('2019-04-18'),
  document: { typologie: '99_DE', extension: 'pdf', contenu: pdfMinimal('acte') },
  annexes: [
    { typologie: '99_DE', extension: 'pdf', contenu: pdfMinimal('plan') },
    { typologie: '99_SE', extension: 'pdf', contenu: pdfMinimal('signature') },
  ],
};

export type EntreeDEssai = { readonly nom: string; readonly contenu: Uint8Array };

/** An archive as its reader would give it, from entries in memory. */
export const archiveLue = (
  entrees: readonly EntreeDEssai[],
  plus: Partial<ArchiveLue> = {},
): ArchiveLue => ({
  octets: entrees.reduce((n, { contenu }) => n + contenu.length, 0),
  entrees: entrees.map(
    ({ nom, contenu }): EntreeLue => ({
      nom,
      taille: contenu.length,
      sha256: hash('sha256', contenu, 'hex'),
      sonde: sonderOctets(contenu),
      xml: /\.xml$/i.test(nom) ? contenu : null,
    }),
  ),
  fautes: [],
  entiere: true,
  ...plus,
});

/** The same entries, the text of those that match changed (their names, when `noms`). */
export const changer = (
  entrees: readonly EntreeDEssai[],
  lesquelles: RegExp,
  changement: (texte: string) => string,
): readonly EntreeDEssai[] =>
  entrees.map((e) =>
    lesquelles.test(e.nom) ? { ...e, contenu: octets(changement(texteLatin1(e.contenu))) } : e,
  );

/** Today, nothing else known. */
export const CONTEXTE: Contexte = {
  aujourdHui: jour('2026-11-23'),
  classification: null,
  dejaTransmis: null,
};

/** Our act, composed, with changes. */
export function envoi(plus: Partial<ActeAEnvoyer<Uint8Array>> = {}) {
  const compose = composerActe(EXPEDITION, { ...ACTE, ...plus });
  if (!compose.ok) throw new Error(JSON.stringify(compose.error));
  return compose.value;
}

export const BASE = envoi();
export const ENVELOPPE = /^TACT/;
export const MESSAGE = /_0\.xml$/;

/** The faults of those entries as an archive. */
export const juger = (
  entrees: readonly EntreeDEssai[],
  contexte: Partial<Contexte> = {},
  nom = BASE.archive,
) => verifierArchive(nom, archiveLue(entrees), { ...CONTEXTE, ...contexte }).fautes;

/** The rules that block. */
export const regles = (fautes: readonly FauteActes[]): readonly string[] => [
  ...new Set(fautes.filter(({ bloquant }) => bloquant).map(({ regle }) => regle)),
];

/** The base archive, one text changed; throws when nothing changes. */
export const dans = (
  lesquelles: RegExp,
  avant: string | RegExp,
  apres: string,
): readonly EntreeDEssai[] => {
  const change = changer(BASE.entrees, lesquelles, (texte) => texte.replace(avant, apres));
  if (JSON.stringify(change) === JSON.stringify(BASE.entrees)) throw new Error('nothing changed');
  return change;
};

/** The base archive, the content of some entries replaced. */
export const avec = (nom: RegExp, contenu: Uint8Array): readonly EntreeDEssai[] =>
  BASE.entrees.map((e) => (nom.test(e.nom) ? { ...e, contenu } : e));

/** The base archive, entries renamed. */
export const renommer = (avant: string | RegExp, apres: string): readonly EntreeDEssai[] =>
  BASE.entrees.map((e) => ({ ...e, nom: e.nom.replace(avant, apres) }));

export const PDF1 = /_1\.pdf$/;
export const PDF2 = /_2\.pdf$/;
export const PNG = octets('\u0089PNG\r\n\u001a\n');
export const JPEG = octets('\u00ff\u00d8\u00ff\u00e0');

/** The facts of the sitting of Aix, as shipped. */
export function faitsDAix(): readonly Fait[] {
  const exemple = resolve(import.meta.dirname, '../../examples/aix-2022-10-14.json');
  const lue = lireSeance(readFileSync(exemple));
  if (!lue.ok) throw new Error(JSON.stringify(lue.error));
  return lue.value.map(({ fait }) => fait);
}
