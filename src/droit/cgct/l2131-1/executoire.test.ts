import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { type Formalites, constatDExecution, executoire } from './executoire.ts';
import {
  type ActeAPublier,
  peutChoisirSaPublicite,
  publiciteRequise,
  publicitesAdmises,
} from './publicite.ts';

const commune = (population: number) =>
  ({ genre: 'commune', population, alsaceMoselle: false }) as const;

const acte = (a: Partial<ActeAPublier>): ActeAPublier => ({
  regime: commune(145_133),
  le: jour('2022-10-14'),
  portee: 'ni-l-un-ni-l-autre',
  choix: null,
  ...a,
});

const formalites = (f: Partial<Formalites>): Formalites => ({
  ...acte({}),
  aTransmettre: true,
  transmiseLe: null,
  enLigneLe: null,
  afficheeLe: null,
  papierLe: null,
  notifieeLe: null,
  urgence: false,
  ...f,
});

const autre = (publiciteElectronique: boolean) =>
  ({
    genre: 'autre',
    population: 0,
    parametres: {
      joursFrancsDeConvocation: 5,
      joursFrancsEnUrgence: 1,
      pouvoirsParPorteur: 1,
      partPourScrutinPublic: 4,
      partPourScrutinSecret: 3,
      publiciteElectronique,
    },
  }) as const;

describe('L2131-1 II à IV : la publicité que la loi demande', () => {
  it.each([
    ['3 500 habitants', acte({ regime: commune(3_500) }), 'electronique'],
    ['3 500 habitants, un choix sans effet', acte({ choix: 'affichage' }), 'electronique'],
    ['3 499 habitants, sans choix', acte({ regime: commune(3_499) }), 'electronique'],
    ['al. 1° affichage', acte({ regime: commune(3_499), choix: 'affichage' }), 'affichage'],
    ['al. 2° papier', acte({ regime: commune(1), choix: 'papier' }), 'papier'],
    ['al. 3° en ligne', acte({ regime: commune(1), choix: 'electronique' }), 'electronique'],
    [
      'EPCI de 900 habitants',
      acte({ regime: { genre: 'epci', population: 900 }, choix: 'papier' }),
      'electronique',
    ],
    ['département', acte({ regime: { genre: 'departement', population: 1 } }), 'electronique'],
    ['région', acte({ regime: { genre: 'region', population: 1 } }), 'electronique'],
    ['statut propre, en ligne', acte({ regime: autre(true) }), 'electronique'],
    ['statut propre, affichage', acte({ regime: autre(false) }), 'affichage'],
    ['acte réglementaire', acte({ portee: 'reglementaire' }), 'electronique'],
    [
      'II décision individuelle',
      acte({ portee: 'individuelle', regime: commune(10) }),
      'notification',
    ],
  ] as const)('%s', (_titre, a, attendue) => {
    expect(publiciteRequise(a)).toBe(attendue);
    expect(publicitesAdmises(a)).toEqual([attendue]);
  });

  it('avant le 1er juillet 2022 : affichage ou papier, le site ne faisait que s’y ajouter', () => {
    const veille = jour('2022-06-30');
    expect(publicitesAdmises(acte({ le: veille }))).toEqual(['affichage', 'papier']);
    expect(publicitesAdmises(acte({ le: veille, portee: 'individuelle' }))).toEqual([
      'notification',
    ]);
    expect(publiciteRequise(acte({ le: jour('2022-07-01') }))).toBe('electronique');
  });

  it('le choix n’est ouvert qu’aux communes de moins de 3 500 habitants, depuis juillet 2022', () => {
    const le = jour('2022-07-01');
    expect(peutChoisirSaPublicite({ regime: commune(3_499), le })).toBe(true);
    expect(peutChoisirSaPublicite({ regime: commune(3_500), le })).toBe(false);
    expect(peutChoisirSaPublicite({ regime: commune(100), le: jour('2022-06-30') })).toBe(false);
    expect(peutChoisirSaPublicite({ regime: { genre: 'epci', population: 100 }, le })).toBe(false);
  });
});

const trois = jour('2022-10-03');
const quatre = jour('2022-10-04');
const dix = jour('2022-10-10');

