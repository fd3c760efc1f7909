import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { membre, village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { Fait } from '../faits.ts';
import type { CloreUnTour } from './clore-un-tour.ts';

const tour = (rang: 1 | 2 | 3, plus: Partial<CloreUnTour> = {}): CloreUnTour => ({
  ...EXEMPLES.TourDeNominationClos,
  type: 'CloreUnTour',
  tour: rang,
  votants: 5,
  blancs: 1,
  nuls: 0,
  candidats: [
    { nom: 'Alix', membre: membre(2), naissance: jour('1970-01-01'), voix: 2 },
    { nom: 'Bao', membre: null, naissance: jour('1961-05-04'), voix: 2 },
  ],
  ...plus,
});
const clos = (commande: CloreUnTour): Fait => ({ ...commande, type: 'TourDeNominationClos' });

describe('Clore un tour de nomination', () => {
  it('laisse l’affaire en discussion tant que nul n’a la majorité absolue', () => {
    const seance = etantDonne(...village())
      .quand(tour(1))
      .alors(clos(tour(1)));
    expect(seance.affaires[0]).toMatchObject({
      etat: 'en-discussion',
      tours: [{ suffragesExprimes: 4, majorite: 3, elu: null }],
    });
  });

  it('L2122-7 : au troisième tour, à égalité, le plus âgé est élu', () => {
    const faits = [...village(), clos(tour(1)), clos(tour(2))];
    const seance = etantDonne(...faits)
      .quand(tour(3))
      .alors(clos(tour(3)));
    expect([seance.affaires[0]?.etat, seance.affaires[0]?.tours.at(-1)?.elu]).toEqual([
      'pourvue',
      'Bao',
    ]);
  });

  it('sans dates de naissance, l’égalité du troisième tour reste à départager', () => {
    const candidats = tour(3).candidats.map((candidat) => ({ ...candidat, naissance: null }));
    const seance = etantDonne(...village(), clos(tour(1)), clos(tour(2)))
      .quand(tour(3, { candidats }))
      .alors(clos(tour(3, { candidats })));
    expect(seance.affaires[0]).toMatchObject({ etat: 'en-discussion' });
    expect(seance.affaires[0]?.tours.at(-1)?.aDepartager).toEqual(['Alix', 'Bao']);
    etantDonne(...seance.faits)
      .quand(tour(3))
      .estRefuse({ code: 'tour-hors-de-rang', attendu: null });
  });

  it('refuse un tour hors de son rang', () => {
    etantDonne(...village())
      .quand(tour(2))
      .estRefuse({ code: 'tour-hors-de-rang', tour: 2, attendu: 1 });
    etantDonne(...village(), clos(tour(1)))
      .quand(tour(1))
      .estRefuse({ code: 'tour-hors-de-rang', attendu: 2 });
  });

  it('refuse plus de votants que la salle, plus de bulletins que de votants', () => {
    etantDonne(...village())
      .quand(tour(1, { votants: 6 }))
      .estRefuse({ code: 'vote-plus-grand-que-la-salle' });
    etantDonne(...village())
      .quand(tour(1, { blancs: 2 }))
      .estRefuse({ code: 'plus-de-bulletins-que-de-votants', bulletins: 6, votants: 5 });
  });

  it('refuse un candidat en double, ou un membre inconnu', () => {
    const [alix] = tour(1).candidats;
    const double =
      alix === undefined
        ? []
        : [
            { ...alix, voix: 1 },
            { ...alix, voix: 1 },
          ];
    etantDonne(...village())
      .quand(tour(1, { candidats: double }))
      .estRefuse({ code: 'candidat-en-double' });
    const inconnu = double.slice(0, 1).map((candidat) => ({ ...candidat, membre: membre(30) }));
    etantDonne(...village())
      .quand(tour(1, { candidats: inconnu }))
      .estRefuse({ code: 'membre-inconnu' });
  });

  it('refuse un nouveau tour quand quelqu’un est élu', () => {
    const elu = tour(1, { candidats: [{ nom: 'Bao', membre: null, naissance: null, voix: 3 }] });
    etantDonne(...village(), clos(elu))
      .quand(tour(2))
      .estRefuse({ code: 'affaire-hors-de-propos', etat: 'pourvue' });
  });
});
