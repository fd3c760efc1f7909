import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Json } from '#base/canonical-json.ts';
import { ok } from '#base/result.ts';
import { trouverFiche } from '../regles.ts';
import { distance, nomProche } from './proche.ts';
import { FONCTIONS, verifierVecteurs } from './vecteurs.ts';
import { type RapportDeVecteurs, type Vecteur, ecarts, verifierAvec } from './verifier.ts';

const PARTAGES = resolve(import.meta.dirname, '../../../../shared/droit/vecteurs.json');
const CAS = resolve(import.meta.dirname, 'cas');

const lire = (chemin: string): unknown => JSON.parse(readFileSync(chemin, 'utf8'));

function rapport(fichier: unknown): RapportDeVecteurs {
  const r = verifierVecteurs(fichier);
  if (!r.ok) throw new Error(JSON.stringify(r.error));
  return r.value;
}

const propresCas = () =>
  readdirSync(CAS).flatMap(
    (nom) => (lire(resolve(CAS, nom)) as { vectors: readonly Vecteur[] }).vectors,
  );

const un = (fn: string, inputs: Json, expected: Json = {}): unknown => ({
  vectors: [{ id: 'cas', fn, inputs, expected }],
});

const verdict = (fn: string, inputs: Json, expected: Json = {}) => {
  const [premier] = rapport(un(fn, inputs, expected)).verdicts;
  if (premier === undefined) throw new Error('un verdict');
  return premier;
};

/** Those that do not conform, with what differs: an empty list is the whole point. */
const manques = (r: RapportDeVecteurs) => r.verdicts.filter(({ etat }) => etat !== 'conforme');

const SANS_PARTAGES = '../shared/droit/vecteurs.json n’est pas sur cette machine';

describe.skipIf(!existsSync(PARTAGES))(`Les vecteurs partagés (sinon : ${SANS_PARTAGES})`, () => {
  it('sont tous conformes, et tout y est lu', () => {
    const r = rapport(lire(PARTAGES));
    expect(manques(r)).toEqual([]);
    expect(r.conformes).toBeGreaterThan(100);
    expect(r.verdicts.filter(({ nonLus }) => nonLus.length > 0)).toEqual([]);
  });

  it('nomment des règles du catalogue', () => {
    const { vectors } = lire(PARTAGES) as { vectors: { rule: string }[] };
    expect(vectors.filter(({ rule }) => trouverFiche(rule) === undefined)).toEqual([]);
  });
});

describe('Nos propres cas', () => {
  it.each(readdirSync(CAS))('%s : tous conformes', (nom) => {
    const r = rapport(lire(resolve(CAS, nom)));
    expect(manques(r)).toEqual([]);
    expect(new Set(r.verdicts.map(({ id }) => id)).size).toBe(r.verdicts.length);
    expect(r.verdicts.filter(({ nonLus }) => nonLus.length > 0)).toEqual([]);
  });

  it('toutes les réponses sont connues, et pas seulement celles que l’on attend', () => {
    const reponses = propresCas().map(({ id, fn, inputs }) => [id, FONCTIONS[fn]?.(inputs)]);
    expect(Object.fromEntries(reponses)).toMatchSnapshot();
  });
});

