import { describe, expect, it } from 'vitest';
import { conduiteDuVote, constatDeVoteADistance } from './vote-secret.ts';

describe('L5211-11-1 al. 3 : le vote en visioconférence', () => {
  it.each([
    [true, true, 'renvoyer'],
    [true, false, 'scrutin-public'],
    [false, true, 'scrutin-secret'],
    [false, false, 'scrutin-ordinaire'],
  ] as const)('à distance %s, secret adopté %s : %s', (visioconference, secretAdopte, conduite) => {
    expect(conduiteDuVote({ visioconference, secretAdopte })).toBe(conduite);
  });

  it.each([
    [true, true, 'renvoye', true],
    [true, true, 'secret', false],
    [true, true, 'public', false],
    [true, false, 'public', true],
    [true, false, 'ordinaire', false],
    [false, false, 'secret', true],
  ] as const)('à distance %s, secret adopté %s, tenu %s : conforme %s', (...ligne) => {
    const [visioconference, secretAdopte, tenu, conforme] = ligne;
    const c = constatDeVoteADistance({ visioconference, secretAdopte }, tenu);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
