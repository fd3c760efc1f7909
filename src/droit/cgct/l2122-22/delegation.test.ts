import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { constatDeCompetence, demandeDeSubventionDelegable } from './delegation.ts';

describe('L2122-22 26° : demander une subvention, le conseil ou le maire par délégation', () => {
  it.each([
    ['2015-08-08', false],
    ['2015-08-09', true],
    ['2022-10-14', true],
  ])('le %s : délégable %s', (le, delegable) => {
    expect(demandeDeSubventionDelegable(jour(le))).toBe(delegable);
  });

  it.each([
    ['2022-10-14', null, true],
    ['2022-10-14', false, true],
    ['2022-10-14', true, null],
    ['2015-08-08', null, true],
  ])('le %s, déléguée %s : %s', (le, deleguee, conforme) => {
    const c = constatDeCompetence({ le: jour(le), deleguee });
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
