import { describe, expect, it } from 'vitest';
import { centimes } from '#base/montant.ts';
import type { GenreAffaire } from '#conseil/affaire.ts';
import type { Resultat } from '#droit/resultat.ts';
import { idAffaire } from '../../../test/harness/conseil.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { texteDuDocument } from '../document/texte.ts';
import { blocDuPlan } from './financement.ts';
import { compter, enPourcentage, ordinal } from './nombres.ts';
import { avecArticle, de, deLAssemblee } from './organe.ts';
import { phraseDuVote, resultatDuVote } from './vote.ts';

const aix = seanceDExemple('aix-2022-10-14');
const modele = aix.affaires.find(({ affaire }) => affaire.id === idAffaire('inclusion-numerique'));

const resultat = (plus: Partial<Resultat>): Resultat => ({
  pour: 0,
  contre: 0,
  abstentions: 0,
  nonParticipations: 0,
  blancs: 0,
  nuls: 0,
  suffragesExprimes: (plus.pour ?? 0) + (plus.contre ?? 0),
  majorite: 1,
  adoptee: false,
  unanime: false,
  partage: false,
  preponderante: false,
  ...plus,
});

const phrase = (r: Partial<Resultat>, genre: GenreAffaire = 'deliberation'): string => {
  if (modele?.vote === null || modele === undefined) throw new Error('the example has a vote');
  return resultatDuVote({ ...modele.vote, resultat: resultat(r) }, genre);
};

describe('Le résultat en toutes lettres', () => {
  it.each<[string, Partial<Resultat>]>([
    [
      'Adoptée à l’unanimité des suffrages exprimés, par 53 voix pour.',
      { pour: 53, adoptee: true, unanime: true },
    ],
    [
      'Adoptée à l’unanimité des suffrages exprimés, par 4 voix pour, 6 abstentions.',
      { pour: 4, abstentions: 6, adoptee: true, unanime: true },
    ],
    [
      'Adoptée par 30 voix pour, 1 contre, 1 abstention, 1 membre ne prenant pas part au vote.',
      { pour: 30, contre: 1, abstentions: 1, nonParticipations: 1, adoptee: true },
    ],
    ['Rejetée par 12 voix pour, 20 contre.', { pour: 12, contre: 20 }],
    ['Rejetée par 20 voix contre.', { contre: 20 }],
    [
      'Adoptée par 24 voix pour, 24 contre. Les voix sont partagées : la voix du président de séance, pour, est prépondérante.',
      { pour: 24, contre: 24, partage: true, preponderante: true, adoptee: true },
    ],
    [
      'Rejetée par 24 voix pour, 24 contre. Les voix sont partagées : la voix du président de séance, contre, est prépondérante.',
      { pour: 24, contre: 24, partage: true, preponderante: true },
    ],
    [
      'Rejetée par 24 voix pour, 24 contre. Les voix sont partagées et aucune voix n’est prépondérante.',
      { pour: 24, contre: 24, partage: true },
    ],
    ['Rejetée par 10 abstentions. Aucun suffrage n’est exprimé.', { abstentions: 10 }],
    ['Rejetée : aucune voix. Aucun suffrage n’est exprimé.', {}],
  ])('%s', (attendue, r) => {
    expect(phrase(r)).toBe(attendue);
  });

  it('s’accorde : un vœu est adopté', () => {
    expect(phrase({ pour: 3, contre: 1, adoptee: true }, 'voeu')).toBe(
      'Adopté par 3 voix pour, 1 contre.',
    );
  });

  it('se dit du conseil qui a voté', () => {
    if (modele?.vote === null || modele === undefined) throw new Error('the example has a vote');
    const { assemblee } = aix.identite;
    expect(phraseDuVote(modele.vote, modele.affaire, assemblee)).toBe(
      'Le conseil municipal, après en avoir délibéré, adopte la délibération à l’unanimité des suffrages exprimés, par 53 voix pour.',
    );
    const acte = { ...modele.affaire, genre: 'prise-d-acte' } as const;
    expect(phraseDuVote(modele.vote, acte, assemblee)).toBe(
      'Le conseil municipal, après en avoir délibéré, prend acte à l’unanimité des suffrages exprimés, par 53 voix pour.',
    );
  });
});

describe('Le nom d’une collectivité dans la phrase', () => {
  it.each([
    ['Aix-en-Provence', 'd’Aix-en-Provence'],
    ['Ville d’Aix-en-Provence', 'de la Ville d’Aix-en-Provence'],
    ['Communauté de communes des Trois-Gués', 'de la Communauté de communes des Trois-Gués'],
    ['Métropole de Lyon', 'de la Métropole de Lyon'],
    ['Syndicat du bassin', 'du Syndicat du bassin'],
    ['Département de la Lozère', 'du Département de la Lozère'],
    ['Le Mans', 'du Mans'],
    ['Les Andelys', 'des Andelys'],
    ['La Rochelle', 'de La Rochelle'],
    ['Grandville', 'de Grandville'],
    ['Hyères', 'd’Hyères'],
    ['Ham', 'de Ham'],
    ['Évry', 'd’Évry'],
  ])('%s : %s', (nom, attendu) => {
    expect(de(nom)).toBe(attendu);
  });

  it('et de son assemblée', () => {
    expect(avecArticle({ id: 'a', nom: 'Conseil municipal' })).toBe('le conseil municipal');
    expect(deLAssemblee({ id: 'a', nom: 'Assemblée de Corse' })).toBe('de l’assemblée de Corse');
    expect(deLAssemblee({ id: 'a', nom: 'Comité syndical' })).toBe('du comité syndical');
    expect(avecArticle({ id: 'a', nom: 'Commission permanente' })).toBe('la commission permanente');
  });
});

describe('Les nombres', () => {
  it('s’accordent', () => {
    expect([0, 1, 2].map((n) => compter(n, 'membre'))).toEqual([
      '0 membre',
      '1 membre',
      '2 membres',
    ]);
    expect([1, 2, 11].map((n) => ordinal(n))).toEqual(['1er', '2e', '11e']);
    expect(ordinal(1, 'feminin')).toBe('1re');
    expect([5000, 3333, 10_000, 1250, 5].map(enPourcentage)).toEqual([
      '50 %',
      '33,33 %',
      '100 %',
      '12,5 %',
      '0,05 %',
    ]);
  });

  it('d’un plan de financement déséquilibré se voient tels quels', () => {
    const bloc = blocDuPlan({
      cout: centimes(1000),
      base: null,
      nature: null,
      financeurs: [{ nom: 'Un', montant: centimes(400), taux: null, etat: 'demande' }],
    });
    const texte = texteDuDocument({
      genre: 'essai',
      titre: 'Essai',
      auteur: '',
      enTete: null,
      piedDePage: null,
      date: aix.identite.jour,
      mise: 'courante',
      blocs: [bloc],
      pieces: [],
    });
    expect(texte).toMatch(/Un\tdemandé\t40 %\t4\s€/);
    expect(texte).toMatch(/Somme des financements\t\t\t4\s€/);
    expect(texte).toMatch(/Coût total\t\t\t10\s€/);
  });
});
