import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  type AffaireADistance,
  constatDeVisioconference,
  visioconferenceOuverte,
} from './visioconference.ts';

const FAITS: AffaireADistance = {
  genre: 'epci',
  le: jour('2024-06-01'),
  scrutin: 'public',
  matiere: 'autre',
  annonceeDansLaConvocation: true,
  diffuseeEnDirect: true,
};

describe('L5211-11-1 et L3121-9-1 : la visioconférence', () => {
  it.each([
    ['epci', '2024-06-01', true],
    ['departement', '2024-06-01', true],
    ['region', '2024-06-01', true],
    ['commune', '2024-06-01', false],
    ['commune', '2022-07-31', true],
    ['commune', '2022-08-01', false],
    ['autre', '2024-06-01', false],
  ] as const)('%s, le %s : %s', (genre, le, ouverte) => {
    expect(visioconferenceOuverte(genre, jour(le))).toBe(ouverte);
  });

  it.each([
    [{}, true, 'L’affaire peut être traitée en visioconférence.'],
    [{ scrutin: 'secret' }, false, 'En visioconférence, on n’y vote qu’au scrutin public.'],
    [{ scrutin: 'ordinaire' }, false, 'En visioconférence, on n’y vote qu’au scrutin public.'],
    [
      { matiere: 'election-interne' },
      false,
      'En visioconférence, on n’y élit personne et on n’y vote pas le budget primitif.',
    ],
    [
      { matiere: 'budget-primitif' },
      false,
      'En visioconférence, on n’y élit personne et on n’y vote pas le budget primitif.',
    ],
    [
      { annonceeDansLaConvocation: false },
      false,
      'En visioconférence, la convocation doit l’annoncer.',
    ],
    [
      { diffuseeEnDirect: false, scrutin: 'secret' },
      false,
      'En visioconférence, on n’y vote qu’au scrutin public et la réunion doit être diffusée en direct.',
    ],
    [{ scrutin: null }, null, 'Tout n’est pas connu de cette réunion à distance.'],
    [
      { annonceeDansLaConvocation: null },
      null,
      'Tout n’est pas connu de cette réunion à distance.',
    ],
    [{ diffuseeEnDirect: null }, null, 'Tout n’est pas connu de cette réunion à distance.'],
    [
      { diffuseeEnDirect: null, scrutin: 'secret' },
      false,
      'En visioconférence, on n’y vote qu’au scrutin public.',
    ],
    [
      { genre: 'commune' },
      false,
      'La visioconférence n’est pas permise : la loi ne l’ouvre pas à ce conseil (le conseil municipal).',
    ],
    [
      { genre: 'commune', scrutin: null },
      false,
      'La visioconférence n’est pas permise : la loi ne l’ouvre pas à ce conseil (le conseil municipal).',
    ],
  ] as const)('%j : %s', (autres, conforme, phrase) => {
    const c = constatDeVisioconference({ ...FAITS, ...autres });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire).toBe(
      conforme === true ? null : 'Traitez l’affaire dans une séance tenue en un seul lieu.',
    );
    expect(c.regle.id).toBe('R-SEAN-05');
  });

  it('porte ses faits', () => {
    expect(constatDeVisioconference(FAITS).faits).toEqual({
      ouverte: true,
      scrutin: 'public',
      matiere: 'autre',
    });
  });
});
