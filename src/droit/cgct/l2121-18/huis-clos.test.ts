import { describe, expect, it } from 'vitest';
import { constatDeHuisClos, huisClosRecevable, majoriteDuHuisClos } from './huis-clos.ts';

describe('L2121-18 al. 2 : « sur la demande de trois membres ou du maire »', () => {
  it.each([
    ['commune', 2, false],
    ['commune', 3, true],
    ['epci', 4, false],
    ['epci', 5, true],
    ['departement', 4, false],
    ['departement', 5, true],
    ['region', 5, true],
  ] as const)('%s, %i demandeurs : %s', (genre, demandeurs, recevable) => {
    expect(huisClosRecevable(genre, false, demandeurs)).toBe(recevable);
    expect(huisClosRecevable(genre, true, 0)).toBe(true);
  });
});

describe('L2121-18 al. 2 : « à la majorité absolue des membres présents ou représentés »', () => {
  it.each([
    [52, 27],
    [53, 27],
    [54, 28],
  ])('%i présents ou représentés : %i voix', (n, majorite) => {
    expect(majoriteDuHuisClos(n)).toBe(majorite);
  });

  const FAITS = {
    genre: 'commune',
    parLePresident: false,
    demandeurs: 3,
    pour: 27,
    presentsOuRepresentes: 53,
  } as const;

  it.each([
    [{}, true],
    [{ pour: 26 }, false],
    [{ pour: 0 }, false],
    [{ pour: 53 }, true],
    [{ demandeurs: 2 }, false],
    [{ demandeurs: 0, parLePresident: true }, true],
    [{ genre: 'departement', demandeurs: 4 }, false],
  ] as const)('%j : %s', (autres, conforme) => {
    const c = constatDeHuisClos({ ...FAITS, ...autres });
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme ? null : 'La séance reste publique : ouvrez les portes et notez-le.',
    );
    expect(c.regle.id).toBe('R-SEAN-06');
  });

  it('le dit en mots, avec ses chiffres', () => {
    expect(constatDeHuisClos({ ...FAITS, pour: 26 })).toMatchObject({
      phrase:
        'Le huis clos a 26 voix pour ; il en faut 27, la majorité des 53 présents ou représentés.',
      faits: { demandeurs: 3, requis: 3, parLePresident: false, pour: 26, majorite: 27 },
    });
    expect(constatDeHuisClos({ ...FAITS, pour: 1 }).phrase).toContain('a 1 voix pour ;');
    expect(constatDeHuisClos({ ...FAITS, demandeurs: 2 }).phrase).toBe(
      'Le huis clos est demandé par 2 membres ; il faut le président ou 3 membres.',
    );
  });

  it('plus de voix que de membres est une faute du programme', () => {
    expect(() => constatDeHuisClos({ ...FAITS, pour: 54 })).toThrow(/no more voices than members/);
    expect(() => constatDeHuisClos({ ...FAITS, pour: -1 })).toThrow(/no more voices than members/);
  });
});
