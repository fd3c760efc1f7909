import { beforeAll, describe, expect, it } from 'vitest';
import { contenuBrut } from '#formats/pdf/lire.ts';
import { numeroDe } from '#formats/pdf/mise-a-jour.ts';
import { catalogueDe } from '#formats/signature/champs.ts';
import {
  type Ajout,
  ajouter,
  formation,
  imprimerUnActe,
  ouvrir,
  premier,
  recrireLeCatalogue,
  renvoi,
  signerAvec,
} from './signature.ts';

let simple: Uint8Array;
let numero: number;
let xmp: string;
beforeAll(async () => {
  simple = await signerAvec(await imprimerUnActe(), formation.maire);
  const pdf = ouvrir(simple);
  const metadonnees = catalogueDe(pdf).get('Metadata');
  numero = numeroDe(metadonnees) ?? -1;
  xmp = contenuBrut(pdf, pdf.suivre(metadonnees)) ?? '';
});

const flux = (texte: string): string =>
  `<</Type /Metadata /Subtype /XML /Length ${texte.length}>>\nstream\n${texte}\nendstream`;
const recrire =
  (texte: string): Ajout =>
  () => [{ numero, corps: flux(texte) }];

const LOGICIEL = 'Les dates et le nom du logiciel ont été mis à jour ensuite.';

describe('Les métadonnées récrites après la signature', () => {
  it.each<[string, (x: string) => string]>([
    [
      'par un logiciel qui change les dates',
      (x) => x.replace(/<xmp:ModifyDate>[^<]*/, '<xmp:ModifyDate>2030-01-01'),
    ],
    [
      'par un logiciel qui dit son nom',
      (x) =>
        x.replace('</rdf:Description>', '<pdf:Producer>Autre</pdf:Producer></rdf:Description>'),
    ],
    ['avec plus de blancs', (x) => x.replaceAll('><', '>\n  <')],
  ])('%s : la signature reste valide, et on le dit', (_, changer) => {
    const change = changer(xmp);
    expect(change).not.toBe(xmp);
    const verdict = premier(ajouter(simple, recrire(change)));
    expect(verdict).toMatchObject({ verdict: 'valide', ensuite: [LOGICIEL] });
  });

  it('dans un autre objet, au même contenu : de même', () => {
    const ajout = recrireLeCatalogue((libre) => [['Metadata', renvoi(libre)]], flux(`${xmp}\n`));
    expect(premier(ajouter(simple, ajout))).toMatchObject({
      verdict: 'valide',
      ensuite: [LOGICIEL],
    });
  });

  it.each<[string, (x: string) => string]>([
    ['le titre changé', (x) => x.replace(/(<dc:title><rdf:Alt><rdf:li[^>]*>)[^<]*/, '$1Autre')],
    [
      'un titre de plus',
      (x) => x.replace('</rdf:Alt></dc:title>', '<rdf:li>Autre</rdf:li></rdf:Alt></dc:title>'),
    ],
    ['l’auteur retiré', (x) => x.replace(/<dc:creator>.*<\/dc:creator>/s, '')],
    ['la conformité retirée', (x) => x.replace(/<pdfaid:part>3<\/pdfaid:part>/, '')],
    [
      'un texte glissé sous une date',
      (x) => x.replace('<xmp:ModifyDate>', '<dc:description>X</dc:description><xmp:ModifyDate>'),
    ],
    ['qui ne se lisent plus', (x) => x.replace('</rdf:RDF>', '')],
    ['vides', () => ''],
  ])('%s : à vérifier', (_, changer) => {
    const verdict = premier(ajouter(simple, recrire(changer(xmp))));
    expect(verdict).toMatchObject({ verdict: 'à vérifier', integre: true });
    expect(verdict.raisons.join(' ')).toContain('métadonnées du fichier ont été récrites');
  });

  it('remplacées par autre chose qu’un flux : à vérifier, jamais une panne', () => {
    const verdict = premier(ajouter(simple, () => [{ numero, corps: '(rien)' }]));
    expect(verdict.verdict).not.toBe('valide');
  });
});
