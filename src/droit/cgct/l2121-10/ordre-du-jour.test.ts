import { describe, expect, it } from 'vitest';
import { constatDOrdreDuJour, peutEtreVotee } from './ordre-du-jour.ts';

describe('L2121-10 : « les questions portées à l’ordre du jour »', () => {
  it.each([
    [true, 'mineure', true, 'risque'],
    [true, 'ordinaire', true, 'illegal'],
    [false, 'ordinaire', false, 'illegal'],
    [false, 'mineure', false, 'risque'],
  ] as const)('inscrite %s, %s : %s (%s)', (inscrite, importance, conforme, gravite) => {
    const c = constatDOrdreDuJour(inscrite, importance);
    expect(peutEtreVotee(inscrite)).toBe(conforme);
    expect(c.conforme).toBe(conforme);
    expect(c.regle).toMatchObject({ id: 'R-CONV-03', gravite });
    expect(c.queFaire).toBe(
      conforme ? null : 'Inscrivez-la à l’ordre du jour d’une prochaine séance.',
    );
    expect(c.faits).toEqual({ inscrite, importance });
  });

  it('le dit en mots (CAA Versailles, 17VE02826)', () => {
    expect(constatDOrdreDuJour(true, 'ordinaire').phrase).toBe(
      'L’affaire est inscrite à l’ordre du jour.',
    );
    expect(constatDOrdreDuJour(false, 'mineure').phrase).toMatch(/même si elle est minime\.$/);
    expect(constatDOrdreDuJour(false, 'ordinaire').phrase).toMatch(/ne peut pas la voter\.$/);
  });
});