describe('L2131-1 I : exécutoire quand la publicité et la transmission sont faites', () => {
  it.each([
    ['publié après la transmission', { enLigneLe: dix, transmiseLe: trois }, dix, dix],
    ['transmis après la publication', { enLigneLe: trois, transmiseLe: dix }, dix, trois],
    ['le même jour', { enLigneLe: trois, transmiseLe: trois }, trois, trois],
    [
      'rien n’est à transmettre',
      { enLigneLe: trois, aTransmettre: false, transmiseLe: dix },
      trois,
      trois,
    ],
    [
      'l’affichage ne remplace pas la publication',
      { afficheeLe: trois, transmiseLe: trois },
      null,
      null,
    ],
    ['il manque la transmission', { enLigneLe: trois }, null, trois],
    [
      'sous 3 500 habitants, affiché par choix',
      { regime: commune(800), choix: 'affichage', afficheeLe: quatre, transmiseLe: trois },
      quatre,
      quatre,
    ],
    [
      'sous 3 500 habitants, affiché sans choix',
      { regime: commune(800), afficheeLe: quatre, transmiseLe: trois },
      null,
      null,
    ],
    [
      'sur papier par choix',
      { regime: commune(800), choix: 'papier', papierLe: quatre, transmiseLe: trois },
      quatre,
      quatre,
    ],
    [
      'décision individuelle notifiée',
      { portee: 'individuelle', notifieeLe: quatre, enLigneLe: trois, transmiseLe: dix },
      dix,
      quatre,
    ],
    [
      'ancien régime, affiché',
      { le: jour('2022-06-24'), afficheeLe: quatre, papierLe: dix, transmiseLe: trois },
      quatre,
      quatre,
    ],
    [
      'ancien régime, papier d’abord',
      { le: jour('2022-06-24'), afficheeLe: dix, papierLe: quatre, transmiseLe: trois },
      quatre,
      quatre,
    ],
    [
      'ancien régime, en ligne seulement',
      { le: jour('2022-06-24'), enLigneLe: quatre, transmiseLe: trois },
      null,
      null,
    ],
  ] as const)('%s', (_titre, f, depuis, recours) => {
    const e = executoire(formalites(f));
    expect(e).toMatchObject({
      executoireDepuis: depuis,
      recoursDepuis: recours,
      parUrgence: false,
    });
  });

  it('dit ce qui manque', () => {
    expect(executoire(formalites({})).manque).toEqual(['transmission', 'publicite']);
    expect(executoire(formalites({ transmiseLe: trois })).manque).toEqual(['publicite']);
    expect(executoire(formalites({ enLigneLe: trois })).manque).toEqual(['transmission']);
    expect(executoire(formalites({ enLigneLe: trois, aTransmettre: false })).manque).toEqual([]);
  });
});

describe('L2131-1 V : en urgence, l’affichage met en vigueur, la publication ouvre le recours', () => {
  it.each([
    [
      'affiché puis publié',
      { afficheeLe: trois, transmiseLe: trois, enLigneLe: dix },
      trois,
      dix,
      true,
    ],
    ['affiché, pas encore publié', { afficheeLe: trois, transmiseLe: quatre }, quatre, null, true],
    [
      'publié avant d’être affiché',
      { afficheeLe: dix, transmiseLe: trois, enLigneLe: quatre },
      quatre,
      quatre,
      false,
    ],
    [
      'avant juillet 2022 : sans objet',
      { le: jour('2022-06-30'), enLigneLe: trois, transmiseLe: trois },
      null,
      null,
      false,
    ],
    [
      'dès le 1er juillet 2022',
      { le: jour('2022-07-01'), afficheeLe: trois, transmiseLe: trois },
      trois,
      null,
      true,
    ],
    [
      'décision individuelle : sans objet',
      { portee: 'individuelle', afficheeLe: trois, transmiseLe: trois },
      null,
      null,
      false,
    ],
  ] as const)('%s', (...ligne) => {
    const [, f, depuis, recours, parUrgence] = ligne;
    const e = executoire(formalites({ ...f, urgence: true }));
    expect(e).toMatchObject({ executoireDepuis: depuis, recoursDepuis: recours, parUrgence });
  });
});

describe('Ce que l’on dit au secrétariat', () => {
  it.each([
    ['en vigueur', { enLigneLe: dix, transmiseLe: trois }],
    ['en vigueur, rien à transmettre', { enLigneLe: dix, aTransmettre: false }],
    ['en vigueur par urgence', { afficheeLe: trois, transmiseLe: trois, urgence: true }],
    ['DL.2022-330 : transmise, jamais mise en ligne', { transmiseLe: jour('2022-10-19') }],
    ['publiée, non transmise', { enLigneLe: trois }],
    ['rien', {}],
    ['affichage attendu', { regime: commune(800), choix: 'affichage' as const }],
    ['papier attendu', { regime: commune(800), choix: 'papier' as const, transmiseLe: trois }],
    ['notification attendue', { portee: 'individuelle' as const, transmiseLe: trois }],
  ])('%s', (_titre, f) => {
    expect(constatDExecution(formalites(f))).toMatchSnapshot();
  });
});
