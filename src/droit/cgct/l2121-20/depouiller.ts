import { assert } from '#base/assert.ts';
import type { Resultat } from '../../resultat.ts';
import { comptesAdoptes } from '../l1612-12/comptes.ts';

/** The counts of one ballot, in voices (proxies included), as the chair proclaims them. */
export type Voix = {
  readonly pour: number;
  readonly contre: number;
  readonly abstentions: number;
  readonly nonParticipations: number;
  /** Blank and void papers: known of a ballot on paper only. */
  readonly blancs: number;
  readonly nuls: number;
  readonly secret: boolean;
  /** The chair's own vote, which alone settles a tie; null when unknown or not cast. */
  readonly voixDuPresident: 'pour' | 'contre' | 'abstention' | null;
  /** Accounts (L1612-12): adopted unless a majority is against. */
  readonly comptes?: boolean;
};

const compte = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/**
 * The least number of votes for that is more than half of the votes cast: 27 of 53, 28 of 54
 * (L2121-20 al. 2; L3121-14, L4132-13).
 */
export function majoriteAbsolue(suffragesExprimes: number): number {
  assert(compte(suffragesExprimes), 'votes cast are a whole, non-negative number');
  return Math.floor(suffragesExprimes / 2) + 1;
}

/**
 * Reads the counts of a ballot (L2121-20 al. 2 and 3; same rule for EPCI, départements and
 * régions). Votes cast are those for and against: an abstention, a blank or void paper or a member
 * who takes no part is none (RM AN 26978). On a tie the chair's voice prevails in the sense the
 * chair voted, never in a secret ballot; a chair who abstained settles nothing, so nothing is
 * adopted (our deduction, certainty C). Accounts are adopted unless more voices are against than
 * for (L1612-12; RM 47837).
 */
export function depouiller(voix: Voix): Resultat {
  const { pour, contre, abstentions, nonParticipations, blancs, nuls } = voix;
  assert(
    [pour, contre, abstentions, nonParticipations, blancs, nuls].every(compte),
    'counts of voices are whole and non-negative',
  );
  const suffragesExprimes = pour + contre;
  const partage = pour === contre && pour > 0;
  const comptes = voix.comptes === true;
  const preponderante =
    partage &&
    !comptes &&
    !voix.secret &&
    (voix.voixDuPresident === 'pour' || voix.voixDuPresident === 'contre');
  const adoptee = comptes
    ? comptesAdoptes(pour, contre)
    : pour > contre || (preponderante && voix.voixDuPresident === 'pour');
  return {
    pour,
    contre,
    abstentions,
    nonParticipations,
    blancs,
    nuls,
    suffragesExprimes,
    majorite: majoriteAbsolue(suffragesExprimes),
    adoptee,
    unanime: contre === 0 && pour > 0,
    partage,
    preponderante,
  };
}
