import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import {
  type FaitsDePouvoir,
  constatDesEcrits,
  constatDesPouvoirs,
  defautsDuPouvoir,
  mandantAdmis,
  porteurAdmis,
  porteursEnTrop,
  pouvoirsParPorteur,
  pouvoirsValables,
  remiseEnSeancePossible,
  vautPourLaSeance,
} from './pouvoirs.ts';

const COMMUNE: RegimeMinimal = { genre: 'commune', population: 145_133, alsaceMoselle: false };
const DEPARTEMENT: RegimeMinimal = { genre: 'departement' };
const STATUT: RegimeMinimal = {
  genre: 'autre',
  parametres: {
    joursFrancsDeConvocation: 5,
    joursFrancsEnUrgence: 1,
    pouvoirsParPorteur: 3,
    partPourScrutinPublic: 4,
    partPourScrutinSecret: 3,
    publiciteElectronique: true,
  },
};
const LE = jour('2022-10-14');
const POUVOIR: FaitsDePouvoir = {
  mandant: 'Cassar',
  porteur: 'Ayme',
  ecrit: true,
  porteurPresent: true,
  mandantPresent: false,
  revoque: false,
  seancesConsecutives: 1,
  maladieConstatee: false,
};
const defauts = (autres: Partial<FaitsDePouvoir>, regime: RegimeMinimal = COMMUNE) =>
  defautsDuPouvoir({ ...POUVOIR, ...autres }, regime);

describe('L2121-20 al. 1 : « ne peut être porteur que d’un seul pouvoir »', () => {
  it.each([
    [COMMUNE, '2022-10-14', 1],
    [{ genre: 'epci' }, '2022-10-14', 1],
    [DEPARTEMENT, '2022-10-14', 1],
    [STATUT, '2022-10-14', 3],
    [COMMUNE, '2022-07-31', 2],
    [COMMUNE, '2022-08-01', 1],
    [DEPARTEMENT, '2021-02-01', 2],
    [STATUT, '2021-02-01', 2],
  ] as const)('%j, le %s : %i par porteur', (regime, le, n) => {
    expect(pouvoirsParPorteur(regime, jour(le))).toBe(n);
  });

  it.each([
    [0, 0],
    [1, 1],
    [2, 1],
  ])('%i pouvoirs tenus : %i valable', (tenus, valables) => {
    expect(pouvoirsValables(tenus, COMMUNE, LE)).toBe(valables);
  });

  it('les porteurs de trop de pouvoirs sont nommés, avec leur nombre', () => {
    const tous = [{ porteur: 'A' }, { porteur: 'B' }, { porteur: 'A' }];
    expect(porteursEnTrop(tous, 1)).toEqual([['A', 2]]);
    expect(porteursEnTrop(tous, 2)).toEqual([]);
  });
});

describe('L2121-20 al. 1 : écrit, révocable, trois séances au plus', () => {
  it.each([
    [{}, []],
    [{ ecrit: false }, ['il n’est pas écrit']],
    [{ ecrit: null }, []],
    [{ porteurPresent: false }, ['son porteur est absent']],
    [{ mandantPresent: true }, ['celui qui l’a donné est présent']],
    [{ mandantPresent: null }, []],
    [{ revoque: true }, ['il a été retiré']],
    [{ porteur: 'Cassar' }, ['il est donné à soi-même']],
    [{ seancesConsecutives: 3 }, []],
    [{ seancesConsecutives: 4 }, ['il sert pour plus de 3 séances de suite']],
    [{ seancesConsecutives: 4, maladieConstatee: true }, []],
    [{ seancesConsecutives: null }, []],
    [{ ecrit: false, revoque: true }, ['il n’est pas écrit', 'il a été retiré']],
  ] as const)('%j : %j', (autres, attendu) => {
    expect(defauts(autres)).toEqual(attendu);
  });

  it('L3121-16 al. 1 : une délégation ne vaut que pour la réunion, même en cas de maladie', () => {
    expect(defauts({ seancesConsecutives: 1 }, DEPARTEMENT)).toEqual([]);
    expect(defauts({ seancesConsecutives: 2, maladieConstatee: true }, DEPARTEMENT)).toEqual([
      'il sert pour plus de 1 séance de suite',
    ]);
    expect(defauts({ seancesConsecutives: 2 }, { genre: 'region' })).toHaveLength(1);
  });

  it('vaut pour les séances qu’il nomme (TA Lille 1993, Annezin)', () => {
    const nommees = [jour('2019-11-07')];
    expect(vautPourLaSeance(nommees, jour('2019-11-12'))).toBe(false);
    expect(vautPourLaSeance([...nommees, jour('2019-11-12')], jour('2019-11-12'))).toBe(true);
  });

  it.each([
    [true, false, true],
    [true, true, false],
    [false, false, false],
  ])('remis en séance, écrit %s, interdit %s : %s (Sénat n° 1540)', (ecrit, interdit, possible) => {
    expect(remiseEnSeancePossible(ecrit, interdit)).toBe(possible);
  });

  it.each([
    ['maire', true, false],
    ['maire', false, true],
    ['autre', true, true],
  ] as const)('%s, compte administratif %s : %s (Sénat n° 08561)', (mandant, compte, admis) => {
    expect(mandantAdmis(mandant, compte)).toBe(admis);
    // L2121-14 al. 3: the mayor leaves at the vote, and cannot cast another's voice either.
    expect(porteurAdmis(mandant, compte)).toBe(admis);
  });
});

