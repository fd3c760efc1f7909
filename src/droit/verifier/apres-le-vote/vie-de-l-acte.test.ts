import { describe, expect, it } from 'vitest';
import type { Entrees, Sorties } from '../fonction.ts';
import { FONCTIONS_B } from '../fonctions-b.ts';

type Cas = readonly [fn: string, entrees: Entrees, attendu: Sorties];

function appeler(fn: string, entrees: Entrees) {
  const fonction = FONCTIONS_B[fn];
  if (fonction === undefined) throw new Error(`no function ${fn}`);
  return fonction(entrees);
}

const repondre = (titre: string, cas: readonly Cas[]): void => {
  describe(titre, () => {
    it.each(cas)('%s %j : %j', (fn, entrees, attendu) => {
      const r = appeler(fn, entrees);
      expect(r).toMatchObject({ ok: true });
      if (r.ok) {
        expect(r.value).toMatchObject({ ...attendu });
        expect(r.value).toMatchSnapshot();
      }
    });
  });
};

const affiche = { population: 800, transmitted: '2022-10-03', postedOnPaper: '2022-10-04' };
repondre('Vie de l’acte', [
  [
    'executory',
    {
      population: 5000,
      transmitted: '2022-10-03',
      postedOnPaper: '2022-10-03',
      online: '2022-10-10',
      urgent: true,
    },
    { executoryFrom: '2022-10-03', appealStart: '2022-10-10' },
  ],
  [
    'executory',
    { ...affiche, mode: 'affichage', councilChose: false },
    { executoryFrom: null, proofMissing: 'publication électronique' },
  ],
  [
    'executory',
    { ...affiche, mode: 'affichage' },
    { executoryFrom: '2022-10-04', proofMissing: null },
  ],
  [
    'executory',
    { ...affiche, mode: 'papier', councilChose: true },
    { executoryFrom: '2022-10-04' },
  ],
  [
    'executory',
    { ...affiche, population: 3500, mode: 'affichage', councilChose: true },
    { executoryFrom: null },
  ],
  [
    'executory',
    { ...affiche, population: 3499, councilChose: false, online: '2022-10-05' },
    { executoryFrom: '2022-10-05' },
  ],
  [
    'executory',
    { population: 5000, online: '2022-10-04' },
    { executoryFrom: null, appealStart: '2022-10-04', proofMissing: 'transmission' },
  ],
  [
    'executory',
    { population: 5000, meeting: '2022-10-01' },
    { proofMissing: 'publication électronique et transmission' },
  ],
  [
    'executory',
    { kind: 'epci', online: '2022-10-10', transmitted: '2022-10-03' },
    { executoryFrom: '2022-10-10' },
  ],
  [
    'executory',
    {
      population: 5000,
      actClass: 'individuel',
      signed: '2022-10-03',
      notified: '2022-10-05',
      transmitted: '2022-10-18',
    },
    { executoryFrom: '2022-10-18', transmissionLate: false },
  ],
  [
    'executory',
    { population: 5000, actClass: 'individuel', notified: '2022-10-05', mustTransmit: false },
    { executoryFrom: '2022-10-05' },
  ],
  [
    'executory',
    { population: 5000, meeting: '2022-06-30', transmitted: '2022-07-04', online: '2022-07-01' },
    { executoryFrom: null, proofMissing: 'affichage' },
  ],
  [
    'onlinePublication',
    {
      fullText: true,
      nonModifiable: true,
      downloadable: true,
      authorNameFunction: true,
      onlineDate: true,
    },
    { ok: null },
  ],
  [
    'onlinePublication',
    {
      fullText: true,
      nonModifiable: true,
      downloadable: true,
      authorNameFunction: false,
      onlineDate: true,
      months: 3,
    },
    { ok: false },
  ],
  ['redaction', { actContainsThirdPartyPersonalData: true, consent: true }, { action: 'publish' }],
  [
    'redaction',
    { actContainsThirdPartyPersonalData: true, categoryD312_1_3: true, secret: true },
    { action: 'anonymise before publication' },
  ],
  [
    'redaction',
    { data: 'name of a grant beneficiary (natural person)' },
    { action: 'anonymise before publication' },
  ],
  ['redaction', { actContainsThirdPartyPersonalData: false }, { action: 'publish' }],
  [
    'noWebsite',
    { population: 600, website: false, choosesPaper: true, date: '2024-07-07' },
    { publishChoiceOn: null },
  ],
  [
    'noWebsite',
    { population: 600, website: false, choosesPosting: true, date: '2024-07-08' },
    { publishChoiceOn: "site de l'EPCI à fiscalité propre" },
  ],
  [
    'noWebsite',
    { kind: 'epci', population: 600, website: false, choosesPaper: true, date: '2024-09-01' },
    { publishChoiceOn: null },
  ],
  [
    'electronicMandatory',
    { kind: 'commune', population: 50000, date: '2022-10-14' },
    { mandatory: false },
  ],
  [
    'electronicMandatory',
    { kind: 'commune', population: 50001, date: '2020-08-06' },
    { mandatory: false },
  ],
  ['electronicMandatory', { kind: 'departement', date: '2022-10-14' }, { mandatory: true }],
  ['openDataDuty', { population: 3500, agentsFTE: 49 }, { duty: false }],
  ['openDataDuty', { population: 3500, agentsFTE: 50, date: '2018-10-06' }, { duty: false }],
]);

