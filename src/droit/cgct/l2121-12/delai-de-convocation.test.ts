import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours, jour } from '#base/jour.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import {
  type FaitsDeConvocation,
  constatDeDelai,
  delaiDeConvocation,
  delaiRequis,
} from './delai-de-convocation.ts';

const commune = (population: number, alsaceMoselle = false): RegimeMinimal => ({
  genre: 'commune',
  population,
  alsaceMoselle,
});

const AUTRE: RegimeMinimal = {
  genre: 'autre',
  parametres: {
    joursFrancsDeConvocation: 7,
    joursFrancsEnUrgence: 2,
    pouvoirsParPorteur: 1,
    partPourScrutinPublic: 4,
    partPourScrutinSecret: 3,
    publiciteElectronique: true,
  },
};

const FAITS: FaitsDeConvocation = {
  regime: commune(145_133),
  envoi: jour('2022-10-07'),
  seance: jour('2022-10-14'),
  urgence: false,
  premiereReunion: false,
};

const requis = (regime: RegimeMinimal, autres: Partial<FaitsDeConvocation> = {}) =>
  delaiRequis({ ...FAITS, regime, ...autres });
const constat = (faits: Partial<FaitsDeConvocation>) => constatDeDelai({ ...FAITS, ...faits });

describe('L2121-11 al. 1 et L2121-12 al. 3 : trois ou cinq jours francs', () => {
  it.each([
    [3_499, 3],
    [3_500, 5],
    [3_501, 5],
  ])('commune de %i habitants : %i', (population, jours) => {
    expect(requis(commune(population))).toEqual({ jours, francs: true });
  });

  it('Aix : du vendredi 7 au vendredi 14 octobre 2022, six jours pour cinq', () => {
    expect(delaiDeConvocation(FAITS)).toEqual({
      requis: { jours: 5, francs: true },
      joursFrancs: 6,
      joursAvant: 7,
      respecte: true,
      dernierEnvoi: '2022-10-08',
    });
    expect(constat({})).toMatchObject({
      conforme: true,
      queFaire: null,
      phrase: 'La convocation laisse 6 jours francs avant la séance ; il en faut 5.',
      faits: {
        envoi: '2022-10-07',
        seance: '2022-10-14',
        joursFrancs: 6,
        requis: 5,
        dernierEnvoi: '2022-10-08',
      },
    });
  });

  it.each([
    ['2022-10-08', true, 5],
    ['2022-10-09', false, 4],
  ])('partie le %s : %s', (envoi, conforme, francs) => {
    const c = constat({ envoi: jour(envoi) });
    expect(c.conforme).toBe(conforme);
    expect(c.faits['joursFrancs']).toBe(francs);
    expect(c.regle.id).toBe('R-CONV-02');
    if (!conforme) expect(c.queFaire).toContain('au plus tard le 8 octobre 2022');
  });

  it('samedi, dimanche et Noël comptent (CE 13 octobre 1993, d’André)', () => {
    const d = delaiDeConvocation({
      ...FAITS,
      regime: commune(2_000),
      envoi: jour('1989-12-21'),
      seance: jour('1989-12-26'),
    });
    expect([d.joursFrancs, d.respecte]).toEqual([4, true]);
  });

  it('envoyer au dernier jour suffit, le lendemain non, quelle que soit la séance', () => {
    fc.assert(
      fc.property(fc.nat(40_000), fc.constantFrom(500, 5_000), fc.boolean(), (n, p, urgence) => {
        const seance = ajouterJours(jour('1990-01-01'), n);
        const faits = { ...FAITS, regime: commune(p), seance, urgence };
        const { dernierEnvoi } = delaiDeConvocation({ ...faits, envoi: seance });
        expect(delaiDeConvocation({ ...faits, envoi: dernierEnvoi }).respecte).toBe(true);
        const lendemain = ajouterJours(dernierEnvoi, 1);
        expect(delaiDeConvocation({ ...faits, envoi: lendemain }).respecte).toBe(false);
      }),
      { seed: 2022 },
    );
  });

  it('une convocation partie le jour de la séance laisse zéro jour, dit sans nombre négatif', () => {
    expect(constat({ envoi: jour('2022-10-14') }).phrase).toContain('laisse 0 jour franc avant');
  });
});

describe('L2121-11 al. 2, L2121-12 al. 3 : « sans pouvoir être inférieur à un jour franc »', () => {
  it.each([
    ['2022-10-12', true],
    ['2022-10-13', false],
  ])('urgence, partie le %s : %s', (envoi, conforme) => {
    const c = constat({ envoi: jour(envoi), urgence: true });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toContain('il en faut 1 en urgence.');
  });

  it.each([
    ['commune', commune(300), 1],
    ['Alsace-Moselle', commune(300, true), 0],
    ['EPCI', { genre: 'epci' }, 1],
    ['département', { genre: 'departement' }, 1],
    ['région', { genre: 'region' }, 1],
    ['statut propre', AUTRE, 2],
  ] as const)('%s : %s', (_, regime, jours) => {
    expect(requis(regime, { urgence: true })).toEqual({ jours, francs: true });
  });
});

