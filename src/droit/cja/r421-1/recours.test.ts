import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import {
  type PointDeDepart,
  apresRecoursGracieux,
  constatDeRecours,
  delaiDeRecours,
} from './recours.ts';

const depart = (p: Partial<PointDeDepart> = {}): PointDeDepart => ({
  depuis: jour('2022-10-19'),
  territoire: 'commun',
  distance: 'aucune',
  gracieux: null,
  voiesMentionnees: null,
  ...p,
});

const gracieux = (recuLe: string, rejeteLe: string | null = null) => ({
  recuLe: jour(recuLe),
  rejeteLe: rejeteLe === null ? null : jour(rejeteLe),
});

describe('CJA R421-1 : deux mois francs de la publication ou de la notification', () => {
  it.each([
    ['2022-10-19', '2022-12-20'],
    ['2007-10-01', '2007-12-03'],
    ['2022-06-30', '2022-08-31'],
    ['2023-12-30', '2024-03-01'],
    ['2024-12-30', '2025-03-03'],
    ['2022-09-30', '2022-12-01'],
    ['2023-02-28', '2023-05-02'],
    ['2024-03-07', '2024-05-10'],
  ])('du %s : jusqu’au %s', (depuis, dernierJour) => {
    expect(delaiDeRecours(depart({ depuis: jour(depuis) }))).toEqual({
      dernierJour,
      interrompu: false,
      rejetImplicite: null,
      genre: 'deux-mois',
      depart: depuis,
    });
  });
});

describe('CJA R421-7 : un mois de plus outre-mer, deux de l’étranger', () => {
  it.each([
    ['aucune', '2022-12-20'],
    ['outre-mer', '2023-01-20'],
    ['etranger', '2023-02-20'],
  ] as const)('%s : jusqu’au %s', (distance, dernierJour) => {
    expect(delaiDeRecours(depart({ distance })).dernierJour).toBe(dernierJour);
  });
});

describe('CRPA L411-2 : le recours gracieux fait dans le délai l’interrompt', () => {
  it.each([
    ['sans réponse', gracieux('2022-12-01'), true, '2023-02-01', '2023-04-03'],
    ['le dernier jour', gracieux('2022-12-20'), true, '2023-02-20', '2023-04-21'],
    ['un jour trop tard', gracieux('2022-12-21'), false, null, '2022-12-20'],
    ['le jour de la publication', gracieux('2022-10-19'), true, '2022-12-19', '2023-02-20'],
    ['avant la publication', gracieux('2022-10-18'), false, null, '2022-12-20'],
    ['rejet exprès', gracieux('2022-12-01', '2023-01-10'), true, null, '2023-03-13'],
    [
      'rejet exprès le jour du rejet implicite',
      gracieux('2022-12-01', '2023-02-01'),
      true,
      null,
      '2023-04-03',
    ],
    [
      'R421-2 : rejet exprès après le silence, dans le nouveau délai',
      gracieux('2022-12-01', '2023-03-01'),
      true,
      '2023-02-01',
      '2023-05-02',
    ],
    [
      'R421-2 : rejet exprès le dernier jour',
      gracieux('2022-12-01', '2023-04-03'),
      true,
      '2023-02-01',
      '2023-06-05',
    ],
    [
      'rejet exprès après le nouveau délai : confirmatif',
      gracieux('2022-12-01', '2023-04-04'),
      true,
      '2023-02-01',
      '2023-04-03',
    ],
    ['silence un 31 décembre', gracieux('2022-12-20'), true, '2023-02-20', '2023-04-21'],
  ] as const)('%s', (...ligne) => {
    const [, recours, interrompu, rejetImplicite, dernierJour] = ligne;
    expect(delaiDeRecours(depart({ gracieux: recours }))).toMatchObject({
      interrompu,
      rejetImplicite,
      dernierJour,
    });
  });

  it('dit d’où part le dernier délai', () => {
    expect(apresRecoursGracieux(gracieux('2022-12-31'), jour).depart).toBe('2023-02-28');
    expect(apresRecoursGracieux(gracieux('2022-12-31', '2023-01-02'), jour).depart).toBe(
      '2023-01-02',
    );
  });
});

describe('CJA R421-5 et CE 13 juillet 2016, Czabaj : notification sans voies ni délais', () => {
  it.each([
    [false, '2023-10-19'],
    [true, '2022-12-20'],
    [null, '2022-12-20'],
  ])('mention %s : jusqu’au %s', (voiesMentionnees, dernierJour) => {
    expect(delaiDeRecours(depart({ voiesMentionnees })).dernierJour).toBe(dernierJour);
  });

  it('un recours gracieux dans l’année interrompt aussi', () => {
    const p = depart({ voiesMentionnees: false, gracieux: gracieux('2023-06-01') });
    expect(delaiDeRecours(p)).toMatchObject({ interrompu: true, dernierJour: '2023-10-02' });
  });
});

describe('Ce que l’on dit du recours', () => {
  it.each([
    ['publicité non prouvée', null, 'Marseille'],
    ['publié, tribunal connu', depart(), 'Marseille'],
    ['publié, tribunal inconnu', depart(), null],
    ['notifié avec voies et délais', depart({ voiesMentionnees: true }), 'Marseille'],
    ['notifié sans voies ni délais', depart({ voiesMentionnees: false }), 'Marseille'],
  ])('%s', (_titre, p, tribunal) => {
    expect(constatDeRecours(p, tribunal)).toMatchSnapshot();
  });
});
