import type { Vocabulaire } from './comprendre.ts';

/** The day judged, where a vector tells that of the meeting instead. */
const JOUR_DE_SEANCE = { noms: ['meetingDate', 'sessionDate', 'seance'] };

const LE_JOUR = { noms: ['meeting', 'session', 'sitting', ...JOUR_DE_SEANCE.noms] };

const DEMANDE = { noms: ['urgency', 'urgence', 'emergency', 'isUrgent'] };

const ENVOI = {
  noms: [
    'sentAt',
    'sentOn',
    'dispatch',
    'dispatched',
    'dispatchedAt',
    'dispatchDate',
    'postmark',
    'noticeSent',
    'noticeSentAt',
    'convocationSent',
    'convocationSentAt',
    'envoi',
  ],
};

const REUNION = { noms: ['meetingDate', 'session', 'sessionDate', 'sitting', 'seance'] };

const EN_EXERCICE = { noms: ['membersInOffice', 'members', 'enExercice', 'membresEnExercice'] };

const RAPPEL = {
  noms: [
    'noticeRecallsRule',
    'recallsTheRule',
    'ruleRecalled',
    'ruleRecalledInNotice',
    'noticeRecalls',
    'recalled',
    'recalledInNotice',
    'recallsProvision',
    'provisionRecalled',
    'recallsL2541_4',
    'noticeRecallsL2541_4',
    'convocationRecallsRule',
    'secondNoticeRecallsRule',
    'secondConvocationRecallsRule',
    'mentionsRule',
    'noticeMentionsRule',
    'ruleMentioned',
    'rappelleLaRegle',
    'rappel',
  ],
};

const QUORUM: Vocabulaire = {
  inOffice: EN_EXERCICE,
  date: JOUR_DE_SEANCE,
  present: { noms: ['membersPresent', 'presentMembers', 'presentAtItem', 'physicallyPresent'] },
  proxies: { noms: ['represented', 'proxiesHeld', 'pouvoirs', 'procurations'] },
  legalSize: { noms: ['seats', 'effectifLegal'] },
  vacancies: { noms: ['vacant', 'vacantSeats'] },
  presentOnSite: { noms: ['onSite', 'presentInRoom', 'inRoom'] },
  presentByVideo: {
    noms: ['byVideo', 'presentRemotely', 'remote', 'remotePresent', 'presentAtDistance'],
  },
  departuresBeforeDiscussionOfItem: {
    noms: ['departuresBeforeDiscussion', 'departuresBeforeItem', 'leftBeforeDiscussion'],
  },
  arrivalsBeforeDiscussionOfItem: { noms: ['arrivalsBeforeDiscussion', 'arrivalsBeforeItem'] },
  departuresAfterDebateStartedBeforeVote: {
    noms: ['departuresAfterDebateStarted', 'departuresDuringDebate', 'departuresAfterDiscussion'],
  },
  arrivalsAfterDebateStarted: { noms: ['arrivalsDuringDebate', 'arrivalsAfterDiscussion'] },
  personallyInterestedPresent: { noms: ['interestedPresent', 'presentInterested'] },
  interested: { noms: ['personallyInterested', 'interestedMembers'] },
  l1111_6_II: {
    noms: ['l1111', 'nL1111', 'nL1111_6_II', 'l1111_6', 'l1111_II', 'statutoryRepresentatives'],
  },
  l1111_6_II_present: { noms: ['l1111Present', 'statutoryRepresentativesPresent'] },
  mayorPresent: {
    noms: [
      'mayorIsPresent',
      'mayorAmongPresent',
      'mayorIncluded',
      'includingMayor',
      'includesMayor',
      'presentIncludesMayor',
      'mayorAttends',
    ],
    contraires: ['mayorAbsent', 'mayorIsAbsent'],
  },
  mayorWithdraws: {
    noms: [
      'mayorWithdrawn',
      'mayorWithdrew',
      'mayorMustWithdraw',
      'mayorLeaves',
      'mayorLeft',
      'mayorMustLeave',
      'mayorLeavesForVote',
      'mayorLeavesTheRoom',
      'mayorExcluded',
    ],
    contraires: ['mayorCounted', 'mayorCounts'],
  },
  accounts: {
    noms: ['ca', 'cfu', 'administrativeAccount', 'compteAdministratif', 'isAdministrativeAccount'],
  },
  secondConvocation: {
    noms: ['secondNotice', 'secondMeeting', 'secondCall', 'afterNoQuorum'],
    contraires: ['quorumRequired'],
  },
  recallsRule: RAPPEL,
};

