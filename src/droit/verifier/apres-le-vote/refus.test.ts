import type { Json } from '#base/canonical-json.ts';
import { describe, expect, it } from 'vitest';
import type { Entrees } from '../fonction.ts';
import { FONCTIONS_B } from '../fonctions-b.ts';

function appeler(fn: string, entrees: Entrees) {
  const fonction = FONCTIONS_B[fn];
  if (fonction === undefined) throw new Error(`no function ${fn}`);
  return fonction(entrees);
}

describe('Une entrée impossible est refusée et située', () => {
  it.each<readonly [string, { readonly [nom: string]: Json }, readonly string[]]>([
    ['tally', { for: 24, against: 24 }, ['/presidentVote']],
    ['tally', { for: -1, against: 2 }, ['/for']],
    ['tally', { against: 2 }, ['/for']],
    ['tally', { for: 54, against: 0, present: 42, represented: 11 }, ['/for']],
    ['tally', { for: 0, against: 3, presidentVote: 'for' }, ['/presidentVote']],
    ['tally', { for: 3, against: 0, presidentVote: 'against' }, ['/presidentVote']],
    ['tally', { for: 3, against: 0, kind: 'canton' }, ['/kind']],
    ['tally', { item: 'huis clos' }, ['/requesters']],
    ['tally', { item: 'huis clos', requesters: 2 }, ['/kind']],
    ['tally', { item: 'huis clos', for: 3 }, ['/presentOrRepresented']],
    ['tally', { item: 'huis clos', for: 9, presentOrRepresented: 8 }, ['/for']],
    ['publicBallotThreshold', { present: 42 }, ['/kind']],
    ['publicBallotThreshold', { kind: 'commune', present: 0 }, ['/present']],
    [
      'ballotConflict',
      { kind: 'commune', present: 5, publicRequesters: 6, secretRequesters: 9 },
      ['/publicRequesters', '/secretRequesters'],
    ],
    ['secretBallotAllowed', { appointment: false }, ['/thirdReached']],
    ['secretBallotAllowed', { requesters: 3 }, ['/present']],
    ['secretBallotAllowed', { requesters: 3, present: 0 }, ['/present']],
    ['groupedVote', { commonSubject: true }, ['/objection']],
    ['registerNames', { ballot: 'télépathie' }, ['/ballot']],
    [
      'videoSecretVote',
      { kind: 'commune', meeting: 'video', secretRequestAdopted: true },
      ['/meeting'],
    ],
    ['appointmentRound', { round: 4, scores: { A: 1 } }, ['/round']],
    ['appointmentRound', { round: 1 }, ['/scores']],
    ['appointmentRound', { round: 1, voters: 3, scores: { A: 2, B: 2 } }, ['/scores']],
    ['appointmentRound', { round: 1, voters: 1, blank: 2, scores: { A: 0 } }, ['/voters']],
    ['appointmentRound', { round: 3, scores: { A: 1 }, birth: { B: '1970-01-01' } }, ['/birth']],
    ['appointmentRound', { round: 3, scores: { A: 1 }, birth: { A: '1970-02-30' } }, ['/birth']],
    ['appointmentRound', { round: 3, scores: { A: 1 }, birth: 'hier' }, ['/birth']],
    [
      'secretWaiver',
      { appointment: 3, for: 1, against: 0, lawRequiresSecret: false },
      ['/appointment'],
    ],
    ['secretWaiver', { unanimous: true, for: 3, against: 1 }, ['/unanimous']],
    ['secretWaiver', { unanimous: true }, ['/lawRequiresSecret']],
    ['prefectDeadline', { received: '2022-10-19', requestKind: 'autre chose' }, ['/requestKind']],
    [
      'noWebsite',
      { population: 600, website: false, choice: 'crieur', date: '2024-09-01' },
      ['/choice'],
    ],
    ['executory', { population: 800, mode: 'crieur', meeting: '2022-10-14' }, ['/mode']],
    [
      'executory',
      { population: 800, meeting: '2022-10-14', publicityAt: '2022-10-13' },
      ['/publicityAt'],
    ],
    ['share', { total: 100, shares: [50, 'reste'] }, ['/shares']],
    ['deadline', { published: '2022-10-19', residence: 'Mars' }, ['/residence']],
    ['secretWaiver', { appointment: true, for: 1, against: 0 }, ['/lawRequiresSecret']],
    ['singleCandidate', { body: 'commission' }, ['/candidatesPerSeat']],
    ['adjointLists', { round: 1, scores: { L: 1 }, population: 999 }, ['/date']],
    [
      'adjointLists',
      { round: 1, scores: { L: 1 }, population: 999, date: '2020-07-03' },
      ['/population'],
    ],
    ['adjointLists', { round: 3, scores: { L: 1 }, averageAge: { M: 50 } }, ['/averageAge']],
    ['adjointLists', { round: 3, scores: { L: 1 }, averageAge: { L: 'vieux' } }, ['/averageAge']],
    ['proportionalSeats', { seats: 0, votes: { A: 1 } }, ['/seats']],
    ['listDeadline', { meeting: '2022-02-30' }, ['/meeting']],
    ['listDeadline', { meeting: '2022-10-14', postedAt: '2022-10-13' }, ['/postedAt']],
    ['listDeadline', { kind: 'departement', meeting: '2022-10-14' }, ['/kind']],
    ['pvDeadline', { meeting: '2022-10-14', adoptedAt: '2022-10-14' }, ['/adoptedAt']],
    ['missingSignature', { missing: 'all' }, ['/existenceOtherwiseProven']],
    ['missingSignature', { missing: 'le chat' }, ['/missing']],
    ['electronicRegister', { signedElectronically: true }, ['/handwrittenOnPaperPerSession']],
    ['binding', {}, ['/population']],
    ['extractSignatory', { signatory: '', status: 'présent', role: 'maire' }, ['/signatory']],
    ['obsoleteReferences', { meeting: '2022-10-14' }, ['/text']],
    ['executory', { transmitted: '2022-10-03', online: '2022-10-10' }, ['/population']],
    ['executory', { population: 5000 }, ['/meeting']],
    ['executory', { population: 5000, online: '2022-10-03', actClass: 'autre' }, ['/actClass']],
    ['executory', { population: 50, online: '2022-10-03', mode: 'pigeon' }, ['/mode']],
    ['executory', { population: 50, online: '2022-10-03', councilChose: true }, ['/mode']],
    ['executory', { population: 5000, meeting: '2022-10-14', online: '2022-10-13' }, ['/online']],
    ['redaction', {}, ['/actContainsThirdPartyPersonalData']],
    ['noWebsite', { population: 600, website: false, choosesPaper: true }, ['/date']],
    ['mustTransmit', { act: 'marché public de 50 000 €' }, ['/act']],
    ['mustTransmit', { act: ' ' }, ['/act']],
    ['electronicMandatory', { kind: 'commune', date: '2022-10-14' }, ['/population']],
    ['openDataDuty', { population: 3500 }, ['/agentsFTE']],
    ['deadline', {}, ['/published']],
    ['deadline', { published: '2022-10-32' }, ['/published']],
    ['deadline', { published: '2022-10-03', notified: '2022-10-03' }, ['/notified']],
    ['deadline', { published: '2022-10-03', residence: 'la Lune' }, ['/residence']],
    ['deadline', { published: '2022-10-03', reply: '2022-12-01' }, ['/gracieuxReceived']],
    [
      'deadline',
      { published: '2022-10-03', gracieuxReceived: '2022-11-03', reply: '2022-11-01' },
      ['/explicitRejectionNotified'],
    ],
    ['deadline', { published: '2022-10-03', territory: 'mars' }, ['/territory']],
    [
      'prefectDeadline',
      { received: '2022-10-19', completionRequested: '2022-10-18' },
      ['/completionRequested'],
    ],
    [
      'autoSuspension',
      { matter: 'marchés', received: '2022-10-03', suspensionRequested: '2022-10-02' },
      ['/suspensionRequested'],
    ],
    ['share', { total: 100, rateBp: 10_001 }, ['/rateBp']],
    ['share', { total: 1.5, rateBp: 100 }, ['/total']],
    [
      'ownShareMinimum',
      { nature: 'autre', publicFunding: [{ by: 'commune', cents: 1 }] },
      ['/nature'],
    ],
    ['ownShareMinimum', { nature: 'investissement', publicFunding: [] }, ['/publicFunding']],
    [
      'ownShareMinimum',
      { nature: 'investissement', publicFunding: [{ by: 'commune', cents: -1 }] },
      ['/publicFunding'],
    ],
    [
      'ownShareMinimum',
      { nature: 'investissement', publicFunding: [{ by: 'CAF', cents: 1 }] },
      ['/publicFunding'],
    ],
  ])('%s %j : %j', (fn, entrees, pointeurs) => {
    const r = appeler(fn, entrees);
    expect(r.ok).toBe(false);
    if (!r.ok) {
      expect([...new Set(r.error.map(({ pointeur }) => pointeur))]).toEqual(pointeurs);
      expect(r.error.map(({ phrase }) => phrase)).toMatchSnapshot();
    }
  });
});
