import type { EchecDuTdt, FichierDuTdt } from '#app/ports/tdt.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Champ } from './multipart.ts';
import { lireLignes } from './reponses.ts';

/** What requests to S²LOW have in common: the fields of files, and the answers that are none. */

/** A file, or the KO that came in its place. */
export function ouKo(statut: number, corps: Uint8Array): Result<Uint8Array, EchecDuTdt> {
  const ko = corps[0] === 0x4b && corps[1] === 0x4f;
  if (statut === 200 && !ko && corps.length > 0) return ok(corps);
  const lignes = lireLignes(corps, statut);
  return lignes.ok ? err(ILLISIBLE) : lignes;
}

export const ILLISIBLE: EchecDuTdt = {
  genre: 'injoignable',
  texte: '',
  phrase: 'L’opérateur a envoyé une réponse qui ne se lit pas. On réessaiera.',
};
export const SANS_NUMERO: EchecDuTdt = {
  genre: 'incertain',
  texte: '',
  phrase: 'L’opérateur a accepté la demande sans lui donner de numéro. Parvis va la rechercher.',
};
export const AILLEURS: EchecDuTdt = {
  genre: 'refus',
  texte: '',
  phrase: 'L’opérateur renvoie vers une adresse qui n’est pas la sienne : elle n’a pas été suivie.',
};

const signature = (nom: string, { nom: fichier, signature: octets }: FichierDuTdt): Champ[] =>
  octets === null ? [] : [{ nom, fichier: `${fichier}.p7s`, contenu: octets }];

/** The fields of the act itself, or of the main file of an answer. */
export const fichierPrincipal = (fichier: FichierDuTdt): Champ[] => [
  { nom: 'type_acte', valeur: fichier.typologie },
  { nom: 'acte_pdf_file', fichier: fichier.nom, contenu: fichier.contenu },
  ...signature('acte_pdf_file_sign', fichier),
];

/** The fields of an annex; their order pairs files with their types. */
export const annexe = (fichier: FichierDuTdt): Champ[] => [
  { nom: 'type_pj[]', valeur: fichier.typologie },
  { nom: 'acte_attachments[]', fichier: fichier.nom, contenu: fichier.contenu },
  ...signature('acte_attachments_sign[]', fichier),
];
