import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import {
  type Reception,
  constatDeDefere,
  constatDeSuspension,
  delaiDuDefere,
  demandeDePiecesQuiCompte,
  dernierJourDuDefere,
  suspendueJusquAu,
} from './defere.ts';

const recue = (r: Partial<Reception> = {}): Reception => ({
  recueLe: jour('2022-10-19'),
  pieces: null,
  gracieux: null,
  territoire: 'commun',
  ...r,
});

const pieces = (demandeesLe: string, recuesLe: string | null) => ({
  demandeesLe: jour(demandeesLe),
  recuesLe: recuesLe === null ? null : jour(recuesLe),
});

describe('L2131-6 al. 1 : deux mois francs à compter de la réception', () => {
  it.each([
    ['DL.2022-330, reçue le 19 octobre 2022', recue(), '2022-12-20'],
    [
      'pièces demandées à temps',
      recue({ pieces: pieces('2022-11-10', '2022-11-25') }),
      '2023-01-26',
    ],
    [
      'pièces demandées le dernier jour',
      recue({ pieces: pieces('2022-12-20', '2022-12-27') }),
      '2023-02-28',
    ],
    [
      'pièces demandées trop tard',
      recue({ pieces: pieces('2022-12-21', '2022-12-27') }),
      '2022-12-20',
    ],
    [
      'pièces demandées avant la réception',
      recue({ pieces: pieces('2022-10-18', '2022-11-25') }),
      '2022-12-20',
    ],
    ['pièces demandées, non reçues', recue({ pieces: pieces('2022-11-10', null) }), null],
    [
      'recours gracieux sans réponse',
      recue({ gracieux: { recuLe: jour('2022-12-01'), rejeteLe: null } }),
      '2023-04-03',
    ],
    [
      'recours gracieux rejeté',
      recue({ gracieux: { recuLe: jour('2022-12-01'), rejeteLe: jour('2023-01-10') } }),
      '2023-03-13',
    ],
    [
      'recours gracieux le dernier jour',
      recue({ gracieux: { recuLe: jour('2022-12-20'), rejeteLe: null } }),
      '2023-04-21',
    ],
    [
      'recours gracieux trop tard',
      recue({ gracieux: { recuLe: jour('2022-12-21'), rejeteLe: null } }),
      '2022-12-20',
    ],
    [
      'recours gracieux le jour de la réception',
      recue({ gracieux: { recuLe: jour('2022-10-19'), rejeteLe: null } }),
      '2023-02-20',
    ],
    [
      'recours gracieux avant la réception',
      recue({ gracieux: { recuLe: jour('2022-10-18'), rejeteLe: null } }),
      '2022-12-20',
    ],
    [
      'Alsace-Moselle, fin le 26 décembre',
      recue({ recueLe: jour('2022-10-25'), territoire: 'alsace-moselle' }),
      '2022-12-27',
    ],
    ['ailleurs, fin le 26 décembre', recue({ recueLe: jour('2022-10-25') }), '2022-12-26'],
  ])('%s', (_titre, r, attendu) => {
    expect(dernierJourDuDefere(r)).toBe(attendu);
  });

  it.each([
    ['pas reçue', null],
    ['pièces attendues', recue({ pieces: pieces('2022-11-10', null) })],
    ['reçue', recue()],
  ])('le dit : %s', (_titre, r) => {
    expect(constatDeDefere(r)).toMatchSnapshot();
  });
});

describe('L2131-6 al. 4 : la suspension demandée dans les dix jours, pour un mois au plus', () => {
  it.each([
    ['marches', '2022-10-12', '2022-11-03'],
    ['marches', '2022-10-13', '2022-11-03'],
    ['marches', '2022-10-14', null],
    ['marches', '2022-10-02', null],
    ['urbanisme', '2022-10-03', '2022-11-03'],
    ['delegation-de-service-public', '2022-10-12', '2022-11-03'],
    ['autre', '2022-10-12', null],
    ['marches', null, null],
  ] as const)('%s, demandée le %s : jusqu’au %s', (matiere, demandee, attendu) => {
    const s = {
      matiere,
      recueLe: jour('2022-10-03'),
      demandeeLe: demandee === null ? null : jour(demandee),
    };
    expect(suspendueJusquAu(s)).toBe(attendu);
    expect(constatDeSuspension(s)).toMatchSnapshot();
  });
});

describe('L2131-6 : d’où part le délai du préfet', () => {
  it.each([
    ['la réception', recue(), 'reception', '2022-10-19'],
    ['les pièces', recue({ pieces: pieces('2022-11-10', '2022-11-25') }), 'pieces', '2022-11-25'],
    ['rien encore', recue({ pieces: pieces('2022-11-10', null) }), 'pieces-attendues', null],
    [
      'le refus que fait le silence',
      recue({ gracieux: { recuLe: jour('2022-12-01'), rejeteLe: null } }),
      'recours-gracieux',
      '2023-02-01',
    ],
    [
      'la réception, quand le recours gracieux est venu trop tard',
      recue({ gracieux: { recuLe: jour('2022-12-21'), rejeteLe: null } }),
      'reception',
      '2022-10-19',
    ],
  ] as const)('%s', (_, reception, motif, depart) => {
    expect(delaiDuDefere(reception)).toMatchObject({ motif, depart });
  });

  it.each([
    [recue(), 'à minuit.'],
    [recue({ pieces: pieces('2022-11-10', '2022-11-25') }), 'pièces reçues le 25 novembre 2022.'],
    [
      recue({ gracieux: { recuLe: jour('2022-12-01'), rejeteLe: null } }),
      'qui repart du refus du 1er février 2023.',
    ],
  ])('et on le dit', (reception, fin) => {
    const { phrase } = constatDeDefere(reception);
    expect(phrase.slice(-fin.length)).toBe(fin);
  });

  it('de plusieurs demandes de pièces, compte celle qui attend, ou la dernière satisfaite', () => {
    const compte = (...demandes: readonly ReturnType<typeof pieces>[]) =>
      demandeDePiecesQuiCompte(jour('2022-10-19'), demandes, 'commun');
    const premiere = pieces('2022-11-10', '2022-12-01');
    const seconde = pieces('2022-11-20', '2022-11-25');
    expect(compte()).toBeNull();
    expect(compte(premiere, seconde)).toBe(premiere);
    expect(compte(seconde, premiere)).toBe(premiere);
    const ouverte = pieces('2022-11-15', null);
    expect(compte(ouverte, premiere)).toBe(ouverte);
    expect(compte(premiere, ouverte)).toBe(ouverte);
  });

  it.each([
    ['2022-10-18', false],
    ['2022-10-19', true],
    ['2022-12-20', true],
    ['2022-12-21', false],
  ])('une demande du %s compte : %s', (le, attendu) => {
    const trouvee = demandeDePiecesQuiCompte(jour('2022-10-19'), [pieces(le, null)], 'commun');
    expect(trouvee !== null).toBe(attendu);
  });
});
