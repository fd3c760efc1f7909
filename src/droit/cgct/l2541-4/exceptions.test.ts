import { describe, expect, it } from 'vitest';
import { moitieInteressee } from './exceptions.ts';

describe('L2541-4 2° : la moitié ou plus du conseil intéressée', () => {
  it.each([
    [4, 10, false],
    [5, 10, true],
    [6, 10, true],
    [7, 15, false],
    [8, 15, true],
    [0, 0, false],
  ])('%i intéressés sur %i : %s', (interesses, membres, attendu) => {
    expect(moitieInteressee(interesses, membres)).toBe(attendu);
  });

  it('un nombre négatif est une faute du programme', () => {
    expect(() => moitieInteressee(-1, 10)).toThrow(/counted from zero/);
    expect(() => moitieInteressee(1, -10)).toThrow(/counted from zero/);
  });
});
