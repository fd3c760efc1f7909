import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import {
  chacunUneFois,
  nombresPossibles,
  nomDe,
  premier,
  tientDansLaSalle,
  trancher,
} from '../refus/exigences.ts';
import type { Decompte, VoteClos } from '../faits.ts';
import type { IdMembre } from '../membre.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import { assistance } from '../seance/rejeu/salle.ts';

export type CloreLeVote = CommandeDe<'CloreLeVote', VoteClos>;
export type CloreLeVoteRefuse = RefusParCode<
  | 'membre-inconnu'
  | 'membre-hors-mandat'
  | 'compte-deux-fois'
  | 'membre-absent'
  | 'nombre-impossible'
  | 'vote-plus-grand-que-la-salle'
  | 'voix-du-president-introuvable'
>;

type Nomme = Extract<Decompte, { readonly mode: 'ordinaire' | 'public' }>;
type SansNoms = Extract<Decompte, { readonly mode: 'ordinaire-sans-noms' }>;
type Secret = Extract<Decompte, { readonly mode: 'secret' }>;

/**
 * Closes a vote. By name, everyone present or represented voted for unless written as an
 * exception, once. By totals, no more voices than the room holds; fewer is recorded, and judged.
 */
export function cloreLeVote(
  seance: Seance,
  commande: CloreLeVote,
): Result<readonly [VoteClos], CloreLeVoteRefuse> {
  const suivi = suiviDe(seance, commande.affaire);
  return trancher(empeche(seance, suivi, commande.decompte), { ...commande, type: 'VoteClos' });
}

function empeche(
  seance: Seance,
  suivi: SuiviDAffaire | null,
  decompte: Decompte,
): CloreLeVoteRefuse | null {
  if (decompte.mode === 'secret') return tropDeVoix(seance, suivi, decompte);
  return decompte.mode === 'ordinaire-sans-noms'
    ? (tropDeVoix(seance, suivi, decompte) ?? voixIntrouvable(decompte))
    : nommesAbsents(seance, suivi, decompte);
}

/** Each exception is named once, and is in the room or represented; a member who stepped aside is. */
function nommesAbsents(
  seance: Seance,
  suivi: SuiviDAffaire | null,
  { contre, abstentions, nonParticipations }: Nomme,
): CloreLeVoteRefuse | null {
  const salle = assistance(seance, suivi);
  const votants = new Set<IdMembre>([
    ...(salle?.presents ?? []),
    ...(salle?.representes.map(({ mandant }) => mandant) ?? []),
    ...(suivi?.deports.map(({ membre }) => membre) ?? []),
  ]);
  const nommes = [...contre, ...abstentions, ...nonParticipations];
  return (
    chacunUneFois(seance, nommes) ??
    premier(nommes, (membre) =>
      votants.has(membre)
        ? null
        : ({ code: 'membre-absent', membre, nom: nomDe(seance, membre) } as const),
    )
  );
}

function tropDeVoix(
  seance: Seance,
  suivi: SuiviDAffaire | null,
  decompte: SansNoms | Secret,
): CloreLeVoteRefuse | null {
  const { pour, contre, abstentions, nonParticipations } = decompte;
  const { blancs, nuls } = decompte.mode === 'secret' ? decompte : { blancs: 0, nuls: 0 };
  const voix = pour + contre + abstentions + nonParticipations + blancs + nuls;
  return (
    nombresPossibles({
      pour,
      contre,
      abstentions,
      'non-participations': nonParticipations,
      blancs,
      nuls,
    }) ?? tientDansLaSalle(seance, suivi, voix)
  );
}

/** The chair’s voice is one of those counted. */
function voixIntrouvable(decompte: SansNoms): RefusParCode<'voix-du-president-introuvable'> | null {
  const { voixDuPresident: voix } = decompte;
  if (voix === null) return null;
  const combien = {
    pour: decompte.pour,
    contre: decompte.contre,
    abstention: decompte.abstentions,
  };
  return combien[voix] > 0 ? null : { code: 'voix-du-president-introuvable', voix };
}
