import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { cadence, constatDeFrequence, tranchesSansReunion } from './frequence.ts';

const FAITS = {
  genre: 'commune',
  syndicatAObjetUnique: false,
  seances: [jour('2022-01-31'), jour('2022-06-30'), jour('2022-07-01'), jour('2022-12-31')],
  du: jour('2022-01-01'),
  au: jour('2022-12-31'),
} as const;

describe('L2121-7 al. 1 : « au moins une fois par trimestre »', () => {
  it('une réunion à chaque trimestre suffit', () => {
    const c = constatDeFrequence(FAITS);
    expect(c).toMatchObject({
      conforme: true,
      queFaire: null,
      phrase: 'L’assemblée s’est réunie au moins une fois par trimestre.',
      faits: { reunions: 4, sansReunion: 0 },
    });
    expect(c.regle.id).toBe('R-SEAN-01');
  });

  it('les trimestres sans réunion sont nommés', () => {
    const faits = { ...FAITS, seances: [jour('2022-06-30')] };
    expect(tranchesSansReunion(faits)).toEqual([
      { annee: 2022, rang: 1 },
      { annee: 2022, rang: 3 },
      { annee: 2022, rang: 4 },
    ]);
    const c = constatDeFrequence(faits);
    expect(c.conforme).toBe(false);
    expect(c.phrase).toBe(
      'Aucune réunion : 1er trimestre 2022, 3e trimestre 2022 et 4e trimestre 2022. La loi en veut une par trimestre.',
    );
    expect(c.queFaire).toContain('trimestre');
    expect(c.faits['sansReunion']).toBe(3);
  });

  it('le même trimestre d’une autre année ne compte pas', () => {
    const faits = { ...FAITS, seances: [...FAITS.seances.slice(1), jour('2021-02-01')] };
    expect(tranchesSansReunion(faits)).toEqual([{ annee: 2022, rang: 1 }]);
  });
});

describe('L5211-11 al. 1 : un syndicat à objet unique se réunit par semestre', () => {
  it.each([
    ['epci', true, 6],
    ['epci', false, 3],
    ['commune', true, 3],
    ['departement', false, 3],
  ] as const)('%s, objet unique %s : tous les %i mois', (genre, unique, mois) => {
    expect(cadence(genre, unique)).toBe(mois);
  });

  it('deux réunions dans l’année lui suffisent', () => {
    const c = constatDeFrequence({
      ...FAITS,
      genre: 'epci',
      syndicatAObjetUnique: true,
      seances: [jour('2022-03-01'), jour('2022-09-01')],
    });
    expect(c.conforme).toBe(true);
    expect(c.regle.id).toBe('R-SEAN-03');
    expect(c.phrase).toContain('par semestre');
  });
});
