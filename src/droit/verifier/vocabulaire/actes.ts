import type { Vocabulaire } from './comprendre.ts';

const REQUISE = { noms: ['publicity', 'publicityDate', 'published', 'publishedAt', 'publication'] };

const EN_LIGNE = {
  noms: [
    'onlineAt',
    'onlineOn',
    'onlineDate',
    'onlinePublished',
    'publishedOnline',
    'publishedElectronically',
    'electronicPublication',
    'electronicPublicationAt',
    'putOnline',
    'miseEnLigne',
  ],
};

const SITE = { noms: ['hasWebsite', 'webSite', 'site'], contraires: ['noWebsite'] };

const EXECUTORY: Vocabulaire = {
  actClass: { noms: ['class', 'classOfAct', 'portee', 'actKind'] },
  mode: { noms: ['choice', 'publicityMode', 'chosenMode', 'modeChosen'] },
  councilChose: { noms: ['councilHasChosen', 'choiceMade', 'deliberationOnMode'] },
  meeting: { noms: ['meetingDate', 'session', 'seance'] },
  signed: { noms: ['signedAt', 'signedOn', 'signature'] },
  transmitted: { noms: ['transmittedAt', 'transmittedOn', 'transmission', 'sentToPrefect'] },
  ackReceived: { noms: ['ack', 'acknowledgment', 'acknowledgement', 'accuseReception', 'receipt'] },
  mustTransmit: {
    noms: ['transmissionDue', 'transmissible', 'subjectToTransmission', 'toTransmit'],
    contraires: ['notTransmissible', 'transmissionNotDue'],
  },
  postedOnPaper: { noms: ['posted', 'postedAt', 'postedOn', 'affiche', 'affichage', 'posting'] },
  publishedOnPaper: {
    noms: ['paperPublished', 'paperPublication', 'paperPublishedAt', 'onPaper', 'paper'],
  },
  online: EN_LIGNE,
  notified: { noms: ['notifiedAt', 'notifiedOn', 'notification'] },
  publicityAt: REQUISE,
  urgent: { noms: ['urgency', 'urgence', 'isUrgent', 'emergency'] },
};

const ONLINE_PUBLICATION: Vocabulaire = {
  fullText: {
    noms: ['full', 'integral', 'complete', 'wholeText', 'inFull'],
    contraires: ['extractOnly', 'summaryOnly', 'listOnly', 'partial', 'extract', 'summary'],
  },
  nonModifiable: {
    noms: ['unalterable', 'notModifiable', 'unmodifiable', 'nonModifiableFormat'],
    contraires: ['modifiable', 'editable', 'modifiableFormat'],
  },
  downloadable: { noms: ['download', 'canBeDownloaded'], contraires: ['notDownloadable'] },
  authorNameFunction: {
    noms: ['author', 'authorName', 'authorNamed', 'authorNameAndFunction', 'authorMentioned'],
    contraires: ['authorMissing'],
  },
  onlineDate: { noms: ['dateOnline', 'dateMentioned', 'onlineDateMentioned', 'date_online'] },
  months: { noms: ['monthsOnline', 'durationMonths', 'duration', 'onlineMonths'] },
  format: { noms: ['fileFormat', 'fileType'] },
};

/** The life of an act: other names than those its functions ask for. */
export const VOCABULAIRE_DES_ACTES: { readonly [fn: string]: Vocabulaire } = {
  executory: EXECUTORY,
  onlinePublication: ONLINE_PUBLICATION,
  redaction: {
    data: { noms: ['mentions', 'mention', 'content', 'personalData'] },
    actContainsThirdPartyPersonalData: {
      noms: ['thirdPartyPersonalData', 'containsThirdPartyPersonalData', 'thirdPartyData'],
    },
    categoryD312_1_3: { noms: ['exempt', 'category', 'inCategoryD312_1_3', 'd312_1_3'] },
    consent: { noms: ['agreement', 'accord', 'personConsents', 'consentGiven'] },
    secret: { noms: ['protectedSecret', 'containsSecret', 'secretL311_6'] },
  },
  noWebsite: {
    website: SITE,
    choice: { noms: ['mode', 'chooses', 'chosenMode', 'choix'] },
    choosesPosting: { noms: ['choosesAffichage', 'posting'] },
    choosesPaper: { noms: ['paper', 'choosesPaperPublication'] },
    date: { noms: ['meeting', 'meetingDate'] },
  },
  mustTransmit: {
    act: { noms: ['actType', 'type', 'nature', 'acte', 'actKind'] },
    aboveThreshold: {
      noms: ['overThreshold', 'aboveD2131_5_1'],
      contraires: ['belowThreshold', 'underThreshold'],
    },
  },
  electronicMandatory: { date: { noms: ['meeting', 'meetingDate'] } },
  openDataDuty: {
    agentsFTE: { noms: ['agents', 'fte', 'agentsETP', 'etp', 'agentCount', 'staffFTE'] },
  },
};
