import { describe, expect, it } from 'vitest';
import type { Json } from '#base/canonical-json.ts';
import { verifierVecteurs } from '../vecteurs.ts';
import { ecarts } from '../verifier.ts';

type Noms = { readonly [nom: string]: Json };

function verdict(fn: string, inputs: Noms, expected: Noms = {}) {
  const r = verifierVecteurs([{ id: 'cas', fn, inputs, expected }]);
  const [premier] = r.ok ? r.value.verdicts : [];
  if (premier === undefined) throw new Error('un verdict');
  return premier;
}

const conforme = { etat: 'conforme', nonLus: [] };

describe('Une entrée dite sous un autre de ses noms est comprise', () => {
  it.each<readonly [string, string, Noms, Noms]>([
    [
      'un synonyme',
      'noticePeriod',
      { kind: 'commune', population: 500, dispatched: '2022-10-10', meeting: '2022-10-14' },
      { clearDays: 3 },
    ],
    ['une autre casse, des tirets bas', 'quorum', { in_office: 55 }, { threshold: 28 }],
    ['le pluriel', 'groupedVote', { commonSubject: true, objections: true }, { ok: false }],
    ['son contraire', 'proxy', { holderAbsent: true }, { valid: false }],
    ['son contraire, faux', 'proxy', { oral: false }, { valid: true }],
    [
      'les noms du tableau des règles',
      'quorum',
      { inOffice: 19, present: 11, interestedPresent: 1, l1111: 1, date: '2022-10-14' },
      { inOfficeForQuorum: 18, counted: 9 },
    ],
    [
      'deux fois, quand les deux disent de même',
      'proxy',
      { holderPresent: true, holderAbsent: false },
      { valid: true },
    ],
    ['à côté d’un null', 'quorum', { inOffice: null, membersInOffice: 55 }, { threshold: 28 }],
  ])('%s', (_, fn, inputs, expected) => {
    expect(verdict(fn, inputs, expected)).toMatchObject(conforme);
  });

  it.each<readonly [string, Noms, readonly { pointeur: string; phrase: string }[]]>([
    [
      'proxy',
      { holderPresent: true, holderAbsent: true },
      [
        {
          pointeur: '/0/inputs/holderAbsent',
          phrase: '« holderPresent » et « holderAbsent » ne disent pas la même chose.',
        },
      ],
    ],
    [
      'quorum',
      { membersInOffice: 'beaucoup' },
      [
        {
          pointeur: '/0/inputs/membersInOffice',
          phrase: '« membersInOffice » vaut "beaucoup" : on attend un nombre entier, zéro ou plus.',
        },
      ],
    ],
    [
      'proxy',
      { oral: 'peut-être' },
      [
        {
          pointeur: '/0/inputs/oral',
          phrase: '« oral » vaut "peut-être" : on attend true ou false.',
        },
      ],
    ],
    ['quorum', {}, [{ pointeur: '/0/inputs/inOffice', phrase: '« inOffice » manque.' }]],
  ])('%s %j : la faute est dite sous le nom écrit', (fn, inputs, defauts) => {
    expect(verdict(fn, inputs)).toMatchObject({ etat: 'non-conforme', defauts });
  });
});

describe('Le type d’une entrée', () => {
  it.each<readonly [string, Noms, Noms]>([
    ['quorum', { inOffice: '55' }, { threshold: 28 }],
    ['councilSize', { kind: 'commune', population: '145 133' }, { legalSize: 55 }],
    ['groupedVote', { commonSubject: 'true', objection: 'false' }, { ok: true }],
    ['publicBallotThreshold', { kind: 'Département', present: 41 }, { requesters: 7 }],
    ['publicBallotThreshold', { kind: 'dept', present: 41 }, { requesters: 7 }],
    ['publicBallotThreshold', { kind: 'Région', present: 41 }, { requesters: 7 }],
    ['publicBallotThreshold', { kind: 'EPCI', present: 41 }, { requesters: 11 }],
    ['publicBallotThreshold', { kind: 'Communauté de communes', present: 41 }, { requesters: 11 }],
  ])('%s %j', (fn, inputs, expected) => {
    expect(verdict(fn, inputs, expected)).toMatchObject(conforme);
  });

  it.each<readonly [string, Noms]>([
    ['quorum', { inOffice: '-55' }],
    ['quorum', { inOffice: '5,5' }],
    ['quorum', { inOffice: '12 34' }],
    ['quorum', { inOffice: '' }],
    ['groupedVote', { commonSubject: 'oui', objection: false }],
    ['publicBallotThreshold', { kind: 'constructor', present: 41 }],
  ])('%s %j : refusé', (fn, inputs) => {
    expect(verdict(fn, inputs).etat).toBe('non-conforme');
  });

  it('le droit local se dit aussi à part', () => {
    const inputs = { kind: 'commune', alsaceMoselle: true, population: 5000, urgent: true };
    const jours = { sent: '2024-05-16', meeting: '2024-05-17' };
    expect(verdict('noticePeriod', { ...inputs, ...jours }, { required: 0 })).toMatchObject(
      conforme,
    );
  });
});

describe('Une réponse attendue sous un autre nom, ou en d’autres mots', () => {
  it.each<readonly [string, Noms, Noms, number]>([
    ['tally', { needed: 27 }, { majority: 27 }, 0],
    ['tally', { needed: 27 }, { majority: 26 }, 1],
    ['quorum', { needed: 27 }, { threshold: 27 }, 0],
    ['toString', { needed: 27 }, { threshold: 27 }, 1],
    ['quorum', { regime: 'normal' }, { regime: 'droit commun' }, 0],
    ['quorum', { regime: null }, { regime: 'droit commun' }, 0],
    ['quorum', { regime: 'COVID' }, { regime: 'covid' }, 0],
    ['quorum', { regime: 'normal' }, { regime: 'covid' }, 1],
    ['requestThreshold', { fraction: 'one third' }, { fraction: '1/3' }, 0],
    ['requestThreshold', { fraction: 'majority' }, { fraction: '1/3' }, 1],
    ['ballotConflict', { ballot: 'Scrutin secret' }, { ballot: 'secret' }, 0],
    ['ballotConflict', { ballot: 'public' }, { ballot: 'secret' }, 1],
    ['proxy', { valid: 'true' }, { valid: true }, 1],
    ['proxy', { rule: null }, {}, 0],
    ['proxy', { rule: null }, { rule: 'L2131-11' }, 1],
    ['proxy', { rule: 'L2131-11' }, {}, 1],
    ['proxy', { couleur: null }, {}, 1],
  ])('%s : attendu %j, obtenu %j, %i écart', (fn, attendues, obtenues, n) => {
    expect(ecarts(attendues, obtenues, fn)).toHaveLength(n);
  });
});