describe('L2121-7 al. 2 : la première réunion après le renouvellement', () => {
  it('trois jours francs, même à partir de 3 500 habitants', () => {
    expect(requis(commune(10_000), { premiereReunion: true }).jours).toBe(3);
    expect(requis(commune(10_000), { premiereReunion: true, urgence: true }).jours).toBe(1);
    expect(requis({ genre: 'departement' }, { premiereReunion: true }).jours).toBe(12);
  });

  it('la dérogation ne vaut pas pour un EPCI (CE 22 juillet 2015, n° 383072)', () => {
    expect(requis({ genre: 'epci' }, { premiereReunion: true }).jours).toBe(5);
  });
});

describe('L5211-1 : tous les EPCI suivent les cinq jours depuis le 1er mars 2020', () => {
  it.each([
    ['2020-02-29', 3_499, 3],
    ['2020-02-29', 3_500, 5],
    ['2020-03-01', 3_499, 5],
    ['2020-02-29', undefined, 5],
  ] as const)('le %s, population %s : %i', (seance, population, jours) => {
    const regime: RegimeMinimal =
      population === undefined ? { genre: 'epci' } : { genre: 'epci', population };
    expect(requis(regime, { seance: jour(seance) }).jours).toBe(jours);
  });

  it('avant 2020, un délai de trois jours n’est pas affirmé suffisant', () => {
    const faits = {
      regime: { genre: 'epci', population: 900 } as const,
      seance: jour('2020-02-28'),
    };
    const doute = constat({ ...faits, envoi: jour('2020-02-24') });
    expect(doute.conforme).toBeNull();
    expect(doute.phrase).toMatch(/Avant mars 2020, .* il reste à vérifier\.$/);
    expect(constat({ ...faits, envoi: jour('2020-02-22') }).conforme).toBe(true);
    expect(constat({ ...faits, envoi: jour('2020-02-25') }).conforme).toBe(false);
    expect(constat({ ...faits, envoi: jour('2020-02-26'), urgence: true }).conforme).toBe(true);
    const premierMars = { ...faits, seance: jour('2020-03-01'), urgence: true };
    expect(constat({ ...premierMars, envoi: jour('2020-02-28') }).conforme).toBe(true);
  });
});

describe('L2541-2 al. 3 : Alsace-Moselle, trois jours et la veille', () => {
  it.each([
    [500, '2024-05-13', false, true],
    [500, '2024-05-14', false, false],
    [5_000, '2024-05-11', false, true],
    [5_000, '2024-05-13', false, null],
    [3_499, '2024-05-13', false, true],
    [3_500, '2024-05-13', false, null],
    [5_000, '2024-05-14', false, false],
    [5_000, '2024-05-16', true, null],
    [5_000, '2024-05-15', true, true],
    [500, '2024-05-16', true, true],
    [500, '2024-05-17', true, false],
  ] as const)('%i habitants, partie le %s pour le 17, urgence %s : %s', (p, envoi, urgence, ok) => {
    const c = constat({
      regime: commune(p, true),
      envoi: jour(envoi),
      seance: jour('2024-05-17'),
      urgence,
    });
    expect(c.conforme).toBe(ok);
    expect(c.phrase.includes('réponse ministérielle de 1996')).toBe(ok === null);
    expect(c.queFaire === null).toBe(ok === true);
  });
});

describe('L3121-19 al. 1 et L4132-18 al. 1 : « douze jours au moins avant »', () => {
  it.each([
    ['departement', '2024-06-02', true],
    ['departement', '2024-06-03', null],
    ['departement', '2024-06-04', false],
    ['region', '2024-06-03', null],
    ['region', '2024-06-02', true],
  ] as const)('%s, rapport parti le %s pour le 15 : %s', (genre, envoi, conforme) => {
    const c = constat({ regime: { genre }, envoi: jour(envoi), seance: jour('2024-06-15') });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toMatch(/laisse 1[123] jours avant la séance ; il en faut 12\./);
    expect(c.phrase.includes('francs')).toBe(conforme === null);
    expect(/ jours? francs? avant/.test(c.phrase)).toBe(false);
  });

  it('un seul jour laissé se dit au singulier, et sans dire qu’il est franc', () => {
    const seance = jour('2024-06-15');
    const c = constat({ regime: { genre: 'departement' }, envoi: jour('2024-06-14'), seance });
    expect(c.phrase).toBe('La convocation laisse 1 jour avant la séance ; il en faut 12.');
  });

  it('le dernier envoi est douze jours avant', () => {
    const d = delaiDeConvocation({
      ...FAITS,
      regime: { genre: 'departement' },
      seance: jour('2024-06-15'),
    });
    expect(d.dernierEnvoi).toBe('2024-06-03');
    expect(requis({ genre: 'region' })).toEqual({ jours: 12, francs: false });
  });
});

describe('Une assemblée à statut propre', () => {
  it('et une petite commune n’appellent aucune réserve', () => {
    const envoi = jour('2020-02-21');
    const seance = jour('2020-02-25');
    expect(constat({ regime: commune(5_000), envoi, seance }).conforme).toBe(false);
    expect(constat({ regime: commune(900), envoi, seance }).conforme).toBe(true);
    const statut = constat({ regime: AUTRE, envoi: jour('2020-02-17'), seance });
    expect(statut).toMatchObject({ conforme: true });
    expect(statut.phrase).toMatch(/il en faut 7\.$/);
  });

  it('suit les délais qu’elle énonce', () => {
    expect(requis(AUTRE)).toEqual({ jours: 7, francs: true });
  });
});
