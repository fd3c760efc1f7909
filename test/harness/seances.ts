import { readFileSync } from 'node:fs';
import { rejouer } from '../../src/conseil/seance/rejouer.ts';
import type { Seance } from '../../src/conseil/seance/etat.ts';
import { lireSeance } from '../../src/formats/seance/lire.ts';
import { assert } from '../../src/base/assert.ts';

/** The three sittings shipped with the project. */
export type Exemple = 'aix-2022-10-14' | 'village-2026-06-12' | 'epci-2025-09-25';

/** An example, read by the real reader and replayed: what the documents are made from. */
export function seanceDExemple(nom: Exemple): Seance {
  const adresse = new URL(`../../examples/${nom}.json`, import.meta.url);
  const lue = lireSeance(readFileSync(adresse, 'utf8'));
  assert(lue.ok, `the example ${nom} is read without fault`);
  return rejouer(lue.value.map(({ fait }) => fait));
}

/**
 * Words as a reader compares them: spaces, apostrophes, hyphens, case and markup aside.
 * « L'État » and « L’ÉTAT » are one; « 1<sup>er</sup> » and « 1er » are one.
 */
export const aplatir = (texte: string): string =>
  texte
    .normalize('NFKC')
    .replace(/<[^>]+>/g, '')
    .replace(/[*_|\\]/g, '')
    .replace(/[’‘`´]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s*-\s*/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/\s*([:;.,!?%])/g, '$1')
    .toLocaleLowerCase('fr')
    .trim();
