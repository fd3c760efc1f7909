import type { Vocabulaire } from './comprendre.ts';

const PRESENTS = { noms: ['membersPresent', 'presentMembers'] };

const TALLY: Vocabulaire = {
  date: { noms: ['meetingDate', 'sessionDate', 'seance'] },
  present: PRESENTS,
  represented: { noms: ['proxies', 'pouvoirs', 'procurations'] },
  presentOrRepresented: {
    noms: ['presentAndRepresented', 'presentPlusRepresented'],
  },
  for: { noms: ['votesFor', 'pour', 'yes', 'ayes'] },
  against: { noms: ['votesAgainst', 'contre', 'no', 'noes'] },
  abstain: { noms: ['abstention', 'abstained', 'abstaining'] },
  blank: { noms: ['blankVotes', 'blanc'] },
  null: { noms: ['nullVotes', 'void', 'spoiled', 'spoilt', 'nul'] },
  nppv: { noms: ['notParticipating', 'nonParticipation', 'notTakingPart', 'notVoting'] },
  secret: { noms: ['isSecret', 'secretBallot', 'secretVote', 'scrutinSecret'] },
  presidentVote: {
    noms: ['presidentsVote', 'chairVote', 'chairsVote', 'mayorVote', 'presidentOwnVote'],
  },
  requesters: { noms: ['requests', 'demandeurs', 'requestersCount', 'numberOfRequesters'] },
  byMayor: { noms: ['requestedByMayor', 'askedByMayor', 'byPresident'] },
  byChair: { noms: ['requestedByChair', 'askedByChair'] },
  accounts: {
    noms: ['ca', 'cfu', 'administrativeAccount', 'compteAdministratif', 'isAdministrativeAccount'],
  },
  closedSession: { noms: ['huisClos', 'inCamera'] },
};

/** Ballots: other names than those their functions ask for. */
export const VOCABULAIRE_DES_SCRUTINS: { readonly [fn: string]: Vocabulaire } = {
  tally: TALLY,
  publicBallotThreshold: {
    present: PRESENTS,
    requesters: { noms: ['requests', 'demandeurs', 'requestersCount'] },
  },
  secretBallotThreshold: {
    present: PRESENTS,
    requesters: { noms: ['requests', 'demandeurs', 'requestersCount'] },
  },
  ballotConflict: {
    present: PRESENTS,
    publicRequesters: { noms: ['publicRequests', 'requestersPublic', 'askingPublic'] },
    secretRequesters: { noms: ['secretRequests', 'requestersSecret', 'askingSecret'] },
    appointment: { noms: ['nomination', 'isAppointment'] },
  },
  secretBallotAllowed: {
    present: PRESENTS,
    thirdReached: { noms: ['oneThirdReached', 'thresholdReached', 'thirdOfPresent'] },
    appointment: { noms: ['nomination', 'isAppointment'] },
  },
  groupedVote: {
    commonSubject: { noms: ['common', 'sameSubject', 'commonObject', 'subjectInCommon'] },
    objection: {
      noms: ['objections', 'separateVoteRequested', 'separateVoteAsked', 'someoneObjects'],
      contraires: ['noObjection'],
    },
  },
  registerNames: { ballot: { noms: ['ballotKind', 'ballotMode', 'scrutin', 'voteMode'] } },
  videoSecretVote: {
    meeting: { noms: ['meetingMode', 'mode'] },
    secretRequestAdopted: {
      noms: ['secretVoteRequestAdopted', 'secretVoteAdopted', 'secretBallotRequestAdopted'],
    },
  },
};
