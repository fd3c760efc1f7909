import { describe, expect, it } from 'vitest';
import type { Entrees, Sorties } from '../fonction.ts';
import { FONCTIONS_B } from '../fonctions-b.ts';

type Cas = readonly [fn: string, entrees: Entrees, attendu: Sorties];

function appeler(fn: string, entrees: Entrees) {
  const fonction = FONCTIONS_B[fn];
  if (fonction === undefined) throw new Error(`no function ${fn}`);
  return fonction(entrees);
}

const repondre = (titre: string, cas: readonly Cas[]): void => {
  describe(titre, () => {
    it.each(cas)('%s %j : %j', (fn, entrees, attendu) => {
      const r = appeler(fn, entrees);
      expect(r).toMatchObject({ ok: true });
      if (r.ok) {
        expect(r.value).toMatchObject({ ...attendu });
        expect(r.value).toMatchSnapshot();
      }
    });
  });
};

const huisClos = { item: 'huis clos' };
repondre('Scrutins', [
  ['tally', { item: 'compte administratif', for: 5, against: 5, secret: true }, { adopted: true }],
  ['tally', { item: 'accounts', for: 5, against: 6 }, { adopted: false }],
  ['tally', { item: 'comptes', for: 0, against: 0 }, { adopted: true }],
  ['tally', { item: 'budget', for: 5, against: 5, secret: true }, { adopted: false }],
  ['tally', { for: 10, against: 0, abstain: 1 }, { unanimous: false, unanimousOfExpressed: true }],
  ['tally', { for: 10, against: 0, nppv: 1 }, { unanimous: false, unanimousOfExpressed: true }],
  ['tally', { for: 0, against: 0, abstain: 3 }, { expressed: 0, majority: 1, adopted: false }],
  [
    'tally',
    { for: 10, against: 8, blank: 2, null: 1, secret: true },
    { expressed: 18, adopted: true },
  ],
  ['tally', { ...huisClos, presentOrRepresented: 53, for: 26 }, { adopted: false, required: 27 }],
  [
    'tally',
    { ...huisClos, present: 42, represented: 11, for: 27 },
    { adopted: true, majority: 27 },
  ],
  ['tally', { ...huisClos, kind: 'commune', requesters: 3 }, { admissible: true }],
  ['tally', { ...huisClos, kind: 'epci', requesters: 4 }, { admissible: false }],
  ['tally', { ...huisClos, kind: 'region', requesters: 5 }, { admissible: true }],
  ['tally', { ...huisClos, kind: 'commune', requesters: 0, byMayor: true }, { admissible: true }],
  [
    'tally',
    { ...huisClos, kind: 'commune', requesters: 2, presentOrRepresented: 9, for: 9 },
    { admissible: false, adopted: false },
  ],
  ['publicBallotThreshold', { kind: 'region', present: 43 }, { requesters: 8 }],
  ['publicBallotThreshold', { kind: 'commune-alsace-moselle', present: 40 }, { requesters: 10 }],
  ['secretBallotThreshold', { kind: 'epci', present: 43 }, { requesters: 15 }],
  ['secretBallotThreshold', { kind: 'departement', present: 43 }, { requesters: null }],
  [
    'ballotConflict',
    { kind: 'commune', present: 12, publicRequesters: 2, secretRequesters: 3 },
    { ballot: 'show of hands' },
  ],
  [
    'ballotConflict',
    { kind: 'region', present: 12, publicRequesters: 2, secretRequesters: 12 },
    { ballot: 'public' },
  ],
  [
    'ballotConflict',
    { kind: 'commune', present: 12, publicRequesters: 12, secretRequesters: 0, appointment: true },
    { ballot: 'secret' },
  ],
  ['secretBallotAllowed', { kind: 'commune', requesters: 14, present: 42 }, { allowed: true }],
  ['secretBallotAllowed', { kind: 'commune', requesters: 13, present: 42 }, { allowed: false }],
  [
    'secretBallotAllowed',
    { requestedBy: 'maire', thirdReached: false, appointment: true },
    { allowed: true },
  ],
  [
    'secretBallotAllowed',
    { kind: 'departement', thirdReached: true, appointment: false },
    { allowed: false },
  ],
  ['groupedVote', { commonSubject: false, objection: false }, { ok: false }],
  ['registerNames', { ballot: 'secret' }, { namesRequired: false, sensRequired: false }],
  ['registerNames', { ballot: 'Main levée' }, { namesRequired: false }],
  [
    'videoSecretVote',
    { kind: 'departement', meeting: 'video', secretRequestAdopted: false },
    { action: 'public ballot' },
  ],
  [
    'videoSecretVote',
    { kind: 'commune', meeting: 'in person', secretRequestAdopted: true },
    { action: 'secret ballot' },
  ],
  [
    'videoSecretVote',
    { kind: 'epci', meeting: 'in person', secretRequestAdopted: false },
    { action: 'show of hands' },
  ],
]);

