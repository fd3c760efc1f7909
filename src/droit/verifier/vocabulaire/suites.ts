import type { Vocabulaire } from './comprendre.ts';

const SEANCE = { noms: ['meetingDate', 'session', 'sessionDate', 'sitting', 'seance'] };

const SITE = { noms: ['hasWebsite', 'webSite', 'site'], contraires: ['noWebsite'] };

/** The request to the author of the act to think again, and its answer. */
const GRACIEUX: Vocabulaire = {
  gracieuxReceived: {
    noms: [
      'gracieux',
      'gracieuxAt',
      'gracieuxSent',
      'gracieuxAddressed',
      'recoursGracieux',
      'graciousAppeal',
      'graciousAppealReceived',
      'hierarchicalReceived',
      'hierarchiqueReceived',
    ],
  },
  explicitRejectionNotified: {
    noms: [
      'rejected',
      'rejectedAt',
      'rejection',
      'rejectionNotified',
      'rejectionReceived',
      'explicitRejection',
      'explicitRejectionReceived',
    ],
  },
};

const DEADLINE: Vocabulaire = {
  actClass: { noms: ['class', 'classOfAct', 'individual', 'actKind'] },
  published: {
    noms: [
      'publishedAt',
      'publication',
      'publicationDate',
      'publishedOnline',
      'online',
      'onlineAt',
      'onlineDate',
      'start',
    ],
  },
  notified: { noms: ['notifiedAt', 'notification', 'notificationDate'] },
  ...GRACIEUX,
  residence: {
    noms: [
      'applicant',
      'appellant',
      'claimant',
      'applicantResidence',
      'appellantResidence',
      'claimantResidence',
      'applicantLives',
      'applicantLivesIn',
      'livesIn',
      'domicile',
      'distance',
      'residenceOfApplicant',
    ],
  },
  overseas: {
    noms: [
      'outreMer',
      'applicantOverseas',
      'appellantOverseas',
      'claimantOverseas',
      'livesOverseas',
      'residentOverseas',
      'overseasApplicant',
      'overseasResident',
    ],
  },
  abroad: {
    noms: [
      'etranger',
      'applicantAbroad',
      'appellantAbroad',
      'claimantAbroad',
      'livesAbroad',
      'residentAbroad',
      'foreign',
    ],
  },
  remediesMentioned: {
    noms: [
      'remedies',
      'remedyMentioned',
      'remedyNotice',
      'remediesMention',
      'remediesIndicated',
      'remediesGiven',
      'remediesPrinted',
      'remediesInNotification',
      'mentionOfRemedies',
      'mentionRemedies',
      'remediesAndDelays',
      'remediesAndDeadlines',
      'noticeOfRemedies',
      'withRemedies',
      'withRemediesNotice',
      'appealNotice',
      'deadlinesMentioned',
      'delaysMentioned',
      'voiesDelais',
      'voiesDelaisMentionnes',
      'voiesEtDelaisMention',
      'voiesEtDelaisMentioned',
      'voiesEtDelaisMentionnes',
      'mentionVoiesDelais',
      'mentionVoiesEtDelais',
    ],
    contraires: [
      'withoutRemedies',
      'withoutRemediesNotice',
      'withoutNotice',
      'noRemedies',
      'noRemediesNotice',
      'remediesMissing',
      'remediesOmitted',
      'noMention',
    ],
  },
};

