import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import { constatDeMouvements } from './mouvements.ts';
import {
  CONTENU_DU_PV,
  constatDArret,
  constatDeContenu,
  constatDePublicationDuPv,
  limiteDePublicationDuPv,
} from './proces-verbal.ts';

const seance = jour('2022-10-14');
const suivante = jour('2022-12-12');

describe('L2121-15 al. 3 : le procès-verbal arrêté à la séance suivante, et signé', () => {
  const base = {
    seance,
    seanceSuivante: suivante,
    arreteLe: suivante,
    signeDuPresident: true,
    signeDuSecretaire: true,
  };
  it.each([
    ['en règle', base, true],
    ['pas encore arrêté', { ...base, arreteLe: null }, null],
    ['arrêté une séance trop tard', { ...base, arreteLe: jour('2022-12-13') }, false],
    ['sans la signature du maire', { ...base, signeDuPresident: false }, false],
    ['sans la signature du secrétaire', { ...base, signeDuSecretaire: false }, false],
    ['signatures inconnues', { ...base, signeDuPresident: null }, null],
    ['signature du secrétaire inconnue', { ...base, signeDuSecretaire: null }, null],
    ['séance suivante inconnue', { ...base, seanceSuivante: null }, true],
  ])('%s', (_titre, p, conforme) => {
    const c = constatDArret(p);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});

describe('L2121-15 al. 4 : ce que contient le procès-verbal', () => {
  const complet = {
    dateEtHeure: true,
    president: true,
    presents: true,
    secretaires: true,
    quorum: true,
    ordreDuJour: true,
    deliberations: true,
    rapports: true,
    demandesDeScrutin: true,
    resultats: true,
    discussions: true,
  };
  it('énumère les onze points de la loi', () => {
    expect(Object.keys(CONTENU_DU_PV)).toEqual(Object.keys(complet));
    expect(CONTENU_DU_PV).toMatchSnapshot();
  });

  it.each([
    ['complet', complet, true],
    [
      'sans la teneur des discussions ni le quorum',
      { ...complet, discussions: false, quorum: false },
      false,
    ],
    ['un point non vérifié', { ...complet, rapports: null }, null],
    ['deux points non vérifiés', { ...complet, rapports: null, presents: null }, null],
    ['un point absent, un autre non vérifié', { ...complet, rapports: null, quorum: false }, false],
  ])('%s', (_titre, pv, conforme) => {
    const c = constatDeContenu(pv);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});

describe('L2121-15 al. 5 : publié dans la semaine qui suit la séance où il est arrêté', () => {
  it.each([
    ['2022-12-12', '2022-12-19'],
    ['2022-07-01', '2022-07-08'],
    ['2022-06-30', null],
  ])('arrêté le %s : au plus tard le %s', (arreteLe, limite) => {
    expect(limiteDePublicationDuPv(jour(arreteLe))).toBe(limite);
  });

  it.each([
    ['à la limite', suivante, '2022-12-19', true, true],
    ['un jour trop tard', suivante, '2022-12-20', true, false],
    ['pas publié', suivante, null, null, null],
    ['sans site', suivante, null, false, null],
    ['pas arrêté', null, null, true, undefined],
    ['arrêté avant juillet 2022', jour('2022-06-30'), null, true, undefined],
  ] as const)('%s', (...ligne) => {
    const [, arreteLe, publie, site, conforme] = ligne;
    const publieLe = publie === null ? null : jour(publie);
    const c = constatDePublicationDuPv({ arreteLe, publieLe, site });
    expect(c?.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});

describe('Arrivées et départs : une seule liste de présents les cacherait', () => {
  it.each([
    [0, 2, true],
    [0, 0, false],
    [1, 2, false],
  ])('%i mouvement, %i affaires sans heure : remarque %s', (mouvements, sansHeure, remarque) => {
    const c = constatDeMouvements({ mouvements, affaires: 2, sansHeure });
    expect(c !== null).toBe(remarque);
    expect(c).toMatchSnapshot();
  });
});
