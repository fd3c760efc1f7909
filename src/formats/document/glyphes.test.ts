import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Couverture,
  assainir,
  phraseDeSigne,
  phrasesDeSignes,
  signesSansGlyphe,
} from './glyphes.ts';

/** Latin letters and a few signs, as a text font has. */
const latine: Couverture = (p) =>
  (p >= 0x20 && p < 0x7f) || (p >= 0xa0 && p < 0x180) || [0x2019, 0x2022, 0x20ac].includes(p);

const lettres = (t: string): string => t.replace(/[^A-Za-z0-9]/g, '');

describe('Signes imprimables', () => {
  it.each([
    ['ﬁnance et eﬀet', 'finance et effet'],
    ['un\u2003cadratin\tet une tabulation', 'un cadratin et une tabulation'],
    ['trait\u00ad d’union\u200b et marque\ufeff', 'trait d’union et marque'],
    ['e\u0301te\u0301', 'été'],
    ['Jean\u2011Pierre', 'Jean-Pierre'],
    ['ligne\r\nsuivante\u2028fin', 'ligne\nsuivante\nfin'],
    ['№ Ⅻ', 'No XII'],
    ['a → b', 'a -> b'],
    ['5②', '5 2'],
    ['x\u202eabc\u202c', 'xabc'],
  ])('« %s » devient « %s »', (avant, apres) => {
    expect(assainir(avant, latine)).toBe(apres);
  });

  it('garde un signe que la police possède', () => {
    expect(assainir('a → b', () => true)).toBe('a → b');
  });

  it('nomme chaque signe une fois, avec son passage et combien de fois il revient', () => {
    const signes = signesSansGlyphe('La salle 漢 et encore 漢 puis \u0000 et \ud83d seul', latine);
    expect(signes.map((s) => [s.point, s.fois])).toEqual([
      [0x6f22, 2],
      [0, 1],
      [0xd83d, 1],
    ]);
    const [han, nul, moitie] = signes.map(phraseDeSigne);
    expect(han).toContain('« 漢 » (U+6F22)');
    expect(han).toContain('La salle 漢 et encore');
    expect(han).toContain('2 fois');
    expect(nul).toContain('U+0000');
    expect(nul).toContain('␣');
    expect(moitie).toContain('U+D83D');
    expect(signes.map(phraseDeSigne).every((p) => p.isWellFormed())).toBe(true);
  });

  it('un caractère de commande est refusé même si une police prétend le dessiner', () => {
    expect(signesSansGlyphe('\u0007\u0085\uffff', () => true).map((s) => s.point)).toEqual([
      7, 0x85, 0xffff,
    ]);
  });

  it('les lettres d’une autre écriture sont dites ensemble, une phrase par passage', () => {
    const dire = (t: string) => phrasesDeSignes(signesSansGlyphe(t, latine));
    const [ensemble, ...reste] = dire('Bienvenue, 你好 et 漢\u0000');
    expect(ensemble).toContain('« 你 » (U+4F60), « 好 » (U+597D), « 漢 » (U+6F22).');
    expect(reste).toHaveLength(1);
    expect(reste[0]).toContain('U+0000');
    expect(dire('漢')).toEqual(signesSansGlyphe('漢', latine).map(phraseDeSigne));
    expect(dire('一二三四五六七八九十百千万')[0]).toContain('et 1 autre.');
  });

  it('un texte assaini ne change plus, et ne perd aucune lettre', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (texte) => {
        const sain = assainir(texte, latine);
        expect(assainir(sain, latine)).toBe(sain);
        expect(lettres(sain).length).toBeGreaterThanOrEqual(lettres(texte).length);
      }),
      { numRuns: 1_000, seed: 330 },
    );
  });
});
