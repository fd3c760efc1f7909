import { describe, expect, it } from 'vitest';
import { constatDAutorisation } from './autorisation-de-signer.ts';

describe('CE 13 octobre 2004, Montélimar : ce que le conseil sait quand il autorise à signer', () => {
  const tout = {
    objet: true,
    montant: true,
    cocontractant: true,
    montantDansLeRapport: true,
    cocontractantDansLeRapport: true,
  };
  it.each([
    ['tout est au dispositif', tout, true],
    ['DL.2022-330 : le montant est au rapport', { ...tout, montant: false }, null],
    ['montant nulle part', { ...tout, montant: false, montantDansLeRapport: false }, null],
    ['cocontractant au rapport', { ...tout, cocontractant: false }, null],
    [
      'cocontractant nulle part',
      { ...tout, cocontractant: false, cocontractantDansLeRapport: false },
      null,
    ],
    ['ni montant ni cocontractant', { ...tout, montant: false, cocontractant: false }, null],
    ['sans objet', { ...tout, objet: false }, null],
  ])('%s', (_titre, a, conforme) => {
    const c = constatDAutorisation(a);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
