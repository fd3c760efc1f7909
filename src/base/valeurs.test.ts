import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, canonicalJson } from './canonical-json.ts';
import { pointeur } from './defaut.ts';
import { heureEnLettres, heure, parseHeure } from './heure.ts';
import { parseCodeDepartement, parseCodeInsee, parseSiren, parseSiret } from './identifiants.ts';
import { PARIS, enHeureLocale, instant, parseFuseau, parseInstant } from './instant.ts';
import { appliquerTaux, centimes, enEuros, repartir } from './montant.ts';

describe('Un montant', () => {
  it('est en centimes entiers : 50 % de 19 700 € font 9 850 €', () => {
    expect(appliquerTaux(centimes(1_970_000), 5_000)).toBe(985_000);
    expect(enEuros(centimes(1_970_000))).toBe('19\u202f700\u00a0€');
    expect(enEuros(centimes(-123_456_705))).toBe('−1\u202f234\u202f567,05\u00a0€');
    expect(() => centimes(0.5)).toThrow('whole number');
  });

  it('se répartit sans perdre un centime', () => {
    expect(repartir(centimes(10_000), [1, 1, 1])).toEqual([3334, 3333, 3333]);
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 }),
        (total, poids) => {
          fc.pre(poids.some((p) => p > 0));
          const parts = repartir(centimes(total), poids);
          expect(parts.reduce((s, p) => s + p, 0)).toBe(total);
        },
      ),
      { seed: 330 },
    );
  });
});

describe('Une heure', () => {
  it('va de 00:00 à 23:59', () => {
    expect(parseHeure('23:59').ok).toBe(true);
    expect(parseHeure('24:00').ok).toBe(false);
    expect(parseHeure('9:05').ok).toBe(false);
    expect(heureEnLettres(heure('09:05'))).toBe('9 h 05');
  });
});

describe('Un instant', () => {
  it('se lit dans le fuseau de la collectivité, changement d’heure compris', () => {
    const avant = instant('2022-10-30T00:59:00.000Z');
    expect(enHeureLocale(avant, PARIS)).toEqual({ jour: '2022-10-30', heure: '02:59' });
    const apres = instant('2022-10-30T01:00:00.000Z');
    expect(enHeureLocale(apres, PARIS)).toEqual({ jour: '2022-10-30', heure: '02:00' });
    const minuit = instant('2022-10-13T22:00:00.000Z');
    expect(enHeureLocale(minuit, PARIS)).toEqual({ jour: '2022-10-14', heure: '00:00' });
  });

  it('mal écrit est refusé', () => {
    expect(parseInstant('2022-10-14T12:00:00Z').ok).toBe(false);
    expect(parseInstant('2022-02-30T12:00:00.000Z').ok).toBe(false);
    expect(parseFuseau('Europe/Aix').ok).toBe(false);
    expect(parseFuseau('Indian/Reunion').ok).toBe(true);
  });
});

describe('Un identifiant', () => {
  it('porte sa clé : un chiffre recopié de travers se voit', () => {
    expect(parseSiren('211300017').ok).toBe(true);
    expect(parseSiren('211300018').ok).toBe(false);
    expect(parseSiren('21130001').ok).toBe(false);
    expect(parseSiret('35600000000048').ok).toBe(true);
    expect(parseSiret('35600000049837').ok).toBe(true);
    expect(parseSiret('21130001700013').ok).toBe(false);
  });

  it('connaît la Corse et l’outre-mer', () => {
    for (const code of ['13001', '2A004', '97411']) expect(parseCodeInsee(code).ok).toBe(true);
    for (const code of ['2C004', '1300', '130011']) expect(parseCodeInsee(code).ok).toBe(false);
    for (const code of ['01', '13', '19', '21', '2B', '974'])
      expect(parseCodeDepartement(code).ok).toBe(true);
    for (const code of ['1', '00', '20', '96', '2C', '979']) {
      expect(parseCodeDepartement(code).ok).toBe(false);
    }
  });
});

describe('Le JSON canonique (RFC 8785)', () => {
  it('trie les clés par unités UTF-16 et n’ajoute aucun blanc', () => {
    expect(canonicalJson({ é: 1, b: [true, null, 'à'], a: { z: 1e21, y: -0 } })).toBe(
      '{"a":{"y":0,"z":1e+21},"b":[true,null,"à"],"é":1}',
    );
  });

  it('rend la même valeur, et le même texte, après relecture', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (valeur) => {
        const texte = JSON.stringify(valeur);
        fc.pre(texte.isWellFormed());
        const canonique = canonicalJson(JSON.parse(texte) as Json);
        expect(canonicalJson(JSON.parse(canonique) as Json)).toBe(canonique);
        expect(JSON.parse(canonique)).toEqual(JSON.parse(texte));
      }),
      { seed: 330 },
    );
  });

  it('refuse ce que JSON ne sait pas porter', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow('not a JSON number');
    expect(() => canonicalJson('\ud800')).toThrow('lone surrogate');
  });
});

describe('Un pointeur JSON (RFC 6901)', () => {
  it('échappe ~ et /', () => {
    expect(pointeur('faits', 3, 'a/b~c')).toBe('/faits/3/a~1b~0c');
    expect(pointeur()).toBe('');
  });
});
