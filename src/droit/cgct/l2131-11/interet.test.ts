import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  type FaitsDInteret,
  aPrisPart,
  constatDInteret,
  exclusionReguliere,
  legaliteDuVote,
} from './interet.ts';

const FAITS: FaitsDInteret = {
  interetDistinct: true,
  present: true,
  aParle: false,
  aVote: true,
  influence: true,
  le: jour('2022-10-14'),
};
const legalite = (autres: Partial<FaitsDInteret>) => legaliteDuVote({ ...FAITS, ...autres });

describe('L2131-11 : avoir pris part à la délibération', () => {
  it.each([
    [{ aVote: true }, true],
    [{ aVote: false, aParle: true }, true],
    [{ present: false, aVote: false }, false],
    [{ present: false, aVote: null, aParle: null }, false],
    [{ present: true, aVote: false }, null],
    [{ present: null, aVote: false, aParle: false }, false],
    [{ present: null, aVote: null, aParle: false }, null],
    [{ present: null, aVote: false, aParle: null }, null],
    [{ present: true, aVote: null, aParle: null }, null],
  ])('en 2022, %j : %s', (autres, attendu) => {
    expect(aPrisPart({ ...FAITS, ...autres })).toBe(attendu);
  });

  it.each([
    ['2025-12-23', false, null],
    ['2025-12-24', false, false],
    ['2025-12-24', null, null],
    ['2025-12-24', true, true],
  ])('resté dans la salle le %s, a voté %s : %s (loi 2025-1249, art. 32)', (le, vote, attendu) => {
    expect(aPrisPart({ ...FAITS, aVote: vote, le: jour(le) })).toBe(attendu);
  });
});

describe('L2131-11 : un intérêt distinct et une part prise, sauf preuve qu’elle n’a pas pesé (AN n° 20278 ; CE 1994, Oullins)', () => {
  it.each([
    [{}, 'illegale'],
    [{ interetDistinct: false }, 'legale'],
    [{ influence: false }, 'legale'],
    [{ present: false, aVote: false }, 'legale'],
    [{ influence: null }, 'illegale'],
    [{ aVote: false, aParle: true, influence: null }, 'illegale'],
    [{ influence: null, interetDistinct: null }, 'douteuse'],
    [{ aVote: null, influence: null }, 'douteuse'],
    [{ interetDistinct: null }, 'douteuse'],
    [{ aVote: false }, 'douteuse'],
  ] as const)('%j : %s', (autres, attendu) => {
    expect(legalite(autres)).toBe(attendu);
  });

  it.each([
    ['departement', '2025-12-23', 'douteuse'],
    ['departement', '2025-12-24', 'illegale'],
    ['region', '2025-12-23', 'douteuse'],
    ['region', '2025-12-24', 'illegale'],
    ['epci', '2025-12-23', 'illegale'],
  ] as const)('%s le %s : %s (L3132-5 et L4142-5, loi 2025-1249)', (genre, le, attendu) => {
    expect(legaliteDuVote({ ...FAITS, le: jour(le) }, genre)).toBe(attendu);
  });

  it.each([
    [false, true, false],
    [false, false, true],
    [true, true, true],
    [true, false, true],
  ])('membre intéressé %s, exclu %s : régulier %s (CAA Douai 13DA00765)', (i, exclu, regulier) => {
    expect(exclusionReguliere(i, exclu)).toBe(regulier);
  });

  it.each([
    [[], true, 'Aucun membre n’a déclaré d’intérêt dans cette affaire.'],
    [
      [{ ...FAITS, membre: 'Ayme', present: false, aVote: false }],
      true,
      'Les membres intéressés n’ont pas pris part à la décision.',
    ],
    [
      [
        { ...FAITS, membre: 'Ayme' },
        { ...FAITS, membre: 'Dumas', aVote: null },
      ],
      false,
      'Ce membre intéressé a pris part à la décision : Ayme. La délibération est illégale, sauf preuve que cela n’a pas pesé sur elle.',
    ],
    [
      [{ ...FAITS, membre: 'Dumas', influence: null }],
      false,
      'Ce membre intéressé a pris part à la décision : Dumas. La délibération est illégale, sauf preuve que cela n’a pas pesé sur elle.',
    ],
    [
      [{ ...FAITS, membre: 'Dumas', aVote: null }],
      null,
      'Il reste à savoir si ce membre intéressé a pris part à la décision : Dumas.',
    ],
  ] as const)('%# : %s', (interesses, conforme, phrase) => {
    const c = constatDInteret(interesses);
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Avant l’affaire, demandez qui y a un intérêt personnel ; notez que ce membre sort, ne parle pas, ne vote pas et n’use pas de son pouvoir.',
    );
    expect(c.regle.id).toBe('R-INT-01');
  });

  it('compte qui a pris part et qui est à vérifier', () => {
    expect(
      constatDInteret([
        { ...FAITS, membre: 'Ayme' },
        { ...FAITS, membre: 'Dumas', aVote: null },
        { ...FAITS, membre: 'Zola', influence: false },
      ]).faits,
    ).toEqual({ interesses: 3, ontPrisPart: 1, aVerifier: 1 });
  });
});
