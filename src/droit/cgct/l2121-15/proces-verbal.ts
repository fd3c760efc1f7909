import { type Jour, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import { finDeLaSemaine } from '../../temps/francs.ts';
import { REFORME_DE_LA_PUBLICITE } from '../l2131-1/publicite.ts';

/** Whether the minutes of a sitting adopted that day fall under the text of July 2022. */
const auNouveauRegime = (le: Jour): boolean => le >= REFORME_DE_LA_PUBLICITE;

/**
 * Last day to put the minutes on line: one week after the sitting that adopted them (L2121-15
 * al. 5). Null for minutes adopted before July 2022, when no such duty existed.
 */
export const limiteDePublicationDuPv = (arreteLe: Jour): Jour | null =>
  auNouveauRegime(arreteLe) ? finDeLaSemaine(arreteLe) : null;

/** R-PV-01: the minutes adopted at the next sitting and signed by the chair and the secretary. */
export function constatDArret(p: {
  readonly seance: Jour;
  /** Day of the next sitting; null when none was held yet, or nobody told. */
  readonly seanceSuivante: Jour | null;
  readonly arreteLe: Jour | null;
  /** Null when the signatures of the minutes are not recorded. */
  readonly signeDuPresident: boolean | null;
  readonly signeDuSecretaire: boolean | null;
}): Constat {
  const faits = { seance: p.seance, seanceSuivante: p.seanceSuivante, arreteLe: p.arreteLe };
  if (p.arreteLe === null) {
    return {
      regle: regle('R-PV-01'),
      conforme: null,
      phrase:
        'Le procès-verbal n’est pas encore arrêté : il l’est au début de la séance suivante, puis le maire et le ou les secrétaires le signent.',
      queFaire: 'Inscrivez l’arrêt du procès-verbal en tête de la prochaine séance.',
      faits,
    };
  }
  const trop = p.seanceSuivante !== null && p.arreteLe > p.seanceSuivante;
  const nonSigne = p.signeDuPresident === false || p.signeDuSecretaire === false;
  const inconnu = p.signeDuPresident === null || p.signeDuSecretaire === null;
  return {
    regle: regle('R-PV-01'),
    conforme: trop || nonSigne ? false : inconnu ? null : true,
    phrase: `Le procès-verbal a été arrêté le ${enToutesLettres(p.arreteLe)}${trop ? `, après la séance suivante du ${enToutesLettres(p.seanceSuivante ?? p.arreteLe)}` : ''}.${nonSigne ? ' Il y manque la signature du maire ou du secrétaire.' : inconnu ? ' Les signatures du maire et du secrétaire ne sont pas enregistrées.' : ''}`,
    queFaire:
      nonSigne || inconnu
        ? 'Faites signer le procès-verbal par le maire et le ou les secrétaires.'
        : trop
          ? 'Rien à refaire : arrêtez le prochain procès-verbal au début de la séance qui suit.'
          : null,
    faits,
  };
}

/** What the law wants to read in the minutes (L2121-15 al. 4), in its order. */
export const CONTENU_DU_PV = {
  dateEtHeure: 'la date et l’heure de la séance',
  president: 'le nom du président',
  presents: 'le nom des membres présents ou représentés',
  secretaires: 'le nom du ou des secrétaires',
  quorum: 'le quorum',
  ordreDuJour: 'l’ordre du jour',
  deliberations: 'les délibérations adoptées',
  rapports: 'les rapports au vu desquels elles ont été adoptées',
  demandesDeScrutin: 'les demandes de scrutin particulier',
  resultats: 'le résultat des scrutins, avec les noms et les votes au scrutin public',
  discussions: 'la teneur des discussions',
} as const;

export type ElementDuPv = keyof typeof CONTENU_DU_PV;

/** R-PV-02: which of the compulsory contents the minutes have; `null`: nobody checked. */
export function constatDeContenu(pv: { readonly [e in ElementDuPv]: boolean | null }): Constat {
  const cles = Object.keys(CONTENU_DU_PV).filter((c): c is ElementDuPv => c in CONTENU_DU_PV);
  const absents = cles.filter((c) => pv[c] === false);
  const inconnus = cles.filter((c) => pv[c] === null);
  const liste = (l: readonly ElementDuPv[]) => l.map((c) => CONTENU_DU_PV[c]).join(', ');
  return {
    regle: regle('R-PV-02'),
    conforme: absents.length > 0 ? false : inconnus.length > 0 ? null : true,
    phrase:
      absents.length > 0
        ? `Il manque au procès-verbal : ${liste(absents)}.`
        : inconnus.length > 0
          ? `À vérifier dans le procès-verbal : ${liste(inconnus)}.`
          : 'Le procès-verbal contient tout ce que la loi demande.',
    queFaire:
      absents.length > 0
        ? 'Complétez le procès-verbal avant de l’arrêter.'
        : inconnus.length > 0
          ? 'Relisez le procès-verbal avant de l’arrêter.'
          : null,
    faits: { manque: absents.join(' ') || null, aVerifier: inconnus.join(' ') || null },
  };
}

/** R-PV-03: the minutes put on line within the week. Null result: no such duty at that date. */
export function constatDePublicationDuPv(p: {
  readonly arreteLe: Jour | null;
  readonly publieLe: Jour | null;
  /** Whether the body has a site; null when not told. */
  readonly site: boolean | null;
}): Constat | null {
  const limite = p.arreteLe === null ? null : limiteDePublicationDuPv(p.arreteLe);
  if (p.arreteLe === null || limite === null) return null;
  const faits = { arreteLe: p.arreteLe, limite, publieLe: p.publieLe };
  if (p.site === false) {
    return {
      regle: regle('R-PV-03'),
      conforme: null,
      phrase:
        'Sans site, le procès-verbal est seulement tenu sur papier à la disposition du public.',
      queFaire: 'Tenez un exemplaire sur papier à la disposition du public.',
      faits,
    };
  }
  return {
    regle: regle('R-PV-03'),
    conforme: p.publieLe === null ? null : p.publieLe <= limite,
    phrase: `Le procès-verbal arrêté le ${enToutesLettres(p.arreteLe)} doit être en ligne au plus tard le ${enToutesLettres(limite)} ; ${p.publieLe === null ? 'aucune mise en ligne n’est enregistrée' : `il l’est depuis le ${enToutesLettres(p.publieLe)}`}.`,
    queFaire:
      p.publieLe === null
        ? 'Mettez le procès-verbal en ligne, puis notez la date.'
        : p.publieLe <= limite
          ? null
          : 'Rien à refaire : le procès-verbal est public. Tenez la semaine la prochaine fois.',
    faits,
  };
}
