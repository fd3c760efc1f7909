import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  type FaitsDeSecondeConvocation,
  constatDeSecondeConvocation,
  secondeConvocation,
} from './seconde-convocation.ts';

const FAITS: FaitsDeSecondeConvocation = {
  premiereReunion: jour('2016-06-06'),
  premiereReguliere: true,
  envoi: jour('2016-06-06'),
  reunion: jour('2016-06-10'),
  memesAffaires: true,
  rappelleLaRegle: null,
};

describe('L2121-17 al. 2 : « à nouveau convoqué à trois jours au moins d’intervalle »', () => {
  it('lundi pour vendredi : trois jours francs, plus de quorum (CE 1997, Pfister)', () => {
    expect(secondeConvocation(FAITS)).toEqual({
      joursFrancs: 3,
      requis: 3,
      quorumExige: false,
      auPlusTot: '2016-06-10',
    });
    const c = constatDeSecondeConvocation(FAITS);
    expect(c).toMatchObject({ conforme: true, queFaire: null });
    expect(c.regle.id).toBe('R-CONV-08');
    expect(c.phrase).toBe(
      'La seconde convocation laisse 3 jours francs et porte sur les mêmes affaires : le quorum n’est plus exigé.',
    );
  });

  it.each([
    [
      'vendredi pour lundi, deux jours francs',
      {
        envoi: jour('2016-06-10'),
        reunion: jour('2016-06-13'),
        premiereReunion: jour('2016-06-09'),
      },
      'elle laisse 2 jours francs au lieu de 3',
    ],
    ['le lendemain', { reunion: jour('2016-06-07') }, 'elle laisse 0 jour franc au lieu de 3'],
    ['le jour même', { reunion: jour('2016-06-06') }, 'elle laisse 0 jour franc au lieu de 3'],
    ['une affaire de plus', { memesAffaires: false }, 'elle ajoute des affaires nouvelles'],
    [
      'partie avant la première réunion',
      { envoi: jour('2016-06-05') },
      'elle est partie avant la première réunion',
    ],
    [
      'première convocation irrégulière',
      { premiereReguliere: false },
      'la première convocation n’était pas régulière',
    ],
    [
      'Alsace-Moselle sans rappel de la règle',
      { rappelleLaRegle: false },
      'elle ne rappelle pas que le quorum ne sera pas exigé (droit local)',
    ],
  ] as const)('%s : le quorum reste exigé', (_, faits, motif) => {
    const tous = { ...FAITS, ...faits };
    expect(secondeConvocation(tous).quorumExige).toBe(true);
    const c = constatDeSecondeConvocation(tous);
    expect(c.conforme).toBe(false);
    expect(c.phrase).toBe(`La seconde convocation ne dispense pas du quorum : ${motif}.`);
    expect(c.queFaire).toContain('Vérifiez le quorum');
  });

  it('réunit tous les motifs', () => {
    const c = constatDeSecondeConvocation({
      ...FAITS,
      reunion: jour('2016-06-08'),
      memesAffaires: false,
    });
    expect(c.phrase).toContain('elle laisse 1 jour franc au lieu de 3 ; elle ajoute');
    expect(c.faits).toEqual({
      joursFrancs: 1,
      requis: 3,
      quorumExige: true,
      auPlusTot: '2016-06-10',
    });
  });

  it('reste à vérifier quand on ignore si la première convocation était régulière', () => {
    const c = constatDeSecondeConvocation({ ...FAITS, premiereReguliere: null });
    expect(c.conforme).toBeNull();
    expect(c.phrase).toContain('si la première convocation était régulière');
  });

  it('Alsace-Moselle, avec le rappel de la règle : plus de quorum (L2541-4 1°)', () => {
    expect(secondeConvocation({ ...FAITS, rappelleLaRegle: true }).quorumExige).toBe(false);
  });
});
