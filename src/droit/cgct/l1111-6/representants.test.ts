import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { constatDesRepresentants, doitSAbstenir, representantsDeduits } from './representants.ts';

describe('L1111-6 II : un contrat, une garantie d’emprunt ou une aide', () => {
  it.each([
    ['contrat', true],
    ['garantie', true],
    ['aide', true],
    ['budget', false],
    ['depense-obligatoire', false],
    ['autre', false],
  ] as const)('%s : %s', (nature, attendu) => {
    expect(doitSAbstenir(true, nature, jour('2022-10-14'))).toBe(attendu);
    expect(doitSAbstenir(false, nature, jour('2022-10-14'))).toBe(false);
  });

  it.each([
    ['2022-02-22', false],
    ['2022-02-23', true],
  ])('le %s : %s (loi 2022-217, art. 217)', (le, attendu) => {
    expect(doitSAbstenir(true, 'aide', jour(le))).toBe(attendu);
  });
});

describe('L2131-11, L3132-5, L4142-5 : ils quittent le compte des membres en exercice', () => {
  it.each([
    ['commune', '2022-02-22', false],
    ['commune', '2022-02-23', true],
    ['epci', '2022-02-23', true],
    ['autre', '2022-02-23', true],
    ['departement', '2025-12-23', false],
    ['departement', '2025-12-24', true],
    ['region', '2025-12-23', false],
    ['region', '2025-12-24', true],
  ] as const)('%s, le %s : %s', (genre, le, attendu) => {
    expect(representantsDeduits(genre, jour(le))).toBe(attendu);
  });
});

const juger = (aPrisPart: boolean | null, nature: 'aide' | 'autre' = 'aide') =>
  constatDesRepresentants({
    organisme: 'CAF 13',
    nature,
    le: jour('2022-10-14'),
    representants: [{ membre: 'Ayme', aPrisPart }],
  });

describe('L1111-6 : ce qu’on en dit', () => {
  it.each([
    [
      true,
      'aide',
      false,
      'Ce membre, que la loi fait siéger dans l’organisme (CAF 13), a pris part à une décision qui lui profite : Ayme.',
    ],
    [
      null,
      'aide',
      null,
      'Rien ne dit si ce représentant dans l’organisme (CAF 13) s’est retiré : Ayme.',
    ],
    [
      false,
      'aide',
      true,
      'Les représentants dans l’organisme (CAF 13) n’ont pas pris part à la décision.',
    ],
    [
      true,
      'autre',
      true,
      'La décision ne donne ni contrat public, ni garantie, ni aide à l’organisme (CAF 13) : ceux qui y représentent la collectivité peuvent voter.',
    ],
    [
      null,
      'autre',
      true,
      'La décision ne donne ni contrat public, ni garantie, ni aide à l’organisme (CAF 13) : ceux qui y représentent la collectivité peuvent voter.',
    ],
  ] as const)('a pris part %s, %s : %s', (aPrisPart, nature, conforme, phrase) => {
    const c = juger(aPrisPart, nature);
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire === null).toBe(conforme === true);
    if (conforme !== true) expect(c.queFaire).toContain('CAF 13');
    expect(c.regle.id).toBe('R-INT-02');
    expect(c.faits).toEqual({
      organisme: 'CAF 13',
      nature,
      representants: 1,
      obliges: nature === 'aide',
    });
  });
});