describe('L2131-2 I : l’acte nommé en quelques mots', () => {
  it.each([
    ['nomination du secrétaire de séance (délibération)', true],
    ['désignation du secrétaire de séance', true],
    ['délibération tarifs de stationnement', false],
    ['délibération classement d’une voie communale', false],
    ['délibération convention avec le centre de gestion', false],
    ['délibération sollicitation d’une subvention', true],
    ['vote du budget', true],
    ['vœu du conseil', true],
    ['décision du maire prise par délégation', true],
    ['question orale', false],
    ['arrêté de police du maire', true],
    ['arrêté de stationnement', false],
    ['débit de boissons temporaire d’une association', false],
    ['arrêté réglementaire', true],
    ['emprunt', true],
    ['concession de service public', true],
    ['marché public inférieur au seuil', false],
    ['marché public supérieur au seuil', true],
    ['recrutement d’un agent contractuel', true],
    ['recrutement d’un agent saisonnier', false],
    ['nomination d’un fonctionnaire titulaire', false],
    ['certificat d’urbanisme', true],
    ['ordre de réquisition du comptable', true],
    ['bail du domaine privé', false],
    ['acte d’une société d’économie mixte', true],
    ['taux de promotion', false],
    ['tarifs des droits de voirie', false],
  ])('%s : %s', (act, mustTransmit) => {
    expect(appeler('mustTransmit', { act })).toEqual({ ok: true, value: { mustTransmit } });
  });

  it('L4141-2 : la région transmet ses délibérations de voirie', () => {
    const act = 'délibération alignement des voies';
    expect(appeler('mustTransmit', { act, kind: 'region' })).toMatchObject({
      value: { mustTransmit: true },
    });
  });
});

repondre('Recours, déféré, argent', [
  ['deadline', { published: '2022-10-03' }, { lastDay: '2022-12-05', interrupted: false }],
  ['deadline', { published: '2022-10-19' }, { lastDay: '2022-12-20', implicitRejection: null }],
  ['deadline', { notified: '2020-01-15', remediesStated: false }, { lastDay: '2021-01-15' }],
  ['deadline', { published: '2020-01-15', remediesStated: false }, { lastDay: '2020-03-16' }],
  ['deadline', { published: '2022-10-19', overseas: true }, { lastDay: '2023-01-20' }],
  ['deadline', { published: '2022-10-19', residence: 'Étranger' }, { lastDay: '2023-02-20' }],
  ['deadline', { published: '2022-10-19', abroad: true }, { lastDay: '2023-02-20' }],
  ['deadline', { published: '2022-10-25' }, { lastDay: '2022-12-26' }],
  ['deadline', { published: '2022-10-25', alsaceMoselle: true }, { lastDay: '2022-12-27' }],
  ['deadline', { published: '2022-10-25', territory: 'alsace-moselle' }, { lastDay: '2022-12-27' }],
  [
    'deadline',
    { published: '2022-10-19', gracieuxReceived: '2022-12-20', reply: null },
    { interrupted: true, lastDay: '2023-04-21' },
  ],
  [
    'deadline',
    { published: '2022-10-19', gracieuxReceived: '2022-12-01', reply: '2023-01-10' },
    { lastDay: '2023-03-13' },
  ],
  [
    'prefectDeadline',
    { received: '2022-10-19', completionRequested: '2022-11-10' },
    { lastDay: null },
  ],
  [
    'prefectDeadline',
    { received: '2022-10-19', explanationRequested: '2022-11-10' },
    { lastDay: '2022-12-20' },
  ],
  [
    'prefectDeadline',
    { received: '2022-10-19', completed: '2022-11-25' },
    { lastDay: '2023-01-26' },
  ],
  [
    'autoSuspension',
    { matter: 'urbanisme', received: '2022-10-03', suspensionRequested: '2022-10-14' },
    { suspended: false, until: null },
  ],
  [
    'autoSuspension',
    {
      matter: 'délégation de service public',
      received: '2022-10-31',
      suspensionRequested: '2022-11-02',
    },
    { suspended: true, until: '2022-11-30' },
  ],
  [
    'autoSuspension',
    { matter: 'subvention', received: '2022-10-03', suspensionRequested: '2022-10-04' },
    { suspended: false },
  ],
  ['share', { total: 1001, rateBp: 5000 }, { amount: 501, remainder: 500 }],
  [
    'ownShareMinimum',
    {
      nature: 'fonctionnement',
      publicFunding: [
        { by: 'commune', cents: 1 },
        { by: 'Etat', cents: 99 },
      ],
    },
    { ownRateBp: 100, minBp: null, ok: true },
  ],
  [
    'ownShareMinimum',
    {
      nature: 'investissement',
      kind: 'departement',
      publicFunding: [
        { by: 'commune', cents: 90 },
        { by: 'departement', cents: 10 },
      ],
    },
    { ownRateBp: 1000, ok: false },
  ],
  [
    'ownShareMinimum',
    {
      nature: 'investissement',
      owner: 'SIVOM',
      publicFunding: [
        { by: 'SIVOM', cents: 20 },
        { by: 'Etat', cents: 80 },
      ],
    },
    { ownRateBp: 2000, minBp: 2000, ok: true },
  ],
]);
