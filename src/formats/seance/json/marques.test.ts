import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#base/utf8.ts';
import { lireSeance } from '../lire.ts';
import { lireUnFait } from '../lire-un-fait.ts';
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

  it('un fichier de séance qui en porte une est refusé, avec ses autres défauts', () => {
    const aix = readFileSync(
      new URL('../../../../examples/aix-2022-10-14.json', import.meta.url),
      'utf8',
    );
    const marque = aix
      .replace('"Conseil municipal"', '"Conseil\u200f municipal"')
      .replace('"heure": "14:00"', '"heure": "25:00"');
    const lue = lireSeance(marque);
    const pointeurs = lue.ok ? [] : lue.error.map(({ pointeur }) => pointeur);
    expect(pointeurs.toSorted()).toEqual(['/assemblee/nom', '/seance/heure']);
  });

  it('un fait seul qui en porte une aussi', () => {
    const fait = { type: 'DiscussionNotee', texte: 'Une\u200e question.' };
    const lu = lireUnFait(utf8(JSON.stringify(fait)));
    expect(lu.ok ? [] : lu.error.map(({ pointeur }) => pointeur)).toEqual(['/texte']);
    expect(lireUnFait(utf8(JSON.stringify({ ...fait, texte: 'Une question.' }))).ok).toBe(true);
  });
});
