import { readFileSync, readdirSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { schemaDeSeance } from '../schema-json.ts';
import { lireSeance } from '../lire.ts';
import { pageDuFormat } from './page.ts';

const RACINE = new URL('../../../../', import.meta.url);
const lire = (chemin: string): string => readFileSync(new URL(chemin, RACINE), 'utf8');
const valide = new Ajv2020({ allErrors: true }).compile(Object(schemaDeSeance()));

describe('Le schéma JSON du format', () => {
  it('publié est celui que les fichiers suivent', () => {
    expect(JSON.parse(lire('docs/formats/seance.schema.json'))).toEqual(schemaDeSeance());
  });

  it.each(readdirSync(new URL('examples/', RACINE)))('accepte l’exemple %s', (nom) => {
    valide(JSON.parse(lire(`examples/${nom}`)));
    expect(valide.errors).toBeNull();
  });

  it.each<[string, (texte: string) => string]>([
    ['un champ inconnu', (t) => t.replace('"siren"', '"sirene"')],
    ['un mauvais genre', (t) => t.replace('"population": 145133', '"population": "145133"')],
    ['un null', (t) => t.replace('"tribunal": "Marseille"', '"tribunal": null')],
    ['un type de fait inconnu', (t) => t.replace('"SeanceOuverte"', '"SeanceFermee"')],
    ['un jour mal écrit', (t) => t.replace('"jour": "2022-10-14"', '"jour": "14/10/2022"')],
    [
      'un fait incomplet',
      (t) => t.replace('"type": "PouvoirRemis", ', '"type": "PouvoirRetire", '),
    ],
    ['un identifiant à majuscule', (t) => t.replace('"angeletti-laurence"', '"Angeletti"')],
  ])('refuse %s, comme le lecteur', (_, gater) => {
    const aix = lire('examples/aix-2022-10-14.json');
    const gate = gater(aix);
    expect(gate).not.toBe(aix);
    expect(valide(JSON.parse(gate))).toBe(false);
    expect(lireSeance(gate).ok).toBe(false);
  });
});

describe('La page du format', () => {
  const page = pageDuFormat();

  it('publiée est celle que le schéma donne', () => {
    expect(lire('docs/formats/seance.md')).toBe(page);
  });

  it('dit le sens de chaque champ', () => {
    const muets = page.split('\n').filter((ligne) => /^\| `.*\|\s*\|$/.test(ligne));
    expect(muets).toEqual([]);
  });

  it('donne un petit fichier qui se lit', () => {
    const exemple = /## Un petit fichier\s+```json\n([\s\S]+?)```/.exec(page)?.[1] ?? '';
    expect(lireSeance(exemple)).toMatchObject({ ok: true });
  });
});