const PREFECT: Vocabulaire = {
  received: { noms: ['receivedAt', 'receivedByPrefect', 'receipt', 'reception'] },
  completionRequested: {
    noms: [
      'documentsRequested',
      'piecesRequested',
      'piecesDemandees',
      'documentsAsked',
      'requested',
      'requestedAt',
    ],
  },
  completed: { noms: ['documentsReceived', 'piecesReceived', 'completedAt', 'documentsSent'] },
  necessary: {
    noms: [
      'documentsNecessary',
      'piecesNecessary',
      'necessaryDocuments',
      'needed',
      'documentsNeeded',
    ],
    contraires: ['unnecessary', 'notNecessary'],
  },
  requestKind: { noms: ['request', 'requestType', 'requestNature', 'kindOfRequest', 'asked'] },
  explanationRequested: {
    noms: [
      'explanation',
      'explanationsRequested',
      'explanationRequestedAt',
      'usefulExplanationRequested',
      'anyUsefulExplanationRequested',
      'anyExplanationRequested',
      'requestedAnyExplanation',
      'explicationsDemandees',
    ],
  },
  ...GRACIEUX,
};

/** Register, challenges, appointments, interests and money: other names of their inputs. */
export const VOCABULAIRE_DES_SUITES: { readonly [fn: string]: Vocabulaire } = {
  deadline: DEADLINE,
  prefectDeadline: PREFECT,
  autoSuspension: {
    matter: { noms: ['field', 'subject', 'matiere', 'domain'] },
    received: PREFECT['received'] ?? {},
    suspensionRequested: {
      noms: ['requested', 'requestedAt', 'suspensionRequest', 'suspensionRequestedAt'],
    },
  },
  listDeadline: {
    meeting: SEANCE,
    postedAt: { noms: ['posted', 'postedOn', 'affichee'] },
    onlineAt: { noms: ['online', 'onlineOn', 'publishedOnline', 'miseEnLigne'] },
    website: SITE,
  },
  publicityDocument: { meeting: SEANCE, website: SITE },
  pvDeadline: {
    meeting: SEANCE,
    adoptedAt: { noms: ['adopted', 'adoptedOn', 'arreteLe', 'approvedAt', 'adoptionMeeting'] },
    publishedAt: { noms: ['published', 'onlineAt', 'online'] },
  },
  signatures: { meeting: { noms: ['date', ...SEANCE.noms] } },
  missingSignature: {
    missing: { noms: ['missingSignature', 'omitted', 'absentSignature'] },
    existenceOtherwiseProven: { noms: ['existenceProven', 'otherwiseProven', 'proven'] },
  },
  electronicRegister: {
    signedElectronically: { noms: ['electronicSignature', 'digitalSignature', 'eSigned'] },
    handwrittenOnPaperPerSession: {
      noms: ['handwrittenOnPaper', 'handwritten', 'paperSigned', 'paperSessionSheetSigned'],
    },
    paperRegister: {
      noms: ['paper', 'registerOnPaper', 'keptOnPaper'],
      contraires: ['digitalOnly', 'electronicOnly', 'noPaper', 'noPaperRegister'],
    },
  },
  extractSignatory: { delegation: { noms: ['arreteDeDelegation', 'delegationAct'] } },
  obsoleteReferences: { text: { noms: ['texte', 'words', 'citation'] } },
  appointmentRound: {
    birth: { noms: ['birthDate', 'dateOfBirth', 'born', 'birthday', 'naissance'] },
    blank: { noms: ['blankVotes', 'blanc'] },
    null: { noms: ['nullVotes', 'void', 'spoiled', 'spoilt', 'nul'] },
    voters: { noms: ['votants', 'ballots', 'papers'] },
    scores: { noms: ['votes', 'voix', 'results'] },
  },
  adjointLists: {
    averageAge: { noms: ['meanAge', 'ages', 'age', 'moyenneDAge'] },
    scores: { noms: ['votes', 'voix', 'results'] },
  },
  secretWaiver: {
    appointment: { noms: ['post', 'nomination', 'isAppointment'] },
    for: { noms: ['votesFor', 'pour'] },
    against: { noms: ['votesAgainst', 'contre'] },
    abstain: { noms: ['abstention', 'abstained'] },
    unanimous: { noms: ['unanimity', 'unanime', 'unanimously'] },
    lawRequiresSecret: {
      noms: ['lawRequires', 'lawRequiresSecretBallot', 'textRequiresSecret', 'secretRequiredByLaw'],
    },
  },
  singleCandidate: {
    body: { noms: ['organ', 'post', 'organisme'] },
    candidatesPerSeat: { noms: ['candidaturesPerSeat', 'candidatesPerPost'] },
    lists: { noms: ['listCount', 'numberOfLists', 'listsPresented'] },
    singleList: { noms: ['oneList', 'onlyOneList', 'listeUnique'] },
  },
  attendanceBalance: {
    present: { noms: ['membersPresent', 'presentMembers'] },
    represented: { noms: ['pouvoirs', 'procurations'] },
    excusedWithoutProxy: { noms: ['excused', 'excusedNoProxy'] },
    absent: { noms: ['absents', 'absentUnexcused', 'notExcused'] },
    inOffice: { noms: ['membersInOffice', 'enExercice'] },
    vacancies: { noms: ['vacant', 'vacantSeats'] },
  },
  interested: {
    personalInterestDistinct: {
      noms: [
        'interest',
        'interested',
        'personalInterest',
        'distinctInterest',
        'declaration',
        'declared',
        'declaredInterest',
        'personallyInterested',
      ],
    },
    present: {
      noms: ['presentInRoom', 'inTheRoom', 'inRoom', 'stayedInRoom', 'stayed', 'remainsInRoom'],
    },
    presentOnly: {
      noms: [
        'presenceOnly',
        'onlyPresent',
        'merelyPresent',
        'merePresence',
        'presentSilent',
        'presentButSilent',
        'silentPresence',
        'silent',
        'stayedSilent',
        'passive',
        'presentWithoutVoting',
        'presentWithoutTakingPart',
        'presentWithoutParticipating',
      ],
    },
    leftRoom: { noms: ['leftTheRoom', 'left', 'withdrew', 'leaves', 'outOfRoom'] },
    spoke: {
      noms: ['spokeInDebate', 'tookPartInDebate', 'speaks', 'debated'],
      contraires: ['didNotSpeak', 'doesNotSpeak', 'withoutSpeaking'],
    },
    voted: {
      noms: ['votes', 'vote', 'tookPartInVote', 'votedInPerson'],
      contraires: ['didNotVote', 'doesNotVote', 'notVoting', 'withoutVoting'],
    },
    proxyVoted: { noms: ['votedByProxy', 'proxyVote', 'holderVotesForMandator'] },
    tookPart: {
      noms: ['takesPart', 'participated', 'participation', 'takenPart'],
      contraires: ['abstainedFromTakingPart', 'tookNoPart', 'didNotTakePart'],
    },
    effectiveInfluence: {
      noms: ['influence', 'influenced', 'influenceEffective'],
      contraires: ['noInfluence'],
    },
    date: { noms: ['meeting', 'meetingDate'] },
  },
  wronglyExcluded: {
    interested: { noms: ['personalInterestDistinct', 'interest', 'personallyInterested'] },
    excludedByMayor: { noms: ['excluded', 'excludedFromVote', 'exclu'] },
  },
  l1111_6: {
    designatedByLaw: { noms: ['designated', 'statutoryRepresentative', 'appointedByLaw'] },
    decision: { noms: ['decisionType', 'type', 'subject', 'item'] },
    beneficiary: { noms: ['beneficiaire', 'inFavourOf', 'benefits'] },
    date: { noms: ['meeting', 'meetingDate'] },
  },
  share: {
    total: { noms: ['amount', 'totalCents', 'cost'] },
    rateBp: { noms: ['rate', 'bp', 'rateBps'] },
    shares: { noms: ['parts', 'fundings', 'plan'] },
  },
  ownShareMinimum: {
    publicFunding: { noms: ['fundings', 'publicFundings', 'funding', 'financements'] },
    owner: { noms: ['projectOwner', 'maitreDOuvrage'] },
    overseas: { noms: ['outreMer'] },
  },
};
