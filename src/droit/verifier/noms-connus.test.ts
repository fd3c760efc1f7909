import { describe, expect, it } from 'vitest';
import { verifierVecteurs } from './vecteurs.ts';

/** What one vector yields: names nobody read, and faults. */
function verdict(fn: string, inputs: { readonly [nom: string]: null }) {
  const r = verifierVecteurs({ vectors: [{ id: 'cas', fn, inputs, expected: {} }] });
  const [premier] = r.ok ? r.value.verdicts : [];
  if (premier === undefined) throw new Error('un verdict');
  return premier;
}

describe('Chaque fonction comprend les noms de son vocabulaire, même sans en avoir besoin', () => {
  it.each([
    [
      'executory',
      [
        'kind',
        'population',
        'actClass',
        'mode',
        'councilChose',
        'meeting',
        'date',
        'signed',
        'transmitted',
        'ackReceived',
        'mustTransmit',
        'postedOnPaper',
        'publishedOnPaper',
        'online',
        'notified',
        'compteRenduPosted',
        'urgent',
      ],
    ],
    [
      'onlinePublication',
      [
        'kind',
        'population',
        'date',
        'fullText',
        'nonModifiable',
        'downloadable',
        'authorNameFunction',
        'onlineDate',
        'months',
      ],
    ],
    [
      'redaction',
      [
        'kind',
        'date',
        'data',
        'actContainsThirdPartyPersonalData',
        'categoryD312_1_3',
        'consent',
        'secret',
      ],
    ],
    ['noWebsite', ['kind', 'population', 'website', 'choosesPaper', 'choosesPosting', 'date']],
    ['mustTransmit', ['kind', 'date', 'act', 'population']],
    ['electronicMandatory', ['kind', 'population', 'date']],
    ['openDataDuty', ['kind', 'population', 'agentsFTE', 'date']],
    ['share', ['total', 'rateBp']],
    ['ownShareMinimum', ['kind', 'date', 'nature', 'publicFunding', 'owner', 'overseas']],
    [
      'appointmentRound',
      ['kind', 'date', 'round', 'voters', 'blank', 'null', 'scores', 'birth', 'present'],
    ],
    [
      'secretWaiver',
      ['kind', 'date', 'appointment', 'for', 'against', 'abstain', 'lawRequiresSecret'],
    ],
    ['singleCandidate', ['kind', 'date', 'body', 'candidatesPerSeat', 'lists']],
    [
      'adjointLists',
      ['kind', 'date', 'population', 'round', 'voters', 'blank', 'null', 'scores', 'averageAge'],
    ],
    ['proportionalSeats', ['kind', 'date', 'seats', 'votes', 'scores', 'averageAge']],
    [
      'deadline',
      [
        'published',
        'notified',
        'residence',
        'overseas',
        'abroad',
        'gracieuxReceived',
        'reply',
        'explicitRejectionNotified',
        'kind',
        'alsaceMoselle',
        'territory',
        'remediesStated',
        'remediesMentioned',
        'remediesNotice',
        'voiesEtDelais',
      ],
    ],
    [
      'prefectDeadline',
      [
        'received',
        'completionRequested',
        'completed',
        'explanationRequested',
        'gracieuxReceived',
        'reply',
        'explicitRejectionNotified',
        'kind',
        'alsaceMoselle',
        'territory',
      ],
    ],
    ['autoSuspension', ['kind', 'matter', 'received', 'suspensionRequested']],
    ['listDeadline', ['kind', 'population', 'meeting', 'date', 'postedAt', 'onlineAt']],
    ['publicityDocument', ['kind', 'population', 'meeting']],
    ['pvDeadline', ['kind', 'population', 'meeting', 'adoptedAt', 'publishedAt']],
    ['signatures', ['kind', 'population', 'meeting']],
    ['missingSignature', ['kind', 'meeting', 'date', 'missing', 'existenceOtherwiseProven']],
    [
      'electronicRegister',
      ['kind', 'meeting', 'date', 'signedElectronically', 'handwrittenOnPaperPerSession'],
    ],
    ['binding', ['kind', 'population', 'date']],
    ['extractSignatory', ['kind', 'meeting', 'date', 'signatory', 'status', 'role', 'delegation']],
    ['obsoleteReferences', ['kind', 'population', 'text', 'meeting', 'date']],
    [
      'tally',
      [
        'kind',
        'date',
        'item',
        'inOffice',
        'present',
        'represented',
        'presentOrRepresented',
        'for',
        'against',
        'abstain',
        'nppv',
        'blank',
        'null',
        'secret',
        'presidentVote',
        'requesters',
        'byMayor',
        'byChair',
      ],
    ],
    ['publicBallotThreshold', ['kind', 'present', 'date']],
    ['secretBallotThreshold', ['kind', 'present', 'date']],
    [
      'ballotConflict',
      ['kind', 'present', 'publicRequesters', 'secretRequesters', 'appointment', 'date'],
    ],
    [
      'secretBallotAllowed',
      ['kind', 'date', 'requestedBy', 'requesters', 'present', 'thirdReached', 'appointment'],
    ],
    ['groupedVote', ['commonSubject', 'objection', 'items', 'kind', 'date']],
    ['registerNames', ['ballot', 'kind', 'date']],
    ['videoSecretVote', ['kind', 'meeting', 'secretRequestAdopted', 'date']],
  ])('%s', (fn, noms) => {
    const donnes = Object.fromEntries(noms.map((nom): [string, null] => [nom, null]));
    expect(verdict(fn, donnes).nonLus).toEqual([]);
  });

  it('une remarque de l’auteur du cas n’est pas une faute de frappe', () => {
    // « comment » is two letters away from « commune », which the function reads.
    expect(verdict('councilSize', { comment: null })).toMatchObject({ nonLus: ['comment'] });
    expect(verdict('councilSize', { comment: null }).defauts).toEqual(
      verdict('councilSize', {}).defauts,
    );
    expect(verdict('councilSize', { commmune: null }).defauts).not.toEqual(
      verdict('councilSize', {}).defauts,
    );
  });

  it('un nom d’ailleurs n’est pas lu, et une faute de frappe est dite', () => {
    expect(verdict('signatures', { meteo: null }).nonLus).toEqual(['meteo']);
    expect(verdict('signatures', { meetin: null }).defauts).toContainEqual({
      pointeur: '/vectors/0/inputs/meetin',
      phrase: '« meetin » n’est pas connu : vouliez-vous dire « meeting » ?',
    });
  });
});
