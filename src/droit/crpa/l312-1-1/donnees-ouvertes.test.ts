import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { constatDOuverture, doitOuvrirSesDonnees } from './donnees-ouvertes.ts';

const le = jour('2022-10-14');

describe('CRPA L312-1-1 et D312-1-1-1 : 3 500 habitants et 50 agents', () => {
  it.each([
    [3_500, 50, true],
    [3_499, 80, false],
    [3_500, 49, false],
    [3_500, 49.9, false],
    [145_133, 2_000, true],
  ])('%i habitants, %d agents : %s', (population, agents, attendu) => {
    expect(doitOuvrirSesDonnees(population, agents, le)).toBe(attendu);
    expect(doitOuvrirSesDonnees(population, agents, null)).toBe(attendu);
    expect(doitOuvrirSesDonnees(population, agents, jour('2018-10-06'))).toBe(false);
  });

  it.each([
    [3_500, 50, true],
    [3_500, 49, true],
    [3_500, null, null],
    [3_499, null, true],
  ])('%i habitants, %s agents : conforme %s', (population, agents, conforme) => {
    const c = constatDOuverture(population, agents, le);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
