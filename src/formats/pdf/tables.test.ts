import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Facon,
  compresser,
  deflate,
  listeCompressee,
  predire,
  tableCompressee,
} from '../../../test/harness/pdf-compresse.ts';
import { pdfMinimal } from '../../../test/harness/pdf-minimal.ts';
import { type Gonfler, gonfleurDe } from './flux.ts';
import { type FichierPdf, contenuClair, elementsDe, entreesDe, lirePdf } from './lire.ts';
import { mettreAJour, numeroLibre } from './mise-a-jour.ts';
import { type Objet, ecrireObjet } from './objets.ts';
import { depuisLatin1, enLatin1 } from './octets.ts';

const gonfler: Gonfler = (octets, maxOutputLength) => {
  try {
    return inflateSync(octets, { maxOutputLength });
  } catch {
    return null;
  }
};

const renvoi = (numero: number): Objet => ({ genre: 'reference', numero, generation: 0 });

function ouvrir(octets: Uint8Array): FichierPdf {
  const lu = lirePdf(octets, gonfler);
  if (!lu.ok) throw new Error(lu.error.phrase);
  return lu.value;
}

const contenu = (pdf: FichierPdf, jusqua: number): readonly string[] =>
  Array.from({ length: jusqua }, (_, i) => ecrireObjet(pdf.suivre(renvoi(i + 1))));

const refus = (texte: string): string => {
  const lu = lirePdf(depuisLatin1(texte), gonfler);
  if (!lu.ok) return lu.error.phrase;
  return lu.value
    .illisibles()
    .map(({ phrase }) => phrase)
    .join(' ');
};

const MINIMAL = pdfMinimal();
const FACONS: readonly Facon[] = [
  ...([1, 2, 10, 11, 12, 13, 14, 15] as const).map((predicteur) => ({ predicteur })),
  { hybride: true },
  { parListe: 1 },
];

describe('Un PDF aux tables compressées', () => {
  it.each(FACONS)('%o : se lit comme le même fichier en clair', (facon) => {
    const pdf = ouvrir(compresser(MINIMAL, facon));
    expect(pdf.illisibles()).toEqual([]);
    expect(contenu(pdf, 3)).toEqual(contenu(ouvrir(MINIMAL), 3));
    expect(pdf.positions.get(3)?.rang).not.toBe(null);
  });

  it('sans outil pour décompresser, est refusé en disant où', () => {
    const lu = lirePdf(compresser(MINIMAL));
    expect(lu.ok ? '' : lu.error.phrase).toMatch(/compressé abîmé ou démesuré à l’octet \d+/);
  });

  it.each<[string, Facon, 'classique' | 'flux']>([
    ['compressé', {}, 'flux'],
    ['hybride', { hybride: true }, 'classique'],
  ])('%s, reçoit une mise à jour de la même sorte, qui se relit', (_, facon, table) => {
    const avant = ouvrir(compresser(MINIMAL, facon));
    const numero = numeroLibre(avant);
    const apres = ouvrir(
      mettreAJour(avant, [
        { numero, corps: '(un)' },
        { numero: 2, corps: '2' },
      ]),
    );
    expect(apres.table).toBe(table);
    expect(apres.suivre(renvoi(numero))).toEqual({ genre: 'chaine', octets: 'un' });
    expect(apres.suivre(renvoi(2))).toBe(2);
    expect(apres.illisibles()).toEqual([]);
    expect(contenu(apres, 1)).toEqual(contenu(avant, 1));
    const encore = ouvrir(mettreAJour(apres, [{ numero: 2, corps: '3' }]));
    expect(encore.suivre(renvoi(2))).toBe(3);
  });

  it('une liste récrite plus tard sous le même numéro déplace tout ce qu’elle contient', () => {
    const avant = ouvrir(compresser(MINIMAL));
    const place = avant.positions.get(1);
    const texte = enLatin1(avant.octets);
    const numeroDeListe = Number(/(\d+) 0 obj\n<<\/Type \/ObjStm/.exec(texte)?.[1]);
    const liste = listeCompressee([{ numero: 1, corps: '(autre)' }], numeroDeListe);
    const debut = texte.length;
    const table = tableCompressee(
      [
        [numeroDeListe, 1, debut, 0],
        [99, 1, debut + liste.length, 0],
      ],
      99,
      `/Size 100 /Root 1 0 R /Prev ${avant.startxref}`,
    );
    const apres = ouvrir(
      depuisLatin1(`${texte}${liste}${table}startxref\n${debut + liste.length}\n%%EOF\n`),
    );
    expect(apres.suivre(renvoi(1))).toEqual({ genre: 'chaine', octets: 'autre' });
    expect(apres.positions.get(1)).not.toEqual(place);
  });
});

