import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Voix, depouiller, majoriteAbsolue } from './depouiller.ts';

const RIEN: Voix = {
  pour: 0,
  contre: 0,
  abstentions: 0,
  nonParticipations: 0,
  blancs: 0,
  nuls: 0,
  secret: false,
  voixDuPresident: null,
};

describe('L2121-20 al. 2 : la majorité absolue des suffrages exprimés', () => {
  it.each([
    [0, 1],
    [1, 1],
    [52, 27],
    [53, 27],
    [54, 28],
  ])('sur %i suffrages, il en faut %i', (exprimes, requis) => {
    expect(majoriteAbsolue(exprimes)).toBe(requis);
  });

  it.each([
    [26, 27, false],
    [27, 27, false],
    [28, 27, true],
    [0, 0, false],
    [1, 0, true],
  ])('%i pour, %i contre : adoptée %s', (pour, contre, adoptee) => {
    expect(depouiller({ ...RIEN, pour, contre }).adoptee).toBe(adoptee);
  });

  it('ne compte ni abstention, ni bulletin blanc ou nul, ni refus de prendre part au vote', () => {
    const r = depouiller({
      ...RIEN,
      pour: 4,
      abstentions: 6,
      nonParticipations: 3,
      blancs: 2,
      nuls: 1,
      secret: true,
    });
    expect(r).toEqual({
      pour: 4,
      contre: 0,
      abstentions: 6,
      nonParticipations: 3,
      blancs: 2,
      nuls: 1,
      suffragesExprimes: 4,
      majorite: 3,
      adoptee: true,
      unanime: true,
      partage: false,
      preponderante: false,
    });
  });

  it('n’est pas unanime sans une voix pour, ni avec une voix contre', () => {
    expect(depouiller({ ...RIEN, abstentions: 5 }).unanime).toBe(false);
    expect(depouiller({ ...RIEN, pour: 52, contre: 1 }).unanime).toBe(false);
    expect(depouiller({ ...RIEN, pour: 53 }).unanime).toBe(true);
  });
});

describe('L2121-20 al. 3 : à égalité, la voix du président l’emporte, sauf scrutin secret', () => {
  it.each([
    ['pour', false, true, true],
    ['contre', false, false, true],
    ['abstention', false, false, false],
    [null, false, false, false],
    ['pour', true, false, false],
    ['contre', true, false, false],
  ] as const)('président %s, secret %s : adoptée %s, prépondérante %s', (...ligne) => {
    const [voixDuPresident, secret, adoptee, preponderante] = ligne;
    const r = depouiller({ ...RIEN, pour: 24, contre: 24, voixDuPresident, secret });
    expect(r).toMatchObject({ partage: true, adoptee, preponderante });
  });

  it('ne joue pas quand une voix sépare les camps', () => {
    const r = depouiller({ ...RIEN, pour: 24, contre: 25, voixDuPresident: 'pour' });
    expect(r).toMatchObject({ partage: false, adoptee: false, preponderante: false });
  });

  it('n’y a pas partage sans aucune voix', () => {
    expect(depouiller({ ...RIEN, voixDuPresident: 'pour' })).toMatchObject({
      partage: false,
      preponderante: false,
      adoptee: false,
    });
  });
});

describe('L1612-12 : les comptes sont adoptés s’il n’y a pas une majorité contre', () => {
  it.each([
    [5, 4, true],
    [5, 5, true],
    [5, 6, false],
    [0, 0, true],
  ])('%i pour, %i contre : adoptés %s', (pour, contre, adoptee) => {
    const r = depouiller({ ...RIEN, pour, contre, comptes: true, voixDuPresident: 'contre' });
    expect(r).toMatchObject({ adoptee, preponderante: false });
  });
});

describe('Décompte impossible', () => {
  it.each([-1, 0.5, Number.NaN])('refuse %d voix', (pour) => {
    expect(() => depouiller({ ...RIEN, pour })).toThrow(/whole and non-negative/);
    expect(() => majoriteAbsolue(pour)).toThrow(/whole, non-negative/);
  });

  it('une voix pour de plus ne fait jamais rejeter ce qui était adopté', () => {
    const n = fc.nat(300);
    fc.assert(
      fc.property(n, n, fc.boolean(), (pour, contre, secret) => {
        const avant = depouiller({ ...RIEN, pour, contre, secret }).adoptee;
        const apres = depouiller({ ...RIEN, pour: pour + 1, contre, secret }).adoptee;
        return !avant || apres;
      }),
      { seed: 330 },
    );
  });
});
