import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecrireSeance } from './ecrire.ts';
import { lireJson } from './json/lire-json.ts';
import { lireSeance } from './lire.ts';
import { enJson, relireFait } from './relire.ts';

const EXEMPLES = ['aix-2022-10-14', 'village-2026-06-12', 'epci-2025-09-25'].map((nom) =>
  readFileSync(new URL(`../../../examples/${nom}.json`, import.meta.url), 'utf8'),
);

const faitsDe = (source: unknown) => {
  const lu = lireSeance(source);
  expect(lu.ok ? [] : lu.error).toEqual([]);
  return lu.ok ? lu.value.map(({ fait }) => fait) : [];
};

/** Every place of a tree, as a path. */
function places(valeur: unknown, chemin: readonly string[] = []): string[][] {
  if (typeof valeur !== 'object' || valeur === null) return [[...chemin]];
  const enfants = Object.entries(valeur).flatMap(([cle, v]) => places(v, [...chemin, cle]));
  return chemin.length === 0 ? enfants : [[...chemin], ...enfants];
}

function poser(racine: unknown, chemin: readonly string[], valeur: unknown): void {
  let parent = racine;
  for (const cle of chemin.slice(0, -1)) parent = Reflect.get(Object(parent), cle);
  if (typeof parent !== 'object' || parent === null) return;
  if (valeur === undefined) Reflect.deleteProperty(parent, chemin.at(-1) ?? '');
  else Reflect.set(parent, chemin.at(-1) ?? '', valeur);
}

const intrus = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', 'amiach-jonathan', 'inclusion-numerique', '2022-10-14', '14:00', 'secret'),
  fc.constant([]),
  fc.constant({}),
  fc.constant([{ type: 'VoteClos' }]),
);

describe('Un fichier de séance', () => {
  it('gâté n’importe où est lu ou refusé avec une place et une phrase, jamais d’accident', () => {
    const unExemple = fc.constantFrom(...EXEMPLES);
    const gestes = fc.array(fc.tuple(fc.nat(), intrus), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(unExemple, gestes, (texte, retouches) => {
        const fichier: unknown = JSON.parse(texte);
        for (const [n, valeur] of retouches) {
          const ici = places(fichier);
          poser(fichier, ici[n % ici.length] ?? [], valeur);
        }
        const lu = lireSeance(fichier);
        if (lu.ok) {
          const faits = lu.value.map(({ fait }) => fait);
          expect(faitsDe(ecrireSeance(faits))).toEqual(faits);
        } else {
          expect(lu.error.length).toBeGreaterThan(0);
          for (const { pointeur, phrase } of lu.error) {
            expect(pointeur === '' || pointeur.startsWith('/')).toBe(true);
            expect(phrase).toMatch(/\S.*[.?]$/su);
          }
        }
      }),
      { numRuns: 150, seed: 330 },
    );
  });

  it('garde tout texte imprimable au caractère près', () => {
    const texte = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
      .filter((t) => /\S/.test(t));
    fc.assert(
      fc.property(texte, texte, (objet, annonce) => {
        const [preparee, ...suite] = faitsDe(EXEMPLES[1]);
        const faits = suite.map((fait) => {
          if (fait.type === 'VoteClos') return { ...fait, annonce: `${annonce}\n${annonce}` };
          return fait.type === 'AffaireInscrite'
            ? { ...fait, affaire: { ...fait.affaire, objet } }
            : fait;
        });
        if (preparee === undefined) throw new Error('the example has facts');
        expect(faitsDe(ecrireSeance([preparee, ...faits]))).toEqual([preparee, ...faits]);
      }),
      { numRuns: 100, seed: 330 },
    );
  });

  it.each(EXEMPLES)('passe par le magasin sans rien perdre', (texte) => {
    for (const fait of faitsDe(texte)) {
      expect(relireFait(enJson(fait))).toEqual({ ok: true, value: fait });
    }
  });

  it('dont un fait, une affaire et une convocation viennent tard garde leur ordre', () => {
    const [preparee, affaire, ...suite] = faitsDe(EXEMPLES[0]);
    const rectification = {
      type: 'FaitRectifie',
      position: 2,
      par: null,
      motif: 'La convocation est notée deux fois.',
    } as const;
    const convocation = suite[0];
    if (preparee === undefined || affaire === undefined || convocation === undefined) {
      throw new Error('the example has facts');
    }
    const faits = [preparee, affaire, convocation, convocation, rectification];
    expect(faitsDe(ecrireSeance(faits))).toEqual(faits);
  });
});

describe('Le lecteur de JSON', () => {
  it('lit ce que JSON écrit', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (valeur) => {
        const texte = JSON.stringify(valeur);
        expect(lireJson(texte)).toEqual({ ok: true, value: JSON.parse(texte) });
      }),
      { seed: 330 },
    );
  });

  it('refuse ce que JSON.parse refuse', () => {
    const bruit = fc.string({
      unit: fc.constantFrom(...'{}[]",:0123.eE+-truefalsn\\u \n'.split('')),
    });
    fc.assert(
      fc.property(bruit, (texte) => {
        let accepte = true;
        try {
          JSON.parse(texte);
        } catch {
          accepte = false;
        }
        // Doubled fields and infinite numbers are the two things this reader refuses besides.
        const lu = lireJson(texte);
        if (!accepte) expect(lu.ok).toBe(false);
        else if (!lu.ok) expect(lu.error[0]?.phrase).toMatch(/deux fois|trop grand/);
      }),
      { numRuns: 1000, seed: 330 },
    );
  });
});