/** A file of one list and one table, each as given. */
function fichier(liste: string, plus: { table?: string; cles?: string } = {}): string {
  const debut = '%PDF-1.7\n'.length;
  const table =
    plus.table ??
    tableCompressee(
      [
        [1, 2, 5, 0],
        [5, 1, debut, 0],
        [6, 1, debut + liste.length, 0],
      ],
      6,
      `/Size 7 /Root 1 0 R ${plus.cles ?? ''}`,
    );
  return `%PDF-1.7\n${liste}${table}startxref\n${debut + liste.length}\n%%EOF\n`;
}

const LISTE = listeCompressee([{ numero: 1, corps: '<<>>' }], 5);
const flux = (cles: string, corps: string): string =>
  `5 0 obj\n<<${cles} /Length ${corps.length}>>\nstream\n${corps}\nendstream\nendobj\n`;
const table = (cles: string, corps: string): string =>
  `6 0 obj\n<</Type /XRef /Root 1 0 R ${cles} /Length ${corps.length}>>\nstream\n${corps}\nendstream\nendobj\n`;
const BOMBE = deflate('\0'.repeat(40_000_000));
const RANGEES = deflate('\0'.repeat(6_000_000));

describe('Une liste ou une table hostile est refusée, en disant pourquoi', () => {
  it('le témoin se lit', () => expect(refus(fichier(LISTE))).toBe(''));

  it.each<[string, string, string]>([
    [
      'deux fois le même objet',
      listeCompressee(
        [
          { numero: 1, corps: '1' },
          { numero: 1, corps: '2' },
        ],
        5,
      ),
      'deux fois',
    ],
    [
      'un autre objet à ce rang',
      listeCompressee([{ numero: 2, corps: '1' }], 5),
      'un autre trouvé',
    ],
    ['moins d’objets qu’annoncé', LISTE.replace('/N 1', '/N 9'), 'mal comptée'],
    ['un nombre absurde', LISTE.replace('/N 1', '/N 999999999'), 'mal comptée'],
    ['un début hors de la liste', LISTE.replace(/First \d/, 'First 9999'), 'mal comptée'],
    [
      'un flux qui n’est pas une liste',
      LISTE.replace('/ObjStm', '/Autre'),
      'liste d’objets attendue',
    ],
    [
      'sa longueur rangée en elle-même',
      LISTE.replace(/Length \d+/, 'Length 1 0 R'),
      'ne se lit pas',
    ],
    ['une bombe', flux('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', BOMBE), 'démesuré'],
    [
      'compressée deux fois',
      LISTE.replace('[/FlateDecode]', '[/FlateDecode /FlateDecode]'),
      'deux fois',
    ],
    ['compressée autrement', LISTE.replace('[/FlateDecode]', '/LZWDecode'), 'LZWDecode'],
    ['rangée hors du fichier', LISTE.replace('/N 1', '/N 1 /F (x)'), 'hors du fichier'],
    ['abîmée', LISTE.replace(/stream\n.../, 'stream\nzzz'), 'abîmé'],
  ])('liste : %s', (_, liste, dit) => expect(refus(fichier(liste))).toContain(dit));

  it.each<[string, string, string]>([
    ['colonnes absentes', '/Size 1', 'colonnes'],
    ['colonnes nulles', '/W [0 0 0] /Size 1', 'colonnes'],
    ['colonnes démesurées', '/W [1 99 1] /Size 1', 'colonnes'],
    ['colonnes négatives', '/W [1 -1 1] /Size 1', 'colonnes'],
    ['sans objets', '/W [1 1 1]', 'quels objets'],
    ['étendues impaires', '/W [1 1 1] /Index [0 1 2]', 'quels objets'],
    ['plus d’objets que de rangées', '/W [1 1 1] /Index [0 999999]', 'plus courte'],
    ['un objet deux fois', '/W [1 1 1] /Index [0 1 0 1]', 'deux fois'],
    ['un genre inconnu', '/W [1 1 1] /Index [0 3]', 'genre inconnu'],
    ['une bombe', '/W [1 1 1] /Size 1 /Filter /FlateDecode', 'abîmé ou démesuré'],
    ['qui tourne en rond', '/W [1 1 1] /Size 1 /Prev 9', 'en rond'],
    ['précédée d’ailleurs', '/W [1 1 1] /Size 1 /Prev 1 0 R', 'ne se trouve pas'],
    [
      'prédite n’importe comment',
      '/W [1 1 1] /Size 1 /Filter /FlateDecode /DecodeParms <</Predictor 9>>',
      'abîmé',
    ],
  ])('table : %s', (_, cles, dit) => {
    const texte = table(cles, '\x01\x09\x00\x01\x09\x00\x07\x00\x00');
    expect(refus(`%PDF-1.7\n${texte}startxref\n9\n%%EOF\n`)).toContain(dit);
  });

  it('table : deux millions d’objets qui n’existent pas', () => {
    const texte = table('/W [1 1 1] /Size 2000000 /Filter /FlateDecode', RANGEES);
    expect(refus(`%PDF-1.7\n${texte}startxref\n9\n%%EOF\n`)).toContain('trop d’objets');
  });

  it('hybride : un objet placé différemment par les deux tables', () => {
    const sain = enLatin1(compresser(MINIMAL, { hybride: true }));
    const dernier = sain.lastIndexOf('xref\n0 0\n');
    const faux = sain.replace('xref\n0 0\n', 'xref\n1 1\n0000000015 00000 n \n');
    const lu = lirePdf(depuisLatin1(faux), gonfler);
    expect(dernier).toBeGreaterThan(0);
    expect(lu.ok ? '' : lu.error.phrase).toContain('placé différemment');
  });

  it('hybride : la table compressée mène à d’autres tables que celle qui la nomme', () => {
    const sain = enLatin1(compresser(MINIMAL, { hybride: true }));
    const lire = (prev: number) => {
      const faux = sain.replace('/Type /XRef', `/Prev ${prev} /Type /XRef`);
      const decale = faux.length - sain.length;
      // What follows has moved: the table in clear, and the two places that name it.
      const base = Number(/\/Prev (\d+) \/XRefStm/.exec(sain)?.[1]);
      const fin = sain.lastIndexOf('xref\n0 0\n') + decale;
      return refus(
        faux
          .replace(`/Prev ${base} /XRefStm`, `/Prev ${base + decale} /XRefStm`)
          .replace(/startxref\n\d+\n%%EOF\n$/, `startxref\n${fin}\n%%EOF\n`),
      );
    };
    expect(lire(15)).toContain('mène ailleurs');
    const base = Number(/\/Prev (\d+) \/XRefStm/.exec(sain)?.[1]);
    expect(lire(base + `/Prev ${base} `.length)).toBe('');
  });

  it('mille bombes ne coûtent pas mille fois une bombe', () => {
    let lues = 0;
    const compter: Gonfler = (_, limite) => {
      lues += limite;
      return null;
    };
    const gonfleur = gonfleurDe(new Uint8Array(5_000), compter);
    for (let i = 0; i < 1_000; i += 1) expect(gonfleur(i, i + 1)).toBe(null);
    expect(lues).toBeLessThan(2_000_000_000);
  });
});

