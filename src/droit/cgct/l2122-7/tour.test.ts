import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { constatDeTour } from './election.ts';
import { type Tour, tourDeNomination } from './tour.ts';

const tour = (
  n: 1 | 2 | 3,
  voix: { readonly [nom: string]: number },
  naissances: { readonly [nom: string]: string } = {},
  papiers: { readonly blancs?: number; readonly nuls?: number } = {},
): Tour => {
  const blancs = papiers.blancs ?? 0;
  const nuls = papiers.nuls ?? 0;
  return {
    tour: n,
    votants: Object.values(voix).reduce((s, v) => s + v, 0) + blancs + nuls,
    blancs,
    nuls,
    candidats: Object.entries(voix).map(([nom, v]) => {
      const ne = naissances[nom];
      return { nom, voix: v, naissance: ne === undefined ? null : jour(ne) };
    }),
  };
};

describe('L2122-7 al. 1 et L2121-21 al. 5 : majorité absolue aux deux premiers tours', () => {
  it.each([
    [1, 6, null],
    [1, 7, 'A'],
    [2, 6, null],
    [2, 7, 'A'],
  ] as const)('tour %i, %i voix sur 13 : élu %s', (n, a, elu) => {
    const r = tourDeNomination(tour(n, { A: a, B: 13 - a - 2, C: 2 }, {}, { blancs: 1, nuls: 1 }));
    expect(r).toMatchObject({ suffragesExprimes: 13, majorite: 7, elu });
    expect(r.par).toBe(elu === null ? null : 'majorite-absolue');
  });

  it('à égalité aux deux premiers tours, personne n’est élu, même le plus âgé', () => {
    const ages = { A: '1950-01-01', B: '1990-01-01' };
    expect(tourDeNomination(tour(2, { A: 6, B: 6 }, ages)).elu).toBeNull();
    expect(tourDeNomination(tour(2, { A: 6, B: 6 }, ages)).aDepartager).toEqual([]);
  });
});

describe('L2122-7 al. 2 : majorité relative au troisième tour', () => {
  it('élit qui a le plus de voix', () => {
    expect(tourDeNomination(tour(3, { A: 5, B: 4, C: 4 }))).toMatchObject({
      elu: 'A',
      par: 'majorite-relative',
    });
    expect(tourDeNomination(tour(3, { A: 8, B: 5 })).par).toBe('majorite-absolue');
  });

  it('n’élit personne sans une voix, ni sans candidat', () => {
    expect(tourDeNomination(tour(3, { A: 0, B: 0 })).elu).toBeNull();
    expect(tourDeNomination(tour(3, {}, {}, { blancs: 4 }))).toMatchObject({
      suffragesExprimes: 0,
      majorite: 1,
      elu: null,
    });
  });
});

describe('L2122-7 al. 3 : à égalité au troisième tour, le plus âgé est élu', () => {
  it('choisit la naissance la plus ancienne parmi les premiers seulement', () => {
    const ages = { A: '1970-01-01', B: '1961-05-04', C: '1930-01-01' };
    expect(tourDeNomination(tour(3, { A: 6, B: 6, C: 1 }, ages))).toMatchObject({
      elu: 'B',
      par: 'age',
    });
    expect(tourDeNomination(tour(3, { B: 6, A: 6, C: 1 }, ages)).elu).toBe('B');
  });

  it('ne devine ni un âge inconnu, ni entre deux naissances du même jour', () => {
    const inconnu = tourDeNomination(tour(3, { A: 6, B: 6 }, { A: '1970-01-01' }));
    expect(inconnu).toMatchObject({ elu: null, par: null, aDepartager: ['A', 'B'] });
    const memeJour = { A: '1970-01-01', B: '1970-01-01' };
    expect(tourDeNomination(tour(3, { A: 6, B: 6 }, memeJour)).aDepartager).toEqual(['A', 'B']);
  });
});

describe('Le tour, dit au secrétaire', () => {
  it.each([
    ['élu au premier tour', tour(1, { A: 7, B: 6 })],
    ['élu au troisième tour', tour(3, { A: 5, B: 4, C: 4 })],
    ['élu à l’âge', tour(3, { A: 6, B: 6 }, { A: '1970-01-01', B: '1961-05-04' })],
    ['personne au premier tour', tour(1, { A: 6, B: 6 })],
    ['personne au troisième tour', tour(3, { A: 0 })],
    ['âges inconnus', tour(3, { A: 6, B: 6 })],
    ['trop de voix', { ...tour(1, { A: 7, B: 6 }), votants: 12 }],
    ['des voix manquent', { ...tour(1, { A: 7, B: 6 }), votants: 14 }],
  ])('%s', (_titre, t) => {
    expect(constatDeTour(t)).toMatchSnapshot();
  });

  it('deux candidats à la majorité dans un décompte faux : personne n’est dit élu', () => {
    const faux = { ...tour(1, { A: 7, B: 7 }), votants: 12 };
    expect(tourDeNomination(faux)).toMatchObject({ majorite: 7, elu: null, par: null });
    expect(constatDeTour(faux).conforme).toBe(false);
  });

  it('refuse plus de bulletins blancs que de votants', () => {
    expect(() => tourDeNomination({ ...tour(1, {}), blancs: 1 })).toThrow(/blank and void/);
  });
});