describe('Les pouvoirs d’une séance', () => {
  const deux = [POUVOIR, { ...POUVOIR, mandant: 'Dumas', porteur: 'Bianco' }];

  it('onze pouvoirs justes sont justes', () => {
    expect(constatDesPouvoirs(deux, COMMUNE, LE)).toMatchObject({
      conforme: true,
      queFaire: null,
      phrase:
        '2 pouvoirs, chacun écrit, porté par un membre présent pour un membre absent, dans la limite permise.',
      faits: { pouvoirs: 2, parPorteur: 1, ecarts: 0 },
      regle: { id: 'R-POUV-01' },
    });
  });

  it('un porteur de deux pouvoirs est nommé ; il ne l’est pas pendant la crise sanitaire', () => {
    const charges = deux.map((p) => ({ ...p, porteur: 'Ayme' }));
    const c = constatDesPouvoirs(charges, COMMUNE, LE);
    expect(c.conforme).toBe(false);
    expect(c.phrase).toBe('2 pouvoirs : Ayme en porte 2 au lieu de 1.');
    expect(c.queFaire).toContain('Écartez');
    const crise = constatDesPouvoirs(charges, COMMUNE, jour('2022-03-10'));
    expect(crise.conforme).toBe(true);
    expect(crise.regle.id).toBe('R-QUOR-03');
  });

  it('dit pour qui et pourquoi', () => {
    const c = constatDesPouvoirs([{ ...POUVOIR, porteurPresent: false }], COMMUNE, LE);
    expect(c.phrase).toBe('1 pouvoir : pour le pouvoir donné par Cassar, son porteur est absent.');
    expect(c.faits['ecarts']).toBe(1);
  });

  it('un porteur dont rien ne dit s’il était là : à vérifier', () => {
    const c = constatDesPouvoirs([{ ...POUVOIR, porteurPresent: null }], COMMUNE, LE);
    expect(c.conforme).toBeNull();
    expect(c.phrase).toContain('rien ne dit si le porteur est présent pour : Cassar');
    expect(c.queFaire).toContain('dans la salle');
  });

  it('L2121-20 al. 1, « pouvoir écrit » : l’écrit que rien ne prouve est un autre constat', () => {
    const sansEcrit = [
      { ...POUVOIR, ecrit: null },
      { ...POUVOIR, mandant: 'Dumas', porteur: 'B' },
    ];
    const c = constatDesPouvoirs(sansEcrit, COMMUNE, LE);
    expect(c.conforme).toBe(true);
    expect(c.phrase).not.toContain('écrit');
    const e = constatDesEcrits(sansEcrit, COMMUNE, LE);
    expect(e).toMatchObject({ conforme: null, faits: { pouvoirs: 2, ecritInconnu: 1 } });
    expect(e?.phrase).toBe('Rien ne dit si les pouvoirs donnés par Cassar sont écrits.');
    expect(e?.queFaire).toContain('Gardez chaque pouvoir écrit');
    expect(constatDesEcrits([{ ...POUVOIR, ecrit: null }], COMMUNE, LE)?.phrase).toBe(
      'Rien ne dit si les pouvoirs sont écrits.',
    );
    expect(constatDesEcrits([POUVOIR], COMMUNE, LE)).toBeNull();
  });

  it('aucun pouvoir, rien à dire', () => {
    expect(constatDesPouvoirs([], COMMUNE, LE)).toMatchObject({
      conforme: true,
      phrase: 'Aucun pouvoir n’a été donné.',
    });
  });

  it.each(['departement', 'region'] as const)('%s : la règle citée est R-POUV-02', (genre) => {
    expect(constatDesPouvoirs([], { genre }, LE).regle.id).toBe('R-POUV-02');
  });
});
