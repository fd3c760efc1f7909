import { NATURES, libelleDeMatiere } from '#formats/actes/nomenclature.ts';
import { STATUTS, type Transaction } from '../etat.ts';
import { pageDeTexte } from './page.ts';

/** The slip that sums up a transaction: what was sent, and what became of it. */
export function bordereauDe(t: Transaction): Uint8Array {
  const { acte } = t;
  const matiere = acte?.matieres.join('.') ?? '';
  const nature = NATURES.find(({ code }) => code === acte?.codeNature)?.libelle ?? '';
  return pageDeTexte([
    'SIMULATION - Bordereau d’acquittement',
    '',
    `Collectivité : ${t.compte.nom} (SIREN ${t.compte.siren})`,
    `Transaction n° ${t.id}`,
    `Identifiant : ${t.idActe}`,
    `Numéro : ${t.numero}`,
    `Date de la décision : ${acte?.le ?? ''}`,
    `Objet : ${acte?.objet ?? ''}`,
    `Nature : ${nature}`,
    `Matière : ${matiere} ${libelleDeMatiere(matiere) ?? ''}`,
    '',
    'Fichiers :',
    ...t.fichiers.map((f) => `  ${f.nom} (${f.octets.byteLength} octets)`),
    '',
    'Étapes :',
    ...t.etapes.map((e) => `  ${e.le} - ${STATUTS[e.statut] ?? e.statut} - ${e.message}`),
  ]);
}
