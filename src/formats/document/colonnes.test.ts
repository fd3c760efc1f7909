import { describe, expect, it } from 'vitest';
import { mesurerLesColonnes } from './colonnes.ts';
import type { Ligne } from './document.ts';

const cellule = (texte: string): Ligne => [{ texte }];
const mesurer = (titres: readonly string[], ...lignes: readonly (readonly string[])[]) =>
  mesurerLesColonnes(
    {
      colonnes: titres.map((titre) => ({ titre })),
      lignes: lignes.map((cellules) => cellules.map(cellule)),
    },
    'courante',
  );

describe('Les colonnes d’un tableau', () => {
  it('un numéro prend moins de place qu’un intitulé, et aucun mot n’est coupé', () => {
    const [numero, intitule, montant] = mesurer(
      ['N°', 'Intitulé de la prestation', '2026'],
      ['1', 'Location de matériel d’investissement à une commune voisine', '1 200,00 €'],
    );
    expect(numero?.largeur).toBeLessThan(40);
    expect(intitule?.largeur).toBeGreaterThan(3 * (montant?.largeur ?? 0));
    expect([numero, intitule, montant].map((c) => c?.cesure)).toEqual([false, false, false]);
  });

  it('remplit toute la largeur, ni plus ni moins', () => {
    for (const titres of [['a'], ['a', 'b'], Array.from({ length: 14 }, () => 'Arrondissement')]) {
      const largeurs = mesurer(titres, titres).map(({ largeur }) => largeur);
      expect(largeurs.reduce((somme, n) => somme + n, 0)).toBeCloseTo(442, -1);
    }
  });

  it('ne coupe les mots que là où le plus long ne tient pas', () => {
    const serree = mesurer(
      Array.from({ length: 9 }, (_, i) => `${i}`),
      Array.from({ length: 9 }, () => 'anticonstitutionnellement'),
    );
    expect(serree.every(({ cesure }) => cesure)).toBe(true);
  });

  it('une colonne étroite n’est pas coupée parce qu’une autre est trop large', () => {
    const [unite, ...larges] = mesurer(
      ['Unité', 'a', 'b', 'c', 'd'],
      ['journée', ...Array.from({ length: 4 }, () => 'anticonstitutionnellement')],
    );
    expect(unite?.cesure).toBe(false);
    expect(larges.every(({ cesure }) => cesure)).toBe(true);
  });

  it('un numéro d’acte tient sur une ligne : rien ne coupe avant un chiffre', () => {
    const [numero] = mesurer(['Numéro', 'Objet'], ['DL.2022-330', 'objet '.repeat(60)]);
    expect(numero?.largeur).toBeGreaterThan(60);
  });

  it.each([
    ['1 234,50 €', 'droite'],
    ['+ 3,5 %', 'droite'],
    ['12', 'droite'],
    ['011-6135', undefined],
    ['12 rue Basse', undefined],
    ['14/10/2022', undefined],
  ])('une colonne de « %s » se lit %s', (texte, alignement) => {
    expect(mesurer(['Titre'], [texte], ['']).at(0)?.alignement).toBe(alignement);
  });

  it('garde les largeurs et le sens que le document donne', () => {
    const colonnes = mesurerLesColonnes(
      {
        colonnes: [
          { titre: 'a', largeur: 3, alignement: 'centre' },
          { titre: 'b', largeur: 1 },
        ],
        lignes: [[cellule('1'), cellule('2')]],
      },
      'registre',
    );
    expect(colonnes.map(({ largeur }) => largeur)).toEqual([259.5, 86.5]);
    expect(colonnes.map(({ alignement }) => alignement)).toEqual(['centre', 'droite']);
  });
});
