import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estUnNomSimple, nomsDeFichiers } from './noms-de-fichiers.ts';

describe('Le nom d’un fichier tiré d’un numéro d’acte', () => {
  it.each([
    ['../../x.pdf', 'x.pdf'],
    ['a/b.pdf', 'a-b.pdf'],
    ['..\\..\\x.pdf', 'x.pdf'],
    ['CON.pdf', 'acte-CON.pdf'],
    ['aux.txt.pdf', 'acte-aux.txt.pdf'],
    ['.htaccess', 'htaccess'],
    ['', 'document'],
    ['///.pdf', 'document.pdf'],
    ['Délibération n° 3.pdf', 'Deliberation-n-3.pdf'],
    ['DL.2022-330.pdf', 'DL.2022-330.pdf'],
    ['x\u0000y.pdf', 'x-y.pdf'],
  ])('« %s » devient « %s »', (numero, attendu) => {
    expect(nomsDeFichiers([numero])).toEqual([attendu]);
  });

  it('ne se confond pas avec un autre, capitales comprises, ni avec le manifeste', () => {
    expect(nomsDeFichiers(['dl-1.pdf', 'DL-1.pdf', 'dl/1.pdf'])).toEqual([
      'dl-1.pdf',
      'DL-1-2.pdf',
      'dl-1-3.pdf',
    ]);
    expect(nomsDeFichiers(['Manifeste.json'], ['manifeste.json'])).toEqual(['Manifeste-2.json']);
  });

  it('tient dans tout système de fichiers, quoi qu’on ait écrit', () => {
    const numeros = fc.array(fc.string({ unit: 'binary', maxLength: 400 }), { maxLength: 20 });
    fc.assert(
      fc.property(numeros, (noms) => {
        const surs = nomsDeFichiers(noms.map((nom) => `${nom}.pdf`));
        expect(surs.every((nom) => estUnNomSimple(nom) && nom.length <= 120)).toBe(true);
        expect(new Set(surs.map((nom) => nom.toLowerCase())).size).toBe(noms.length);
      }),
      { seed: 330 },
    );
  });
});
