import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Bloc, DocumentImprime } from '#formats/document/document.ts';
import { controlerPdf } from '#formats/pdf/controler.ts';
import { rendreDoublementConforme } from '#formats/pdf/double-conformite.ts';
import { depuisLatin1, enLatin1 } from '#formats/pdf/octets.ts';
import {
  acteDeDeuxPages,
  document,
  paragraphe,
  registreDe,
  sieges,
  t,
} from '../../../test/harness/documents.ts';
import { type Atelier, ouvrirAtelier } from './atelier.ts';

const VOIX = ['pour', 'contre', 'abstention', 'ne-prend-pas-part', 'absent'] as const;

const tousLesBlocs = (mise: 'courante' | 'registre'): DocumentImprime => {
  const acte = acteDeDeuxPages(330);
  const plus: readonly Bloc[] = [
    paragraphe(
      'Voir ',
      t('le site', { lien: 'https://exemple.fr/' }),
      t(' du 1er', { italique: true }),
    ),
    { genre: 'liste', ordonnee: false, elements: [[t('un')], [t('deux')]] },
    {
      genre: 'hemicycle',
      description: 'Cinquante-cinq sièges',
      sieges: sieges(55, (i) => VOIX[i % 5] ?? 'pour'),
    },
    {
      genre: 'encadre',
      ton: 'attention',
      titre: 'La preuve manque',
      blocs: [paragraphe('Pourquoi.')],
    },
    { genre: 'filet' },
  ];
  return { ...acte, mise, blocs: [...acte.blocs, ...plus] };
};

let atelier: Atelier;
let pdf: Uint8Array;
const dossier = mkdtempSync(join(tmpdir(), 'parvis-pdf-'));
const chemin = join(dossier, 'acte.pdf');

const imprimer = (d: DocumentImprime): Uint8Array => {
  const sortie = atelier.imprimer(d);
  if (!sortie.ok) throw new Error(sortie.phrases.join('\n'));
  return sortie.pdf;
};

const refus = (octets: Uint8Array): string => {
  const double = rendreDoublementConforme(octets);
  return double.ok ? '' : (double.error[0]?.pointeur ?? '');
};

beforeAll(() => {
  atelier = ouvrirAtelier();
  pdf = imprimer(tousLesBlocs('courante'));
  writeFileSync(chemin, pdf);
});
afterAll(() => rmSync(dossier, { recursive: true }));

describe('PDF/A-3a et PDF/UA-1 dans un même fichier', () => {
  it('un acte avec tous les blocs, un registre et un document nu passent nos contrôles', () => {
    expect(controlerPdf(pdf)).toEqual([]);
    expect(controlerPdf(imprimer(tousLesBlocs('registre')))).toEqual([]);
    expect(controlerPdf(imprimer(registreDe(3)))).toEqual([]);
    expect(controlerPdf(imprimer(document({ enTete: null, auteur: '' })))).toEqual([]);
  });

  it('le compositeur lui-même l’accepte comme PDF/UA-1', () => {
    for (const mise of ['courante', 'registre'] as const) {
      expect(atelier.composer(tousLesBlocs(mise), 'ua-1')).toMatchObject({ ok: true });
    }
  });

  it('la mise à jour ne touche aucun octet du fichier d’origine et garde son identifiant', () => {
    const compose = atelier.composer(tousLesBlocs('courante'), 'a-3a');
    if (!compose.ok) throw new Error(compose.phrases.join('\n'));
    expect(pdf.subarray(0, compose.pdf.length)).toEqual(new Uint8Array(compose.pdf));
    expect(enLatin1(pdf, pdf.length - 400)).toMatch(/\/ID \[<[\da-f]{48}> <[\da-f]{48}>\]/);
    expect(controlerPdf(compose.pdf).map((d) => d.pointeur)).toContain('Root/ViewerPreferences');
  });

  it('refuse, en disant où, ce qui n’est pas un PDF/A-3 à rendre accessible', () => {
    const compose = atelier.composer(tousLesBlocs('courante'), 'ua-1');
    expect(refus(compose.ok ? compose.pdf : new Uint8Array())).toBe('Root/Metadata');
    expect(refus(pdf)).toBe('Root/Metadata');
    expect(refus(depuisLatin1('bonjour'))).toBe('octet 0');
    expect(refus(depuisLatin1(enLatin1(pdf).replaceAll('/ID [', '/IX [')))).toBe('trailer/ID');
  });

  // Each line spoils one thing, in place; `=` keeps the length, so that positions still hold.
  it.each([
    ['/ID [', '/IX [', /identifiant/],
    ['%PDF-1.7\n%', '%PDF-1.7\n ', /ligne binaire/],
    ['trailer\n<<', 'trailer\n<</Encrypt <</V 1>> ', /chiffré/],
    ['<pdfaid:part>3', '<pdfaid:part>2', /PDF\/A-3/],
    ['<pdfaid:conformance>A', '<pdfaid:conformance>B', /niveau A/],
    ['pdfua/ns/id/">1<', 'pdfua/ns/id/">2<', /n’annoncent pas PDF\/UA-1/],
    ['URI>http://www.aiim.org/pdfua', 'URI>http://www.aiim.org/pdfub', /schéma d’extension/],
    ['xmlns:pdfuaid', 'xmlns:pdfuaix', /préfixe pdfuaid/],
    ['<dc:title>', '<dc:titre>', /dc:title/],
    ['/Subtype /XML', '/Filter /XXXX', /XMP manquent/],
    ['/GTS_PDFA1', '/GTS_PDFX1', /profil de couleurs/],
    ['/Lang <', '/Lanx <', /langue/],
    ['/Marked true', '/Marked null', /balisé \(Marked\)/],
    ['/Suspects false', '/Suspects  true', /Suspects/],
    ['/DisplayDocTitle true', '/DisplayDocTitle null', /DisplayDocTitle/],
    ['/StructTreeRoot', '/StructTreeRoof', /arbre des balises/],
    ['/S /P\n', '/S /Q\n', /« Q » n’est pas/],
    ['/Alt <', '/Alx <', /Alt/],
    ['/S /H2\n', '/S /H4\n', /un niveau est sauté/],
    ['/S /TH\n', '/S /TD\n', /\(TH\)/],
    ['/FontFile', '/FontFilx', /n’est pas contenue/],
    ['/ToUnicode', '/ToUnicodx', /ToUnicode/],
    ['/URI (', '/JS  (', /action « URI » est interdite/],
    ['/Direction /L2R', '/JavaScript 1  ', /déclencheur/],
    ['/Filter /FlateDecode', '/Filter /LZWDecode  ', /LZWDecode/],
    ['/Tabs /S', '/Tabs /R', /Tabs \/S/],
    ['/StructParents', '/StructParentx', /page n’est pas balisé/],
    ['/StructParent ', '/StructParenx ', /annotation n’est pas dans l’arbre/],
    ['/Contents (https', '/Contenty (https', /Contents/],
    ['/F 4\n', '/F 2\n', /cachée/],
    ['/AFRelationship', '/AFRelationshix', /AFRelationship/],
    ['/AF [', '/AG [', /\(AF\)/],
    ['/UF (', '/UX (', /F et UF/],
    ['/Subtype /application', '/Subtypx /application', /Subtype/],
    ['\nendobj\n\n8 0 obj', '\nendobj\n\n7 0 obj', /objet 8 attendu/],
  ])('« %s » gâché en « %s » est vu', (avant, apres, phrase) => {
    const texte = enLatin1(pdf);
    expect(texte).toContain(avant);
    const bout = avant.startsWith('trailer') ? texte.lastIndexOf(avant) : 0;
    const gate = texte.slice(0, bout) + texte.slice(bout).replaceAll(avant, apres);
    expect(
      controlerPdf(depuisLatin1(gate))
        .map((d) => d.phrase)
        .join('\n'),
    ).toMatch(phrase);
  });
});

