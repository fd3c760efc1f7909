/** What a ballot yields once the law has read the counts (L2121-20). All are numbers of voices. */
export type Resultat = {
  readonly pour: number;
  readonly contre: number;
  readonly abstentions: number;
  readonly nonParticipations: number;
  readonly blancs: number;
  readonly nuls: number;
  /** For and against only. */
  readonly suffragesExprimes: number;
  /** More than half of the votes cast: the least number of votes for that carries. */
  readonly majorite: number;
  readonly adoptee: boolean;
  /** No vote against, and at least one for. */
  readonly unanime: boolean;
  /** As many for as against, with at least one of each. */
  readonly partage: boolean;
  /** The chair's voice decided a tie. */
  readonly preponderante: boolean;
};