describe('Une entrée qui ne peut pas être est dite, et située', () => {
  const commune = { kind: 'commune', sent: '2022-10-07', meeting: '2022-10-14' };
  it.each([
    [
      'un jour impossible',
      'noticePeriod',
      { ...commune, population: 500, sent: '2022-02-30' },
      'sent',
    ],
    [
      'un jour après la fin de nos jours',
      'noticePeriod',
      { ...commune, population: 500, sent: '2999-12-31' },
      'sent',
    ],
    [
      'un jour mal écrit',
      'noticePeriod',
      { ...commune, population: 500, meeting: '14/10/2022' },
      'meeting',
    ],
    [
      'un jour qui n’est pas un texte',
      'noticePeriod',
      { ...commune, population: 500, sent: 20221007 },
      'sent',
    ],
    ['un genre inconnu', 'noticePeriod', { ...commune, kind: 'canton', population: 500 }, 'kind'],
    ['une population absente', 'noticePeriod', commune, 'population'],
    ['une population négative', 'noticePeriod', { ...commune, population: -1 }, 'population'],
    [
      'une population à virgule',
      'councilSize',
      { kind: 'commune', population: 99.5 },
      'population',
    ],
    [
      'une population écrite en lettres',
      'councilSize',
      { kind: 'commune', population: 'mille' },
      'population',
    ],
    ['un effectif demandé pour un EPCI', 'councilSize', { kind: 'epci', population: 500 }, 'kind'],
    ['un nombre négatif de présents', 'quorum', { inOffice: 55, present: -3 }, 'present'],
    ['plus de présents que de membres', 'quorum', { inOffice: 5, present: 6 }, 'present'],
    [
      'plus d’intéressés que de présents',
      'quorum',
      { inOffice: 9, present: 5, personallyInterestedPresent: 6 },
      'personallyInterestedPresent',
    ],
    [
      'plus de départs que de présents',
      'quorum',
      { inOffice: 9, presentAtOpening: 5, departuresBeforeDiscussionOfItem: 6 },
      'departuresBeforeDiscussionOfItem',
    ],
    ['des représentants sans jour', 'quorum', { inOffice: 19, present: 11, l1111_6_II: 2 }, 'date'],
    ['des membres en exercice absents', 'quorum', { present: 11 }, 'inOffice'],
    ['plus de vacances que de sièges', 'quorum', { legalSize: 11, vacancies: 12 }, 'vacancies'],
    [
      'des sièges qui ne concordent pas',
      'quorum',
      { inOffice: 54, legalSize: 55, vacancies: 2 },
      'inOffice',
    ],
    [
      'un EPCI d’avant 2020 sans population',
      'noticePeriod',
      { kind: 'epci', sent: '2020-01-02', meeting: '2020-01-10' },
      'population',
    ],
    [
      'une demande de réunion sans jour, là où il compte',
      'requestThreshold',
      { kind: 'commune', population: 1500, inOffice: 19 },
      'date',
    ],
    [
      'une seconde convocation de département',
      'secondConvocation',
      {
        kind: 'departement',
        firstMeeting: '2024-06-10',
        sent: '2024-06-10',
        meeting: '2024-06-14',
        sameItemsOnly: true,
      },
      'kind',
    ],
    ['un oui ou non écrit autrement', 'agendaItem', { itemOnAgenda: 'non' }, 'itemOnAgenda'],
    [
      'plus de porteurs que de pouvoirs',
      'proxyGraph',
      { proxies: 2, distinctHolders: 3 },
      'distinctHolders',
    ],
    [
      'un intérêt sans dire ce que le membre a fait',
      'interested',
      { personalInterestDistinct: true },
      'tookPart',
    ],
    [
      'une décision sans jour',
      'l1111_6',
      { designatedByLaw: true, decision: 'subsidy to the body' },
      'date',
    ],
    ['un nom mal écrit', 'quorum', { inOffice: 55, persent: 42 }, 'persent'],
    [
      'une urgence mal écrite',
      'noticePeriod',
      { ...commune, population: 500, urgnet: true },
      'urgnet',
    ],
  ] as const)('%s', (_, fn, inputs, ou) => {
    const v = verdict(fn, inputs);
    expect(v.etat).toBe('non-conforme');
    expect(v.defauts.map(({ pointeur }) => pointeur)).toContain(`/vectors/0/inputs/${ou}`);
    expect(v.defauts.map(({ phrase }) => phrase)).toMatchSnapshot();
  });

  it('toutes les fautes sont dites à la fois', () => {
    const v = verdict('noticePeriod', { kind: 'canton', sent: 'hier' });
    expect(v.defauts.map(({ pointeur }) => pointeur.split('/').at(-1))).toEqual([
      'kind',
      'sent',
      'meeting',
      'population',
    ]);
  });
});

describe('Une entrée quelconque', () => {
  const etranges: readonly Json[] = JSON.parse(
    '[null, true, 0, 1, -1, 1.5, 9007199254740991, 1e308, "", "maire", "\\ud800", "2022-02-30", "1800-01-01", "2989-12-31", "2022-10-14", [], {}, ["2022-10-14"], {"A": 1}]',
  );
  it('a toujours une réponse ou une faute située, jamais une exception', () => {
    const refus = new Map<string, number>();
    for (const { fn, inputs } of propresCas()) {
      for (const nom of Object.keys(inputs)) {
        const { [nom]: _, ...sans } = inputs;
        const essais = [sans, ...etranges.map((valeur) => ({ ...inputs, [nom]: valeur }))];
        const resultats = essais.map((essai) => FONCTIONS[fn]?.(essai));
        expect(resultats.every((r) => r?.ok === true || (r?.error.length ?? 0) > 0)).toBe(true);
        const refuses = resultats.filter((r) => r?.ok === false).length;
        refus.set(`${fn} ${nom}`, (refus.get(`${fn} ${nom}`) ?? 0) + refuses);
      }
    }
    // How many strange values each input refuses, over all the cases: a guard lost changes one.
    expect(Object.fromEntries(refus)).toMatchSnapshot();
  });
});

