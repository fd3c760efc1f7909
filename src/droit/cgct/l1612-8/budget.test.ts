import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { constatDEnvoiBudgetaire, limiteDAdoption, limiteDEnvoi } from './budget.ts';

describe('L1612-8 et L1612-13 : le budget et le compte, transmis dans les quinze jours', () => {
  it.each([
    ['budget-primitif', 2023, false, '2023-04-15', '2023-04-30'],
    ['budget-primitif', 2026, true, '2026-04-30', '2026-05-15'],
    ['compte', 2022, false, '2023-06-30', '2023-07-15'],
    ['compte', 2022, true, '2023-06-30', '2023-07-15'],
  ] as const)('%s %i : adopté avant le, envoyé avant le', (...ligne) => {
    const [document, exercice, renouvellement, adoption, envoi] = ligne;
    expect(limiteDAdoption({ document, exercice, renouvellement })).toBe(adoption);
    expect(limiteDEnvoi({ document, exercice, renouvellement })).toBe(envoi);
  });

  it.each([
    ['budget-primitif', '2023-04-30', true],
    ['budget-primitif', '2023-05-01', false],
    ['compte', null, null],
  ] as const)('%s transmis le %s : %s', (document, transmis, conforme) => {
    const c = constatDEnvoiBudgetaire(
      { document, exercice: 2023, renouvellement: false },
      transmis === null ? null : jour(transmis),
    );
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
