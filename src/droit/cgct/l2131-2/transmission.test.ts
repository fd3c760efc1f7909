import { jour } from '#base/jour.ts';
import { describe, expect, it } from 'vitest';
import {
  type Transmission,
  constatDeDelaiDeTransmission,
  constatDeTransmission,
  limiteDeTransmission,
  teletransmissionObligatoire,
  transmissionDue,
} from './transmission.ts';

describe('L2131-2 I : les actes transmis au préfet, et les exceptions', () => {
  it.each([
    ['deliberation', true, '1°'],
    ['decision-par-delegation', true, '1°'],
    ['deliberation-voirie', false, '1° a'],
    ['deliberation-gestion-du-personnel', false, '1° b'],
    ['police', true, '2°'],
    ['circulation-stationnement', false, '2°'],
    ['debit-de-boissons-temporaire', false, '2°'],
    ['acte-reglementaire', true, '3°'],
    ['contrat-soumis', true, '4°'],
    ['marche-sous-le-seuil', false, '4°'],
    ['agent-non-titulaire', true, '5°'],
    ['agent-accroissement-temporaire', false, '5°'],
    ['urbanisme', true, '6°'],
    ['requisition-du-comptable', true, '7°'],
    ['prerogative-de-sem', true, '8°'],
  ] as const)('%s : %s (%s)', (nature, aTransmettre, ligne) => {
    expect(transmissionDue(nature, 'commune')).toEqual({
      aTransmettre,
      fondement: `L2131-2 I ${ligne}`,
    });
  });

  it.each(['information-du-conseil', 'agent-titulaire', 'droit-prive'] as const)(
    '%s : non',
    (nature) => {
      expect(transmissionDue(nature, 'commune').aTransmettre).toBe(false);
      expect(transmissionDue(nature, 'commune').fondement).toMatch(/^(RM Sénat 04239|L2131-3)/);
    },
  );

  it('L4141-2 1° : une région transmet aussi ses délibérations de voirie', () => {
    expect(transmissionDue('deliberation-voirie', 'region')).toEqual({
      aTransmettre: true,
      fondement: 'L4141-2 1°',
    });
    expect(transmissionDue('deliberation', 'region').fondement).toBe('L4141-2 1°');
    expect(transmissionDue('deliberation-gestion-du-personnel', 'region')).toEqual({
      aTransmettre: false,
      fondement: 'L4141-2 1° b',
    });
    expect(transmissionDue('deliberation-voirie', 'departement')).toEqual({
      aTransmettre: false,
      fondement: 'L3131-2 1° a',
    });
    expect(transmissionDue('deliberation', 'epci').fondement).toBe('L2131-2 I 1°');
  });
});

describe('L2131-2 II : quinze jours pour une décision individuelle', () => {
  it('signée le 3 octobre 2022, transmise au plus tard le 18', () => {
    expect(limiteDeTransmission(jour('2022-10-03'))).toBe('2022-10-18');
  });
});

describe('Ancien L2131-1 al. 2 : la voie électronique au-dessus de 50 000 habitants', () => {
  it.each([
    ['commune', 50_000, '2022-10-14', false],
    ['commune', 50_001, '2022-10-14', true],
    ['commune', 50_001, '2020-08-06', false],
    ['commune', 50_001, '2020-08-07', true],
    ['epci', 900, '2020-08-07', true],
    ['departement', 0, '2020-08-06', false],
    ['region', 0, '2022-01-01', true],
    ['autre', 90_000, '2022-01-01', false],
  ] as const)('%s de %i habitants le %s : %s', (genre, population, le, attendu) => {
    expect(teletransmissionObligatoire({ genre, population }, jour(le))).toBe(attendu);
  });
});

const base: Transmission = {
  regime: { genre: 'commune', population: 145_133, alsaceMoselle: false },
  nature: 'deliberation',
  individuelle: false,
  signeeLe: jour('2022-10-03'),
  transmiseLe: jour('2022-10-19'),
  voie: 'electronique',
  le: jour('2022-10-14'),
};
const village = { genre: 'commune', population: 800, alsaceMoselle: false } as const;

describe('Ce que l’on dit de la transmission', () => {
  it.each<[string, Partial<Transmission>]>([
    ['DL.2022-330', {}],
    ['rien à transmettre', { nature: 'information-du-conseil' }],
    ['pas encore transmise', { transmiseLe: null }],
  ])('R-TRANS-01 : %s', (_titre, t) => {
    expect(constatDeTransmission({ ...base, ...t })).toMatchSnapshot();
  });

  it.each<[string, Partial<Transmission>, boolean | null | undefined]>([
    ['délibération ordinaire : aucun délai', {}, true],
    ['individuelle, à la limite', { individuelle: true, transmiseLe: jour('2022-10-18') }, true],
    ['individuelle, un jour trop tard', { individuelle: true }, false],
    ['individuelle, signature inconnue', { individuelle: true, signeeLe: null }, null],
    ['sur papier alors que la voie électronique s’impose', { voie: 'papier' }, false],
    ['voie inconnue', { voie: null }, null],
    ['village, sur papier', { regime: village, voie: 'papier' }, true],
    ['village, voie inconnue', { regime: village, voie: null }, true],
    ['pas transmise', { transmiseLe: null }, undefined],
    ['rien à transmettre', { nature: 'circulation-stationnement' }, undefined],
  ])('R-TRANS-02 : %s', (_titre, t, conforme) => {
    const c = constatDeDelaiDeTransmission({ ...base, ...t });
    expect(c?.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});