const installe = (outil: string): boolean => spawnSync(outil, ['-v']).error === undefined;

/** Runs a judge that is not ours; skips, and says so, where the machine has none. */
function juger(
  outil: string,
  arguments_: readonly string[],
  passer: (note: string) => never,
): string {
  if (!installe(outil)) passer(`${outil} n’est pas installé sur cette machine`);
  const { stdout, status } = spawnSync(outil, arguments_, { encoding: 'utf8' });
  return `${status}\n${stdout}`;
}

describe('Ce qu’en disent d’autres outils', () => {
  it('qpdf ne trouve aucune faute de structure', ({ skip }) => {
    const verdict = juger('qpdf', ['--check', chemin], skip);
    expect(verdict).toMatch(/^0\n/);
    expect(verdict).toContain('No syntax or stream encoding errors found');
  });

  it('pdfinfo voit le titre, l’auteur, la date et les balises', ({ skip }) => {
    const verdict = juger('pdfinfo', ['-struct', chemin], skip);
    for (const balise of [
      'Document',
      'H1',
      'H2',
      'P (block)',
      'Table',
      'THead',
      'TH',
      'TD',
      'L (block)',
      'Figure',
      'Link',
    ]) {
      expect(verdict).toContain(balise);
    }
    const entete = juger('pdfinfo', ['-isodates', chemin], skip);
    expect(entete).toMatch(/Title: +Délibération DL\.2022-330/);
    expect(entete).toMatch(/Author: +Commune de Valombre/);
    expect(entete).toMatch(/CreationDate: +2022-10-14T00:00:00Z/);
    expect(entete).toMatch(/Tagged: +yes/);
  });

  it('pdffonts ne voit que nos deux familles, incorporées et lisibles', ({ skip }) => {
    const lignes = juger('pdffonts', [chemin], skip)
      .split('\n')
      .slice(3)
      .filter((l) => l !== '');
    expect(lignes.length).toBeGreaterThan(2);
    for (const ligne of lignes)
      expect(ligne).toMatch(/(?:SourceSerif4|AtkinsonHyperlegibleNext).* yes yes yes/);
  });

  it('pdfdetach ressort les faits tels qu’ils ont été joints', ({ skip }) => {
    expect(juger('pdfdetach', ['-save', '1', '-o', join(dossier, 'f.json'), chemin], skip)).toMatch(
      /^0/,
    );
    expect(spawnSync('cat', [join(dossier, 'f.json')], { encoding: 'utf8' }).stdout).toBe(
      '{"graine":330}',
    );
  });

  it('pdf.js lit l’arbre des balises, les signets et la langue', async () => {
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
    const lu = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
    expect(await lu.getMarkInfo()).toMatchObject({ Marked: true });
    const arbre = JSON.stringify(await (await lu.getPage(1)).getStructTree());
    expect(arbre).toContain('"role":"H1"');
    const signets = await lu.getOutline();
    expect(signets[0]?.title).toBe('Inclusion numérique\u00a0: étude n°\u00a0330');
    expect(signets[0]?.items.map((s) => s.title)).toContain('Le conseil décide');
    const { info } = await lu.getMetadata();
    expect(info).toMatchObject({ Language: 'fr-FR', Title: 'Délibération DL.2022-330' });
    await lu.destroy();
  });
});
