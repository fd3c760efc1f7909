import { describe, expect, it } from 'vitest';
import { combien, enChiffres, enumerer } from './phrases.ts';

describe('Les mots des constats', () => {
  it.each([
    [0, '0 membre'],
    [1, '1 membre'],
    [2, '2 membres'],
    [-1, '-1 membre'],
    [145_133, '145\u202f133 membres'],
  ])('%i : « %s »', (n, attendu) => {
    expect(combien(n, 'membre')).toBe(attendu);
  });

  it('un pluriel irrégulier est donné', () => {
    expect(combien(3, 'jour franc', 'jours francs')).toBe('3 jours francs');
    expect(combien(1, 'voix', 'voix')).toBe('1 voix');
  });

  it.each([
    [[], ''],
    [['A'], 'A'],
    [['A', 'B'], 'A et B'],
    [['A', 'B', 'C'], 'A, B et C'],
  ])('%j : « %s »', (noms, attendu) => {
    expect(enumerer(noms)).toBe(attendu);
  });

  it.each([
    [999, '999'],
    [1_000, '1\u202f000'],
    [1_234_567, '1\u202f234\u202f567'],
  ])('%i s’écrit « %s »', (n, attendu) => {
    expect(enChiffres(n)).toBe(attendu);
  });
});
