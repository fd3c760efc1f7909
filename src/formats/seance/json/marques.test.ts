import { describe, expect, it } from 'vitest';
import { marquesDeSens } from './marques.ts';

describe('Les marques qui changent le sens de lecture', () => {
  it.each([
    ['de gauche à droite', '\u200e', 'U+200E'],
    ['de droite à gauche', '\u200f', 'U+200F'],
    ['de lettre arabe', '\u061c', 'U+061C'],
  ])('la marque %s est dite à sa place', (_, marque, code) => {
    const [defaut, ...reste] = marquesDeSens({ faits: [{ texte: `Le${marque} maire` }] });
    expect(reste).toEqual([]);
    expect(defaut?.pointeur).toBe('/faits/0/texte');
    expect(defaut?.phrase).toContain(`(${code}), au caractère 3`);
  });

  it('une seule fois par texte, et dans le nom d’un champ aussi', () => {
    expect(marquesDeSens(['a\u200fb\u200f', 'b\u200e'])).toHaveLength(2);
    expect(marquesDeSens({ 'le\u200f': 1 })).toHaveLength(1);
  });

  it.each([[null], [true], [12], ['Été à l’hôtel de ville'], ['trait\u00ad d’union'], [[{}]]])(
    '%j n’en porte pas',
    (valeur) => {
      expect(marquesDeSens(valeur)).toEqual([]);
    },
  );
});
