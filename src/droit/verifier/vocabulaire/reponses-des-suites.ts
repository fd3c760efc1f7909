/** Other names of the answers of one function, by the name it gives them. */
type Reponses = { readonly [nom: string]: readonly string[] };

const EN_REGLE = ['valid', 'lawful', 'regular', 'legal', 'compliant', 'conform'];

const DERNIER_JOUR = ['last', 'lastDate', 'deadline', 'until', 'expires', 'lastDayToAppeal'];

const REFUS_IMPLICITE = ['impliedRejection', 'implicitRefusal', 'silenceRejection'];

/** What follows the vote: other names of the answers. */
export const REPONSES_DES_SUITES: { readonly [fn: string]: Reponses } = {
  executory: {
    executoryFrom: ['executory', 'executoryDate', 'inForce', 'inForceFrom', 'entersIntoForce'],
    appealStart: ['appealFrom', 'appealStarts', 'appealRunsFrom', 'delayStart'],
    proofMissing: ['missing', 'missingProof'],
    publicityRequired: ['requiredPublicity', 'requiredMode', 'publicityMode', 'mode'],
    transmissionLate: ['late', 'lateTransmission'],
  },
  onlinePublication: { ok: EN_REGLE },
  redaction: { action: ['treatment', 'do'] },
  noWebsite: { publishChoiceOn: ['publishOn', 'choicePublishedOn', 'where'] },
  mustTransmit: { mustTransmit: ['transmit', 'due', 'required', 'transmissible'] },
  electronicMandatory: { mandatory: ['required', 'electronic', 'compulsory', 'obligatory'] },
  openDataDuty: { duty: ['required', 'mandatory', 'mustPublish'] },
  deadline: { lastDay: DERNIER_JOUR, implicitRejection: REFUS_IMPLICITE },
  prefectDeadline: {
    lastDay: DERNIER_JOUR,
    implicitRejection: REFUS_IMPLICITE,
    interrupted: ['extended', 'prolonged', 'interrupts'],
  },
  autoSuspension: { suspended: ['suspension', 'automatic'], until: ['suspendedUntil', 'end'] },
  listDeadline: { deadline: ['postBy', 'publishBy', 'limit'], ok: ['inTime', ...EN_REGLE] },
  publicityDocument: { document: ['due', 'posted'] },
  pvDeadline: { publishBy: ['deadline', 'limit', 'publicationDeadline'], ok: ['inTime'] },
  signatures: { signatories: ['signers', 'signedBy', 'required'] },
  missingSignature: { void: ['null', 'nul', 'annulled'], executoryAffected: ['affectsExecutory'] },
  electronicRegister: { ok: EN_REGLE },
  binding: { maxYears: ['years', 'everyYears', 'max'] },
  obsoleteReferences: { flags: ['obsolete', 'repealed', 'references'] },
  appointmentRound: { expressed: ['cast', 'votesCast'], majority: ['needed', 'threshold'] },
  adjointLists: { elected: ['winner', 'electedList'] },
  secretWaiver: { waived: ['allowed', 'ok', 'dispensed', 'waiver'] },
  singleCandidate: { vote: ['ballot'] },
  interested: { legality: ['result', 'deliberation'], tookPart: ['takesPart', 'participation'] },
  wronglyExcluded: { legality: ['result', 'deliberation'] },
  l1111_6: {
    mustAbstain: ['abstain', 'mustWithdraw', 'mustStepAside'],
    inOfficeForQuorum: ['countedInOffice', 'inDenominator', 'countedForQuorum'],
  },
  attendanceBalance: { sum: ['total'], ok: ['balanced', 'consistent', ...EN_REGLE] },
  share: { amount: ['share', 'part'], remainder: ['rest', 'ownShare'], ok: ['balanced'] },
  ownShareMinimum: {
    ownRateBp: ['rateBp', 'ownRate', 'ownShareBp'],
    minBp: ['minimumBp', 'minimum', 'min'],
    applicable: ['applies', 'ruleApplies'],
    ok: ['sufficient', 'enough', ...EN_REGLE],
  },
};

const MODES_DE_PUBLICITE = [
  ['publication electronique', 'electronique', 'electronic', 'online', 'en ligne'],
  ['affichage', 'posting', 'posted'],
  ['publication sur papier', 'papier', 'paper'],
  ['notification', 'notified'],
];

/** Words that say the same under one name, without accents, lower case; `null` counts as a word. */
export const MOTS_DES_SUITES: { readonly [nom: string]: readonly (readonly (string | null)[])[] } =
  {
    legality: [
      ['legal', 'lawful', 'legale'],
      ['illegal', 'unlawful', 'illegale'],
      ['doubtful', 'uncertain', 'douteuse'],
    ],
    action: [
      [
        'anonymise before publication',
        'anonymize before publication',
        'redact before publication',
        'anonymise',
        'anonymize',
        'redact',
      ],
      ['publish', 'publish as is', 'publish in full', 'may be published'],
    ],
    by: [
      ['age', 'eldest', 'oldest', 'seniority of age', 'au plus age'],
      ['relative majority', 'relative', 'plurality', 'majorite relative'],
      ['absolute majority', 'absolute', 'majorite absolue'],
    ],
    mode: MODES_DE_PUBLICITE,
    requiredMode: MODES_DE_PUBLICITE,
    publicityMode: MODES_DE_PUBLICITE,
    publicityRequired: MODES_DE_PUBLICITE,
    requiredPublicity: MODES_DE_PUBLICITE,
    vote: [
      ['none', 'no vote', 'no'],
      ['secret', 'secret ballot'],
    ],
  };
