import type { Jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { regle, regleDePoids } from '../../regles.ts';
import { REFORME_DE_LA_PUBLICITE } from '../l2131-1/publicite.ts';

/** Who signs the deliberations of a sitting (L2121-23): all members present before July 2022. */
export type Signataires = 'president-et-secretaires' | 'tous-les-presents';

/** The rule in force on the day of the sitting (ordinance 2021-1310 changed it). */
export const signatairesRequis = (seance: Jour): Signataires =>
  seance >= REFORME_DE_LA_PUBLICITE ? 'president-et-secretaires' : 'tous-les-presents';

export type Omission = 'president' | 'secretaire' | 'toutes';

/**
 * What a missing signature costs. One omission is a defect of form: neither nullity nor any effect
 * on the act being in force (réponse Sénat n° 02858, 2 February 2023; CE 3 October 1990,
 * n° 90679). No signature at all, and nothing else to prove the vote: the very existence of the
 * act is not established (CE 21 October 1992, n° 90774).
 */
export function effetDeLOmission(omission: Omission, existenceProuvee: boolean) {
  const inexistant = omission === 'toutes' && !existenceProuvee;
  return {
    nul: inexistant,
    gravite: inexistant ? ('illegal' as const) : ('risque' as const),
    executoireAffecte: inexistant,
  };
}

export type SignaturesDeDeliberation = {
  readonly seance: Jour;
  readonly parLePresident: boolean;
  /** How many secretaries there were, and how many signed. */
  readonly secretaires: number;
  readonly secretairesSignataires: number;
  readonly presents: number;
  readonly presentsSignataires: number;
  /** Minutes, recording or receipt prove the vote by other means; null when not told. */
  readonly existenceProuvee: boolean | null;
};

function manquantes(s: SignaturesDeDeliberation): readonly string[] {
  if (signatairesRequis(s.seance) === 'tous-les-presents') {
    const n = s.presents - s.presentsSignataires;
    return n > 0 ? [combien(n, 'membre présent', 'membres présents')] : [];
  }
  return [
    ...(s.parLePresident ? [] : ['le maire (ou président)']),
    ...(s.secretairesSignataires < Math.max(1, s.secretaires) ? ['le ou les secrétaires'] : []),
  ];
}

/** R-SIGN-01: the signatures of a deliberation, under the law of the day of the sitting. */
export function constatDeSignatures(s: SignaturesDeDeliberation): Constat {
  const manque = manquantes(s);
  const aucune = !s.parLePresident && s.secretairesSignataires === 0 && s.presentsSignataires === 0;
  const faits = {
    requis: signatairesRequis(s.seance),
    parLePresident: s.parLePresident,
    secretairesSignataires: s.secretairesSignataires,
  };
  if (manque.length === 0) {
    return {
      regle: regle('R-SIGN-01'),
      conforme: true,
      phrase:
        faits.requis === 'tous-les-presents'
          ? 'Tous les membres présents ont signé, comme la loi le voulait avant juillet 2022.'
          : 'Le maire et le ou les secrétaires de séance ont signé : ce sont les deux signatures que la loi demande.',
      queFaire: null,
      faits,
    };
  }
  const effet = effetDeLOmission(aucune ? 'toutes' : 'secretaire', s.existenceProuvee ?? false);
  return {
    regle: aucune ? regleDePoids('R-SIGN-01', effet.gravite) : regle('R-SIGN-01'),
    conforme: aucune && s.existenceProuvee === null ? null : false,
    phrase: aucune
      ? s.existenceProuvee === true
        ? 'Aucune signature n’est enregistrée. L’existence de la délibération est prouvée autrement (sa réception en préfecture) : c’est un défaut de forme.'
        : 'Aucune signature n’est enregistrée : sans autre preuve, l’existence même de la délibération n’est pas établie.'
      : `Il manque la signature de : ${manque.join(', ')}. C’est un défaut de forme : il ne rend pas l’acte nul et ne l’empêche pas de s’appliquer.`,
    queFaire: 'Faites signer la délibération au registre.',
    faits,
  };
}