describe('Le rapport', () => {
  const double = { doubler: (e: { readonly [n: string]: Json }) => ok({ n: Number(e['n']) * 2 }) };
  const liste = (vectors: Json) => verifierAvec(double, { vectors });

  it('distingue conforme, non conforme et inconnu, et les compte', () => {
    const r = liste([
      { id: 'a', fn: 'doubler', inputs: { n: 2 }, expected: { n: 4 } },
      {
        id: 'b',
        fn: 'doubler',
        inputs: { n: 2, remarque: 'lue par personne' },
        expected: { n: 5 },
      },
      { id: 'c', fn: 'tripler', inputs: {}, expected: {} },
      { id: 'd', fn: 'toString', inputs: {}, expected: {} },
      { id: 'e', fn: 'doubler', inputs: { n: 1 }, expected: { n: 2, absent: null } },
    ]);
    expect(r).toEqual(
      ok({
        conformes: 1,
        autres: 4,
        verdicts: [
          { id: 'a', fn: 'doubler', etat: 'conforme', ecarts: [], defauts: [], nonLus: [] },
          {
            id: 'b',
            fn: 'doubler',
            etat: 'non-conforme',
            ecarts: [{ nom: 'n', attendu: 5, obtenu: 4 }],
            defauts: [],
            nonLus: ['remarque'],
          },
          { id: 'c', fn: 'tripler', etat: 'inconnu', ecarts: [], defauts: [], nonLus: [] },
          { id: 'd', fn: 'toString', etat: 'inconnu', ecarts: [], defauts: [], nonLus: [] },
          {
            id: 'e',
            fn: 'doubler',
            etat: 'non-conforme',
            ecarts: [{ nom: 'absent', attendu: null, obtenu: undefined }],
            defauts: [],
            nonLus: [],
          },
        ],
      }),
    );
  });

  it('compare en profondeur, sans égard à l’ordre des noms', () => {
    expect(ecarts({ a: { x: 1, y: [1, 2] } }, { a: { y: [1, 2], x: 1 } })).toEqual([]);
    expect(ecarts({ a: [1, 2] }, { a: [2, 1] })).toHaveLength(1);
    expect(ecarts({ a: [1] }, { a: [1, 2] })).toHaveLength(1);
    expect(ecarts({ a: { x: 1 } }, { a: { x: 1, y: 2 } })).toHaveLength(1);
    expect(ecarts({ a: { x: 1 } }, { a: { y: 1 } })).toHaveLength(1);
    expect(ecarts({ a: { x: 1 } }, { a: [1] })).toHaveLength(1);
    expect(ecarts({ a: null }, { a: false })).toHaveLength(1);
    expect(ecarts({ a: '\ud800' }, { a: '\ud800' })).toEqual([]);
  });

  it('admet chaque jour d’un choix de jours, et aucun autre', () => {
    const choix = { j: { from: '2022-10-14', to: '2022-10-21' } };
    expect(ecarts({ j: '2022-10-14' }, choix)).toEqual([]);
    expect(ecarts({ j: '2022-10-21' }, choix)).toEqual([]);
    expect(ecarts({ j: '2022-10-13' }, choix)).toHaveLength(1);
    expect(ecarts({ j: '2022-10-22' }, choix)).toHaveLength(1);
  });

  it('lit aussi une simple liste, ou « vecteurs »', () => {
    const cas = [{ id: 'a', fn: 'quorum', inputs: { inOffice: 55 }, expected: { threshold: 28 } }];
    expect(rapport(cas).conformes).toBe(1);
    expect(rapport({ vecteurs: cas }).conformes).toBe(1);
  });

  it.each([
    ['rien', null, ['']],
    ['un objet sans vecteurs', { meta: {} }, ['/vectors']],
    ['des vecteurs qui ne sont pas une liste', { vectors: {} }, ['/vectors']],
    ['un vecteur qui n’en est pas un', { vectors: [3] }, ['/vectors/0']],
    [
      'un vecteur vide',
      { vectors: [{}] },
      ['/vectors/0/id', '/vectors/0/fn', '/vectors/0/inputs', '/vectors/0/expected'],
    ],
    [
      'une entrée qui n’est pas un objet',
      { vecteurs: [{ id: 'a', fn: 'quorum', inputs: [], expected: {} }] },
      ['/vecteurs/0/inputs'],
    ],
  ])('refuse %s, en disant où', (_, fichier, ou) => {
    const r = verifierVecteurs(fichier);
    expect(r.ok ? [] : r.error.map(({ pointeur }) => pointeur)).toEqual(ou);
    expect(r.ok ? [] : r.error.map(({ phrase }) => phrase)).toMatchSnapshot();
  });

  it('aucune des deux familles ne cache une fonction de l’autre', () => {
    expect(Object.keys(FONCTIONS).length).toBeGreaterThan(40);
  });
});

describe('Un nom proche', () => {
  it.each([
    ['persent', 'present', 2],
    ['present', 'present', 0],
    ['', 'ab', 2],
    ['abc', '', 3],
    ['urgent', 'urgents', 1],
  ])('« %s » et « %s » diffèrent de %i', (a, b, n) => {
    expect(distance(a, b)).toBe(n);
    expect(distance(b, a)).toBe(n);
  });

  it('est trouvé parmi ceux qu’on connaît, le plus proche d’abord', () => {
    expect(nomProche('urgnet', ['agent', 'urgent'])).toBe('urgent');
    expect(nomProche('remarque', ['urgent', 'kind'])).toBeUndefined();
    expect(nomProche('kin', ['kind'])).toBe('kind');
    expect(nomProche('id', ['kind', 'for'])).toBeUndefined();
  });
});
