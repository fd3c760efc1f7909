import { describe, expect, it } from 'vitest';
import { lireSeance } from '#formats/seance/lire.ts';
import { readFileSync } from 'node:fs';
import { rejouer } from '#conseil/seance/rejouer.ts';
import type { Collectivite } from '#conseil/collectivite.ts';
import { adresses, motDe, trouverCollectivite } from './adresses.ts';

const exemple = new URL('../../../examples/aix-2022-10-14.json', import.meta.url);
const lue = lireSeance(readFileSync(exemple));
if (!lue.ok) throw new Error('the example of Aix is read');
const AIX = rejouer(lue.value.map(({ fait }) => fait)).identite.collectivite;
const nommee = (nom: string, siren = AIX.siren as string): Collectivite => ({
  ...AIX,
  nom,
  siren: siren as Collectivite['siren'],
});

describe('L’adresse d’une collectivité', () => {
  it.each([
    ['Ville d’Aix-en-Provence', 'aix-en-provence-13'],
    ["Ville d'Aix-en-Provence", 'aix-en-provence-13'],
    ['Commune de L’Haÿ-les-Roses', 'l-hay-les-roses-13'],
    ['Commune du Bœuf', 'boeuf-13'],
    ['Ville de La Ciotat', 'la-ciotat-13'],
    ['Métropole d’Aix-Marseille-Provence', 'metropole-d-aix-marseille-provence-13'],
    ['Villeneuve', 'villeneuve-13'],
  ])('de « %s » est %s', (nom, mot) => {
    const elle = nommee(nom);
    expect(motDe(elle, [elle])).toBe(mot);
  });

  it('ne se confond pas avec celle d’une autre du même nom', () => {
    const [ville, autre] = [nommee('Ville d’Aix'), nommee('Commune d’Aix', '130001647')];
    const mots = [ville, autre].map((c) => motDe(c, [ville, autre]));
    expect(mots).toEqual(['aix-13-211300017', 'aix-13-130001647']);
    expect(trouverCollectivite('aix-13', [ville, autre])).toBeNull();
    expect(trouverCollectivite('aix-13-130001647', [ville, autre])).toBe(autre);
  });

  it('se trouve aussi par le SIREN', () => {
    expect(trouverCollectivite('211300017', [AIX])).toBe(AIX);
    expect(trouverCollectivite('211300018', [AIX])).toBeNull();
  });
});

it('Un numéro d’acte qui contient une barre reste un seul morceau d’adresse', () => {
  expect(adresses.acte('aix-13', '2022/330')).toBe('/aix-13/actes/2022%2F330');
});
