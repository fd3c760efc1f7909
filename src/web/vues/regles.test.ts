import { describe, expect, it } from 'vitest';
import { COMPLEMENTS } from '#droit/catalogue/complements.ts';
import { FICHES_DES_MOTS } from '#droit/mots/regles.ts';
import { FICHES } from '#droit/regles.ts';
import { adresseDeLaRegle } from './droit.ts';
import { pageDesRegles } from './regles.ts';

const page = pageDesRegles();
const regles = page.themes.flatMap((theme) => theme.regles);
const simple = (texte: string): string => texte.replace(/\s/g, ' ');
const detail = (id: string, terme: string): string =>
  simple(
    regles.find((r) => r.id === id)?.details.find((d) => d.terme === terme)?.valeur ?? 'absent',
  );

describe('La page des règles', () => {
  it('dit chaque règle du catalogue une fois, et aucune autre', () => {
    const connues = [...FICHES, ...COMPLEMENTS, ...FICHES_DES_MOTS].map(({ regle }) => regle.id);
    expect(regles.map(({ id }) => id).toSorted()).toEqual(connues.toSorted());
    expect(page.themes.every((theme) => theme.regles.length > 0)).toBe(true);
  });

  it('compte ce qui est vérifié comme le catalogue le dit', () => {
    const aucun = FICHES.filter(({ calcul }) => calcul.degre === 'aucun').length;
    expect(simple(page.resume)).toContain(`${aucun} seulement rappelées`);
  });

  it('L2121-17 : le quorum, ses textes et les assemblées visées', () => {
    expect(detail('R-QUOR-01', 'Textes')).toContain('CGCT L2121-17 al. 1 ; CGCT L2131-11');
    expect(detail('R-QUOR-01', 'Vaut pour')).toBe('communes et intercommunalités');
    expect(detail('R-QUOR-02', 'En vigueur')).toBe('depuis le 24 décembre 2025');
    expect(detail('R-QUOR-03', 'En vigueur')).toBe('du 24 mars 2020 au 31 juillet 2022');
    expect(detail('R-QUOR-03', 'Vaut pour')).toBe('toutes les assemblées');
  });

  it('dit pourquoi une règle n’est pas vérifiée', () => {
    const muettes = [...FICHES].filter(({ calcul }) => calcul.degre === 'aucun');
    expect(muettes.length).toBeGreaterThan(0);
    for (const { regle } of muettes) {
      expect(detail(regle.id, 'Vérification par Parvis')).toMatch(/^non\. .+\.$/);
    }
  });

  it('ne donne d’adresse qu’aux règles qu’elle contient', () => {
    expect(adresseDeLaRegle('R-MOTS-01')).toBe('/droit#R-MOTS-01');
    expect(adresseDeLaRegle('R-INCONNUE-01')).toBeNull();
  });
});
