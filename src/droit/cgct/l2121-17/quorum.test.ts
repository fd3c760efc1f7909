import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { type FaitsDeQuorum, constatDeQuorum, etatDuQuorum, quorum } from './quorum.ts';

const FAITS: FaitsDeQuorum = {
  genre: 'commune',
  alsaceMoselle: false,
  le: jour('2022-10-14'),
  membresEnExercice: 55,
  presents: 42,
  aDistance: 0,
  interesses: 0,
  interessesSortis: 0,
  representants: 0,
  representantsSortis: 0,
  maireAuCompteAdministratif: false,
  sansCondition: false,
};

const etat = (faits: Partial<FaitsDeQuorum>) => etatDuQuorum({ ...FAITS, ...faits });
const constat = (faits: Partial<FaitsDeQuorum>) => constatDeQuorum({ ...FAITS, ...faits });

describe('L2121-17 al. 1 : « la majorité de ses membres en exercice est présente »', () => {
  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [7, 4],
    [8, 5],
    [11, 6],
    [19, 10],
    [27, 14],
    [54, 28],
    [55, 28],
    [69, 35],
    [163, 82],
  ])('%i membres en exercice : il en faut %i', (n, attendu) => {
    expect(quorum(n)).toBe(attendu);
  });

  it('est le plus petit nombre qui dépasse la moitié', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), (n) => {
        const q = quorum(n);
        expect(2 * q > n && 2 * (q - 1) <= n).toBe(true);
      }),
      { seed: 2022 },
    );
  });

  it.each([
    [55, 27, false],
    [55, 28, true],
    [54, 27, false],
    [54, 28, true],
    [11, 5, false],
    [11, 6, true],
  ])('%i membres, %i présents : %s', (membresEnExercice, presents, atteint) => {
    expect(etat({ membresEnExercice, presents }).atteint).toBe(atteint);
    expect(constat({ membresEnExercice, presents }).conforme).toBe(atteint);
  });

  it('un nombre négatif ou une fraction de membre est une faute du programme', () => {
    expect(() => quorum(-1)).toThrow(/members in office are counted in whole/);
    expect(() => quorum(1.5)).toThrow(/members in office are counted in whole/);
    expect(() => etat({ presents: -1 })).toThrow(/members are counted in whole/);
    expect(() => etat({ interesses: 0.5 })).toThrow(/members are counted in whole/);
    expect(() => etat({ representants: -2 })).toThrow(/members are counted in whole/);
    expect(() => etat({ aDistance: -2 })).toThrow(/members are counted in whole/);
  });

  it('dit en mots ce qui est et ce qu’il faut, avec son article', () => {
    expect(constat({})).toEqual({
      regle: expect.objectContaining({ id: 'R-QUOR-01' }),
      conforme: true,
      phrase:
        '42 membres présents comptent pour le quorum ; il en faut 28, soit plus de la moitié des 55 membres en exercice.',
      queFaire: null,
      faits: {
        membresEnExercice: 55,
        membresComptes: 55,
        requis: 28,
        comptes: 42,
        presents: 42,
        interesses: 0,
        representants: 0,
      },
    });
    const perdu = constat({ presents: 1 });
    expect(perdu.phrase).toMatch(/^1 membre présent compte pour le quorum ; il en faut 28/);
    expect(perdu.queFaire).toContain('convoquez de nouveau');
  });
});

describe('L2131-11 : le membre intéressé n’est pas compté présent (CE 1983, Chauré)', () => {
  it('19 membres, 10 présents, 2 intéressés : 8 comptent, il en faut 10 (Sénat 24626)', () => {
    const e = etat({
      le: jour('2007-03-01'),
      membresEnExercice: 19,
      presents: 10,
      interesses: 2,
    });
    expect(e).toMatchObject({ membresComptes: 19, requis: 10, comptes: 8, atteint: false });
  });

  it('ne descend jamais sous zéro', () => {
    expect(etat({ presents: 1, interesses: 2 }).comptes).toBe(0);
    expect(etat({ membresEnExercice: 1, presents: 1, representants: 2 }).membresComptes).toBe(0);
  });

  it.each([
    ['2025-12-23', false],
    ['2025-12-24', null],
  ] as const)('au %s, si tout tient à un intéressé resté sans participer : %s', (le, conforme) => {
    const c = constat({ le: jour(le), presents: 28, interesses: 1 });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase.includes('à vérifier')).toBe(conforme === null);
    expect(c.queFaire).not.toBeNull();
  });

  it('le doute de 2025 ne change rien quand le quorum manque de toute façon, ou est là', () => {
    const le = jour('2026-01-15');
    expect(constat({ le, presents: 27, interesses: 0 }).conforme).toBe(false);
    expect(constat({ le, presents: 26, interesses: 1 }).conforme).toBe(false);
    expect(constat({ le, presents: 29, interesses: 1 }).conforme).toBe(true);
  });
});