describe('Décompression', () => {
  it('les prédicteurs rendent ce qui a été prédit', () => {
    const ligne = fc.array(fc.nat(255), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(ligne, { minLength: 1, maxLength: 9 }),
        fc.constantFrom(10, 11, 12, 13, 14, 15),
        (lignes, predicteur) => {
          const corps = deflate(predire(lignes, predicteur));
          const parms = `/DecodeParms [<</Predictor ${predicteur} /Columns 6>>]`;
          const texte = flux(`/Filter [/FlateDecode] ${parms}`, corps);
          const pdf = ouvrir(
            depuisLatin1(
              fichier(texte, {
                table: tableCompressee([[1, 1, 9, 0]], 6, '/Size 7 /Root 1 0 R').replace(
                  '/Index [1 1]',
                  '/Index [5 1]',
                ),
              }),
            ),
          );
          const clair = contenuClair(pdf, pdf.suivre(renvoi(5)));
          expect([...(clair ?? [])]).toEqual(lignes.flat());
        },
      ),
      { seed: 330, numRuns: 150 },
    );
  });

  it('des octets de hasard dans un fichier compressé ne font jamais tomber la lecture', () => {
    const sain = enLatin1(compresser(MINIMAL, { predicteur: 15 }));
    fc.assert(
      fc.property(fc.nat(sain.length - 1), fc.nat(255), (ou, octet) => {
        const gate = sain.slice(0, ou) + String.fromCharCode(octet) + sain.slice(ou + 1);
        const lu = lirePdf(depuisLatin1(gate), gonfler);
        const pages = lu.ok
          ? elementsDe(entreesDe(lu.value.suivre(renvoi(2))).get('Kids') ?? null).length
          : 0;
        expect(pages).toBeLessThanOrEqual(1);
        expect(lu.ok ? lu.value.illisibles().length : 1).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2_000, seed: 330 },
    );
  });
});