repondre('Nominations', [
  [
    'appointmentRound',
    { round: 1, voters: 15, blank: 1, null: 1, scores: { A: 7, B: 6 } },
    { expressed: 13, elected: 'A', by: 'absolute majority' },
  ],
  ['appointmentRound', { round: 2, scores: { A: 6, B: 6 } }, { elected: null, by: null }],
  [
    'appointmentRound',
    { round: 3, scores: { A: 5, B: 4, C: 4 } },
    { elected: 'A', by: 'relative majority' },
  ],
  ['appointmentRound', { round: 3, scores: { A: 6, B: 6 } }, { elected: null }],
  [
    'secretWaiver',
    { appointment: true, for: 53, against: 0, lawRequiresSecret: false },
    { waived: true },
  ],
  [
    'secretWaiver',
    { appointment: false, for: 53, against: 0, lawRequiresSecret: false },
    { waived: false },
  ],
  ['secretWaiver', { appointment: 'adjoints', for: 53, against: 0 }, { waived: false }],
  [
    'secretWaiver',
    { appointment: 'organisme extérieur', for: 5, against: 0, lawRequiresSecret: true },
    { waived: false },
  ],
  ['singleCandidate', { body: 'commission municipale', candidatesPerSeat: 2 }, { vote: 'secret' }],
  ['singleCandidate', { body: 'commission municipale', lists: 1 }, { vote: 'none' }],
  ['singleCandidate', { body: 'maire', candidatesPerSeat: 1 }, { vote: 'secret' }],
  ['adjointLists', { round: 1, scores: { L1: 20, L2: 20 } }, { elected: null, majority: 21 }],
  [
    'adjointLists',
    { round: 1, voters: 42, blank: 1, scores: { L1: 21, L2: 20 }, population: 1000 },
    { elected: 'L1' },
  ],
  [
    'adjointLists',
    { round: 3, scores: { L1: 1, L2: 2 }, population: 900, date: '2026-06-01' },
    { elected: 'L2' },
  ],
  [
    'proportionalSeats',
    { seats: 5, votes: { A: 35, B: 12, C: 6 } },
    { seats: { A: 3, B: 1, C: 1 } },
  ],
  [
    'proportionalSeats',
    { seats: 3, scores: { A: 10, B: 10 }, averageAge: { A: 40, B: 60 } },
    { seats: { A: 1, B: 2 }, tied: [] },
  ],
]);

repondre('Registre', [
  ['listDeadline', { meeting: '2022-06-30' }, { deadline: '2022-07-08' }],
  ['listDeadline', { meeting: '2022-10-14', postedAt: '2022-10-22' }, { ok: false }],
  [
    'listDeadline',
    { meeting: '2022-10-14', postedAt: '2022-10-21', onlineAt: '2022-10-22' },
    { ok: false },
  ],
  ['listDeadline', { kind: 'epci', meeting: '2022-10-14', onlineAt: '2022-10-21' }, { ok: true }],
  ['pvDeadline', { meeting: '2022-03-01', adoptedAt: '2022-06-30' }, { publishBy: null }],
  [
    'pvDeadline',
    { adoptedAt: '2022-12-12', publishedAt: '2022-12-20' },
    { publishBy: '2022-12-19', ok: false },
  ],
  [
    'signatures',
    { kind: 'epci', meeting: '2022-07-01' },
    { signatories: ['president', 'secretaire(s)'] },
  ],
  ['missingSignature', { missing: 'maire' }, { void: false, severity: 'risk' }],
  [
    'missingSignature',
    { missing: 'all', existenceOtherwiseProven: true },
    { void: false, severity: 'risk' },
  ],
  ['electronicRegister', { signedElectronically: false }, { ok: true }],
  [
    'electronicRegister',
    { signedElectronically: true, handwrittenOnPaperPerSession: true },
    { ok: true },
  ],
  [
    'electronicRegister',
    { signedElectronically: true, handwrittenOnPaperPerSession: false, meeting: '2022-06-30' },
    { ok: true },
  ],
  ['binding', { population: 999 }, { maxYears: 5 }],
  ['binding', { kind: 'epci', population: 999 }, { maxYears: 1 }],
  [
    'extractSignatory',
    { signatory: 'X', status: 'présente', role: 'secrétaire de séance' },
    { asRegisterSignatory: 'valid', asCertifyingDelegate: 'not allowed' },
  ],
  [
    'extractSignatory',
    { signatory: 'X', status: 'présent', role: 'maire' },
    { asRegisterSignatory: 'valid', asCertifyingDelegate: 'allowed', severity: 'info' },
  ],
  [
    'extractSignatory',
    { signatory: 'X', status: 'agent', role: 'directeur général des services' },
    {
      asRegisterSignatory: 'invalid',
      asCertifyingDelegate: 'allowed if arrêté L2122-19 covers it',
    },
  ],
  [
    'extractSignatory',
    { signatory: 'X', status: 'présent', role: 'conseiller municipal', meeting: '2022-06-30' },
    { asRegisterSignatory: 'valid' },
  ],
  [
    'extractSignatory',
    { signatory: 'X', status: 'représenté', role: 'conseiller municipal', meeting: '2022-06-30' },
    { asRegisterSignatory: 'invalid' },
  ],
  [
    'obsoleteReferences',
    { text: 'recueil (R. 2121-10)', meeting: '2022-07-01' },
    { flags: ['R2121-10 abrogé au 01/07/2022'] },
  ],
  ['obsoleteReferences', { text: 'L2121-25 et R2121-11', meeting: '2022-06-30' }, { flags: [] }],
]);
