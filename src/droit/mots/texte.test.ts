import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contient, lireTexte, motifDArticle, reperer } from './texte.ts';

describe('Un texte lu garde la place de chaque mot', () => {
  it.each([
    ['L’Été', "l'ete"],
    ['‘l’ ʼ', "'l' '"],
    ['a\u00a0b\u202fc\nd', 'a b c d'],
    ['2121‑11–12—13', '2121-11-12-13'],
    ['Œuvre ÇÀ', 'œuvre ca'],
    ['한 É', '한 e'],
  ])('« %s » se lit « %s »', (ecrit, lu) => {
    expect(lireTexte(ecrit).simple).toBe(lu);
  });

  it('quel que soit le texte, la forme lue a la longueur de l’original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texte) => {
        const { original, simple } = lireTexte(texte);
        return simple.length === original.length;
      }),
      { seed: 2131 },
    );
  });

  it('un mot trouvé est rendu comme il est écrit', () => {
    const t = lireTexte('Vu l’Arrêté, puis l’arrête');
    expect(reperer(t, /arrete/gu)).toEqual([
      { debut: 5, fin: 11, mots: 'Arrêté' },
      { debut: 20, fin: 26, mots: 'arrête' },
    ]);
    expect(contient(t, /decret/u)).toBe(false);
  });

  it.each([
    ['R. 2121 - 11', true],
    ['r2121-11', true],
    ['R2121-110', false],
    ['R2121-11-1', false],
  ])('« %s » est l’article R2121-11 : %s', (ecrit, trouve) => {
    expect(new RegExp(motifDArticle('R2121-11'), 'u').test(lireTexte(ecrit).simple)).toBe(trouve);
  });
});