const PROXY: Vocabulaire = {
  date: LE_JOUR,
  holderPresent: {
    noms: ['holderIsPresent', 'porteurPresent', 'proxyHolderPresent'],
    contraires: ['holderAbsent', 'holderIsAbsent', 'holderLeft'],
  },
  mandatorPresent: {
    noms: [
      'mandatorIsPresent',
      'mandatorArrived',
      'mandatorArrives',
      'mandatorArrivesDuringSession',
      'mandatorReturns',
      'mandantPresent',
      'giverPresent',
      'principalPresent',
    ],
    contraires: ['mandatorAbsent', 'mandatorIsAbsent', 'mandantAbsent'],
  },
  written: { noms: ['inWriting', 'isWritten', 'ecrit'], contraires: ['oral', 'verbal'] },
  signed: { noms: ['signedByMandator', 'isSigned'], contraires: ['unsigned'] },
  revoked: { noms: ['isRevoked', 'revokedBeforeVote', 'withdrawn', 'revoque'] },
  holderIsMember: {
    noms: ['holderIsCouncillor', 'holderIsCouncilor', 'holderIsColleague', 'holderInOffice'],
    contraires: ['holderNotMember', 'holderIsOutsider'],
  },
  consecutiveSessions: {
    noms: ['consecutiveMeetings', 'consecutive', 'sessionsInARow', 'seancesConsecutives'],
  },
  illnessCertified: {
    noms: ['illness', 'ill', 'sick', 'sickness', 'illnessProven', 'certifiedIllness', 'maladie'],
  },
  reglementInterieurForbids: {
    noms: ['standingOrdersForbid', 'forbiddenByStandingOrders', 'rulesForbid'],
    contraires: ['standingOrdersAllow', 'reglementInterieurAllows'],
  },
  proxiesHeld: {
    noms: ['pouvoirsHeld', 'proxiesReceived', 'numberOfProxies', 'proxyCount', 'held', 'proxies'],
  },
  delegationsHeld: { noms: ['delegations', 'delegationsReceived'] },
  secondMeetingNamed: {
    noms: ['namesSecondMeeting', 'mentionsSecondMeeting', 'saysSecondMeeting'],
  },
};

/** The assembly before it votes: other names than those its functions ask for. */
export const VOCABULAIRE_A: { readonly [fn: string]: Vocabulaire } = {
  councilSize: { commune: { noms: ['city', 'town', 'municipality', 'ville'] } },
  completeMinimum: {
    date: { noms: ['renewal', 'electionDate', 'election'] },
    elected: { noms: ['electedMembers', 'membersElected', 'elus'] },
  },
  maxAdjoints: { legalSize: { noms: ['councilSize', 'effectifLegal', 'size'] } },
  councilSizeNewCommune: {
    firstRenewal: { noms: ['isFirstRenewal', 'atFirstRenewal'], contraires: ['secondRenewal'] },
  },
  noticePeriod: {
    sent: ENVOI,
    meeting: REUNION,
    urgent: DEMANDE,
    required: { noms: ['requiredDays', 'requiredClearDays', 'needed'] },
    received: { noms: ['receivedAt', 'receipt'] },
    firstMeeting: { noms: ['firstMeetingAfterRenewal', 'firstMeetingAfterElection'] },
  },
  secondConvocation: {
    firstMeeting: { noms: ['first', 'firstMeetingDate', 'firstSession'] },
    sent: { noms: [...ENVOI.noms, 'secondSent', 'secondNoticeSent', 'secondConvocationSent'] },
    meeting: { noms: [...REUNION.noms, 'secondMeeting', 'secondMeetingDate'] },
    sameItemsOnly: {
      noms: ['sameItems', 'sameAgenda', 'sameAgendaOnly', 'sameQuestions', 'sameSubjects'],
      contraires: ['newItems', 'newItemsAdded', 'addsNewItems', 'addedItems', 'newItem'],
    },
    recallsRule: RAPPEL,
    firstConvocationRegular: {
      noms: ['firstNoticeRegular', 'firstConvocationValid', 'firstNoticeValid'],
      contraires: ['firstConvocationIrregular', 'firstNoticeIrregular'],
    },
    unfinished: {
      noms: ['unfinishedItems', 'remainingItems', 'firstItems', 'firstAgenda', 'originalItems'],
    },
    items: { noms: ['secondItems', 'secondAgenda', 'agenda'] },
  },
  secondMeetingAuto: { firstMeeting: { noms: ['meeting', 'first', 'firstMeetingDate'] } },
  requestThreshold: { inOffice: EN_EXERCICE, date: { noms: ['requestReceived', ...LE_JOUR.noms] } },
  requestDeadline: {
    requestReceived: { noms: ['request', 'requested', 'requestedAt', 'requestDate', 'received'] },
    meeting: REUNION,
  },
  agendaItem: {
    itemOnAgenda: {
      noms: ['onAgenda', 'isOnAgenda', 'item.onAgenda', 'inAgenda', 'listed'],
      contraires: ['notOnAgenda', 'offAgenda', 'otherBusiness', 'questionsDiverses'],
    },
  },
  noteRequired: { date: LE_JOUR },
  noteEquivalent: {
    note: { noms: ['explanatoryNote', 'noteDeSynthese'] },
    draftWithExplanatoryReport: {
      noms: ['explanatoryReport', 'explanatoryStatement', 'draftWithExplanatoryStatement'],
    },
    sentWithConvocation: {
      noms: ['sentWithNotice', 'sentWithTheConvocation', 'attachedToConvocation'],
      contraires: ['handedOutAtMeeting', 'distributedAtMeeting', 'handedOutInSession'],
    },
    sentAt: { noms: ['noteSentAt', 'noteSent', 'draftSentAt', 'documentSent'] },
    noticeSentAt: { noms: ['convocationSentAt', 'noticeSent', 'convocationSent'] },
    sufficient: { noms: ['isSufficient', 'sufficientlyDetailed', 'sufficientDetail'] },
  },
  quorum: QUORUM,
  proxy: PROXY,
  proxyGraph: {
    date: LE_JOUR,
    proxies: { noms: ['pouvoirs', 'procurations'] },
    distinctHolders: { noms: ['holders', 'differentHolders'] },
    allHoldersPresent: { noms: ['holdersPresent', 'everyHolderPresent'] },
    mandatorsPresent: { noms: ['mandantsPresent', 'presentMandators'] },
  },
};
