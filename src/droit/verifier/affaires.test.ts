import { describe, expect, it } from 'vitest';
import { estBudgetOuDepenseObligatoire, estUnCompte, estUnHuisClos } from './affaires.ts';

describe('Les affaires que la loi traite à part', () => {
  it.each([
    ['compte administratif', true],
    ['Adoption du compte financier unique', true],
    ['CA', true],
    ['accounts', true],
    ['administrative account', true],
    ['vote des comptes', true],
    ['compte de gestion', false],
    ['compte rendu des décisions', false],
    ['accounting committee', false],
    ['cadastre', false],
    [undefined, false],
  ])('%s : un compte du maire ? %s', (item, attendu) => {
    expect(estUnCompte(item)).toBe(attendu);
  });

  it.each([
    ['huis clos', true],
    ['Demande de huis-clos', true],
    ['closed session', true],
    ['clôture', false],
    [undefined, false],
  ])('%s : un huis clos ? %s', (item, attendu) => {
    expect(estUnHuisClos(item)).toBe(attendu);
  });

  it.each([
    ['budget', true],
    ['Vote du budget primitif', true],
    ['Dépense obligatoire', true],
    ['compulsory expenditure', true],
    ['budget participatif', false],
    ['subvention', false],
    [undefined, false],
  ])('%s : laissé à part par L1111-6 II ? %s', (item, attendu) => {
    expect(estBudgetOuDepenseObligatoire(item)).toBe(attendu);
  });
});