describe('L2131-11 et L1111-6 II : les représentants quittent aussi le nombre des membres', () => {
  it.each([
    ['commune', '2022-02-22', 19, 10, false],
    ['commune', '2022-02-23', 17, 9, true],
    ['epci', '2022-10-14', 17, 9, true],
    ['departement', '2025-12-23', 19, 10, false],
    ['departement', '2025-12-24', 17, 9, true],
    ['region', '2025-12-23', 19, 10, false],
    ['region', '2025-12-24', 17, 9, true],
  ] as const)('%s, %s : %i membres comptés, il en faut %i', (...cas) => {
    const [genre, le, comptes, requis, ok] = cas;
    // 22 February 2022 falls in the health crisis: that day the third applies.
    const e = etat({
      genre,
      le: jour(le),
      membresEnExercice: 19,
      presents: 11,
      representants: 2,
    });
    expect(e.membresComptes).toBe(comptes);
    expect(e.comptes).toBe(9);
    if (e.periode === 'droit-commun') expect([e.requis, e.atteint]).toEqual([requis, ok]);
  });

  it('avant la loi de 2022 : 11 présents dont 2 représentants sur 19, 9 comptent, il en faut 10', () => {
    const e = etat({
      le: jour('2021-10-14'),
      membresEnExercice: 19,
      presents: 11,
      representants: 2,
    });
    expect(e).toMatchObject({ membresComptes: 19, requis: 10, comptes: 9, atteint: false });
  });
});

describe('L2131-11 et L2541-4 : ceux qui sont sortis de la salle', () => {
  it('un représentant sorti quitte aussi le nombre des membres en exercice', () => {
    const e = etat({ membresEnExercice: 19, presents: 9, representantsSortis: 2 });
    expect(e).toMatchObject({ membresComptes: 17, requis: 9, comptes: 9, atteint: true });
    expect(constat({ representants: 1, representantsSortis: 2 }).faits['representants']).toBe(3);
  });

  it('un intéressé sorti compte pour la moitié d’Alsace-Moselle, non pour le quorum', () => {
    const faits = { alsaceMoselle: true, membresEnExercice: 16, presents: 5, interesses: 3 };
    expect(etat({ ...faits, interessesSortis: 4 }).atteint).toBe(false);
    expect(etat({ ...faits, interessesSortis: 5 })).toMatchObject({ atteint: true, comptes: 2 });
  });

  it('un nombre négatif est une faute du programme', () => {
    expect(() => etat({ interessesSortis: -1 })).toThrow(/members who left are counted in whole/);
    expect(() => etat({ representantsSortis: -1 })).toThrow(
      /members who left are counted in whole/,
    );
  });
});

describe('L2121-14 al. 3 : le maire ne compte pas pour son compte administratif', () => {
  it('11 membres, 6 présents dont le maire : 5 comptent (CE 1986, La Teste-de-Buch)', () => {
    expect(
      etat({ membresEnExercice: 11, presents: 6, maireAuCompteAdministratif: true }),
    ).toMatchObject({ comptes: 5, requis: 6, atteint: false });
  });
});

describe('Lois 2020-290, 2020-1379 et 2021-1465 : un tiers des membres', () => {
  it.each([
    ['2022-03-10', 55, 18, false],
    ['2022-03-10', 55, 19, true],
    ['2020-12-01', 29, 9, false],
    ['2020-12-01', 29, 10, true],
    ['2021-10-15', 29, 10, false],
    ['2022-08-01', 55, 19, false],
  ] as const)('le %s, %i membres, %i présents : %s', (le, membresEnExercice, presents, ok) => {
    expect(etat({ le: jour(le), membresEnExercice, presents }).atteint).toBe(ok);
  });

  it('cite la règle de la crise, et le tiers', () => {
    const c = constat({ le: jour('2022-03-10'), presents: 19 });
    expect(c.regle.id).toBe('R-QUOR-03');
    expect(c.phrase).toContain('il en faut 19, soit un tiers des 55 membres');
    expect(etat({ le: jour('2022-03-10') }).periode).toBe('crise-sanitaire');
    expect(etat({}).periode).toBe('droit-commun');
  });
});

describe('L5211-11-1, L3121-9-1 : les présents à distance', () => {
  it.each([
    ['epci', '2024-06-01', 21],
    ['departement', '2024-06-01', 21],
    ['region', '2024-06-01', 21],
    ['commune', '2024-06-01', 15],
    ['autre', '2024-06-01', 15],
    ['commune', '2022-03-10', 21],
  ] as const)('%s, le %s : 15 sur place et 6 à distance, %i comptent', (genre, le, comptes) => {
    expect(
      etat({ genre, le: jour(le), membresEnExercice: 40, presents: 15, aDistance: 6 }).comptes,
    ).toBe(comptes);
  });
});

describe('L2121-17 al. 2 et L2541-4 : quand aucun nombre n’est exigé', () => {
  it('après une seconde convocation régulière, un seul présent suffit', () => {
    const c = constat({ presents: 1, sansCondition: true });
    expect(c.conforme).toBe(true);
    expect(c.regle.id).toBe('R-CONV-08');
    expect(c.phrase).toContain('aucun nombre n’est exigé');
    expect(etat({ presents: 1, sansCondition: true }).dispense).toBe('seconde-convocation');
  });

  it.each([
    [true, 7, false],
    [true, 8, true],
    [true, 9, true],
    [false, 9, false],
  ])('Alsace-Moselle %s, %i intéressés sur 16 : %s', (alsaceMoselle, interesses, ok) => {
    const c = constat({ alsaceMoselle, membresEnExercice: 16, presents: 10, interesses });
    expect(c.conforme).toBe(ok);
    expect(c.regle.id).toBe(ok ? 'R-QUOR-04' : 'R-QUOR-01');
    expect(c.phrase.includes('Alsace-Moselle')).toBe(ok);
  });
});

describe('L3121-14 et L4132-13 : département et région', () => {
  it.each(['departement', 'region'] as const)('%s : la règle citée est R-QUOR-02', (genre) => {
    expect(constat({ genre }).regle.id).toBe('R-QUOR-02');
  });

  it.each(['epci', 'autre'] as const)('%s : la règle citée est R-QUOR-01', (genre) => {
    expect(constat({ genre }).regle.id).toBe('R-QUOR-01');
  });
});
