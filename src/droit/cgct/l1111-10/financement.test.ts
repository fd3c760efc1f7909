import { centimes } from '#base/montant.ts';
import { describe, expect, it } from 'vitest';
import {
  type Plan,
  constatDEquilibre,
  constatDeNature,
  constatDePartMinimale,
  partDuMaitreDOuvrage,
  partDuTotal,
} from './financement.ts';

const part = (nom: string, montant: number, taux: number | null, propre = false) => ({
  nom,
  montant: centimes(montant),
  taux,
  propre,
});
const plan = (parts: Plan['parts'], nature: Plan['nature'] = null, cout = 1_970_000): Plan => ({
  cout: centimes(cout),
  nature,
  parts,
});
const CAF = part('CAF 13', 985_000, 5_000);
const VILLE = part('Ville', 985_000, null, true);

describe('Le plan de financement, au centime', () => {
  it.each([
    [1_970_000, 5_000, 985_000, 985_000],
    [1_001, 5_000, 501, 500],
    [100, 3_333, 33, 67],
    [0, 5_000, 0, 0],
    [1_970_000, 10_000, 1_970_000, 0],
  ])('%i centimes à %i points de base : %i, reste %i', (total, taux, montant, reste) => {
    expect(partDuTotal(centimes(total), taux)).toEqual({ montant, reste });
  });

  it.each([
    ['DL.2022-330', plan([CAF, VILLE]), true],
    ['un centime de trop', plan([CAF, part('Ville', 985_001, null, true)]), false],
    ['un taux qui ne fait pas la part', plan([part('CAF 13', 985_000, 4_000), VILLE]), false],
  ])('%s', (_titre, p, conforme) => {
    const c = constatDEquilibre(p);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});

describe('L1111-10 III al. 2 : le maître d’ouvrage apporte au moins 20 % d’un investissement', () => {
  const p = { investissement: true, outreMer: false };
  it.each([
    [
      { ...p, propre: 985_000, publics: 1_970_000 },
      { taux: 5_000, minimum: 2_000, suffit: true },
    ],
    [
      { ...p, propre: 300_000, publics: 1_970_000 },
      { taux: 1_523, minimum: 2_000, suffit: false },
    ],
    [
      { ...p, propre: 200, publics: 1_000 },
      { taux: 2_000, minimum: 2_000, suffit: true },
    ],
    [
      { ...p, propre: 19_999, publics: 100_000 },
      { taux: 2_000, minimum: 2_000, suffit: false },
    ],
    [
      { ...p, propre: 0, publics: 0 },
      { taux: null, minimum: 2_000, suffit: true },
    ],
    [
      { ...p, investissement: false, propre: 1, publics: 1_000 },
      { taux: 10, minimum: null, suffit: true },
    ],
    [
      { ...p, outreMer: true, propre: 1, publics: 1_000 },
      { taux: 10, minimum: null, suffit: true },
    ],
  ])('%o', (entree, attendu) => {
    const { propre, publics } = entree;
    expect(
      partDuMaitreDOuvrage({ ...entree, propre: centimes(propre), publics: centimes(publics) }),
    ).toEqual(attendu);
  });

  const faible = [part('État', 1_670_000, null), part('Ville', 300_000, null, true)];
  it.each([
    ['DL.2022-330 : nature inconnue, part suffisante', plan([CAF, VILLE]), false, true],
    ['nature inconnue, part trop faible', plan(faible), false, null],
    ['investissement, part trop faible', plan(faible, 'investissement'), false, false],
    ['fonctionnement', plan(faible, 'fonctionnement'), false, true],
    ['outre-mer', plan(faible, 'investissement'), true, true],
    ['sans argent', plan([], 'investissement', 0), false, true],
  ] as const)('%s', (_titre, p2, outreMer, conforme) => {
    const c = constatDePartMinimale(p2, outreMer);
    expect(c.conforme).toBe(conforme);
    expect(c).toMatchSnapshot();
  });
});

describe('La nature de la dépense et la base du coût', () => {
  it.each([
    [null, 'TTC', true],
    ['investissement', 'TTC', true],
    ['investissement', null, true],
    [null, null, true],
    ['investissement', 'HT', false],
    ['fonctionnement', 'TTC', false],
    ['fonctionnement', 'HT', false],
  ] as const)('%s, %s : remarque %s', (nature, base, remarque) => {
    const c = constatDeNature(nature, base);
    expect(c !== null).toBe(remarque);
    expect(c).toMatchSnapshot();
  });
});
