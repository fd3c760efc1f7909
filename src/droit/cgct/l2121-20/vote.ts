import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { regle } from '../../regles.ts';
import { type Voix, depouiller } from './depouiller.ts';

/** One ballot, with what the room allowed. */
export type Scrutin = Voix & {
  /** Members in the room and members represented, for this item; null when not told. */
  readonly presents: number | null;
  readonly representes: number | null;
};

/** « 53 voix pour, 0 contre, 0 abstention ». */
const enVoix = ({ pour, contre, abstentions }: Voix): string =>
  [`${pour} voix pour`, `${contre} contre`, combien(abstentions, 'abstention')].join(', ');

/** Voices heard, whatever they said: never more than the members present and represented. */
const voixEntendues = (s: Voix): number =>
  s.pour + s.contre + s.abstentions + s.nonParticipations + s.blancs + s.nuls;

/**
 * R-VOTE-01: what the counts decide, and whether they fit in the room. Votes announced beyond the
 * members present and represented are an error of count, not a result.
 */
export function constatDeVote(s: Scrutin): Constat {
  const r = depouiller(s);
  const votants = s.presents === null || s.representes === null ? null : s.presents + s.representes;
  const entendues = voixEntendues(s);
  const faits = {
    pour: r.pour,
    contre: r.contre,
    abstentions: r.abstentions,
    suffragesExprimes: r.suffragesExprimes,
    majorite: r.majorite,
    adoptee: r.adoptee,
    votants,
  };
  if (votants !== null && entendues > votants) {
    return {
      regle: regle('R-VOTE-01'),
      conforme: false,
      phrase: `Le décompte annonce ${entendues} voix, mais ${votants} membres seulement étaient présents ou représentés.`,
      queFaire: 'Recomptez les voix et corrigez le décompte avant de rédiger l’extrait.',
      faits,
    };
  }
  const inconnue =
    r.partage && !s.secret && s.comptes !== true && s.voixDuPresident === null
      ? ' Les voix sont à égalité et celle du président n’est pas connue : elle seule peut décider.'
      : '';
  const issue =
    inconnue === ''
      ? `la délibération est ${r.adoptee ? 'adoptée' : 'rejetée'}`
      : 'le résultat reste à établir';
  const president = r.preponderante ? ' Les voix étant à égalité, celle du président décide.' : '';
  const ecart =
    votants !== null && entendues < votants
      ? ` Le décompte laisse de côté ${combien(votants - entendues, 'membre présent ou représenté', 'membres présents ou représentés')}.`
      : '';
  return {
    regle: regle(s.comptes === true ? 'R-VOTE-08' : 'R-VOTE-01'),
    conforme: inconnue !== '' || ecart !== '' ? null : true,
    phrase: `${enVoix(s)} : ${r.suffragesExprimes} suffrages exprimés, majorité ${r.majorite} ; ${issue}.${president}${inconnue}${ecart}`,
    queFaire:
      inconnue !== ''
        ? 'Notez le vote du président.'
        : ecart !== ''
          ? 'Vérifiez qui n’a pas pris part au vote, et notez-le.'
          : null,
    faits,
  };
}

/**
 * R-VOTE-06: one vote for several deliberations, when they share a subject and no member asks for
 * separate votes (CE 5 July 2021, n° 433537). `objetCommun` null: nobody said.
 */
export function constatDeVoteGroupe(v: {
  readonly affaires: number;
  readonly objetCommun: boolean | null;
  readonly voteSepareDemande: boolean;
}): Constat {
  const permis = voteGroupePermis(v.objetCommun, v.voteSepareDemande);
  return {
    regle: regle('R-VOTE-06'),
    conforme: permis,
    phrase:
      permis === true
        ? `Un seul vote a porté sur ${v.affaires} délibérations qui ont un objet commun, et personne n’a demandé de voter séparément : c’est permis.`
        : permis === false
          ? `Un seul vote a porté sur ${v.affaires} délibérations ; il aurait fallu voter sur chacune, parce que ${v.voteSepareDemande ? 'un membre l’a demandé' : 'leur objet n’est pas commun'}.`
          : `Un seul vote a porté sur ${v.affaires} délibérations : il faut savoir si leur objet est commun.`,
    queFaire: permis === true ? null : 'Votez séparément sur chaque délibération.',
    faits: {
      affaires: v.affaires,
      objetCommun: v.objetCommun,
      voteSepareDemande: v.voteSepareDemande,
    },
  };
}

/** Whether one vote may settle several deliberations; null when the common subject is not told. */
export const voteGroupePermis = (
  objetCommun: boolean | null,
  voteSepareDemande: boolean,
): boolean | null => (voteSepareDemande ? false : objetCommun);
