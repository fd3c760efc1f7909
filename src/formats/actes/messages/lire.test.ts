import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DONNEES,
  DONNEES_PRESENTES,
  SANS_DONNEES,
  octets,
} from '../../../../test/harness/actes.ts';
import { jugeXsd } from '../../../../test/harness/xsd.ts';
import { lireMatiere, matiereA, typologieParDefaut, typologiesPour } from '../classification.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import { lireXml } from '../xml/lire.ts';
import { ecartsAuSchema } from './conformite.ts';
import { genreDe, lireMessage } from './lire.ts';

/** Null where the ministry's schema is absent: our own checker then stands alone. */
const juge = await jugeXsd();

const ENTETE = 'xmlns:actes="http://www.interieur.gouv.fr/ACTES#v1.1-20040216"';
const annulation = (attribut = 'actes:IDActe="013-211300017-20221014-A1-DE"'): string =>
  `<actes:Annulation ${ENTETE} ${attribut}/>`;

/** What a letter of observations says, null when it cannot be read. */
function motif(contenu: Uint8Array): string | null {
  const lu = lireMessage(contenu);
  return lu.ok && lu.value.genre === 'LettreObservations' ? lu.value.motif : null;
}

function lire(nom: string): unknown {
  const lu = lireMessage(readFileSync(join(DONNEES, nom)));
  return lu.ok ? lu.value : lu.error;
}

describe('La lecture', () => {
  it('comprend UTF-16, UTF-8 avec ou sans marque, windows-1252 et ISO-8859-1', () => {
    const texte = `<actes:LettreObservations ${ENTETE} actes:IDActe="X" actes:DateCourrierPref="2026-01-02"><actes:Motif>été’</actes:Motif></actes:LettreObservations>`;
    const declare = (nom: string): string => `<?xml version="1.0" encoding="${nom}"?>${texte}`;
    const utf16 = Buffer.from(`\ufeff${declare('UTF-16')}`, 'utf16le');
    expect(motif(utf16)).toBe('été’');
    expect(motif(Buffer.from(utf16).swap16())).toBe('été’');
    expect(motif(Buffer.from(texte, 'utf8'))).toBe('été’');
    expect(motif(Buffer.from(`\ufeff${declare('UTF-8')}`, 'utf8'))).toBe('été’');
    expect(motif(Buffer.from(declare('ISO-8859-1'), 'utf8'))).toBe('été’');
    const enLatin1 = (nom: string): Uint8Array => octets(declare(nom).replace('’', '\u0092'));
    for (const nom of ['ISO-8859-1', 'windows-1252', 'UTF-8'])
      expect(motif(enLatin1(nom))).toBe('été’');
  });

  it.each([
    ['vide', '', 'vide'],
    ['sans élément', '<?xml version="1.0"?>', 'aucun élément'],
    ['coupé', annulation().slice(0, 40), 'mal formé'],
    ['non refermé', `<actes:Acte ${ENTETE}><actes:Objet></actes:Acte>`, 'mal formé'],
    ['avec un DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]>${annulation()}`, 'DOCTYPE'],
    ['avec une entité', annulation('actes:IDActe="&boum;"'), 'mal formé'],
    ['avec un préfixe inconnu', annulation('x:IDActe="1"'), 'mal formé'],
    ['trop profond', `${'<a>'.repeat(40)}${'</a>'.repeat(40)}`, 'niveaux'],
    ['énorme', ' '.repeat(5_000_001), 'Mo'],
    ['d’un autre monde', '<html/>', 'n’est pas un message ACTES'],
    ['d’ACTES mais inconnu', `<actes:Inconnu ${ENTETE}/>`, 'n’existe pas'],
    ['sans l’essentiel', annulation(''), 'l’essentiel'],
  ])('refuse en mots un fichier %s', (_, texte, bout) => {
    const lu = lireMessage(octets(texte));
    expect(lu.ok ? '' : lu.error.phrase).toContain(bout);
  });

  it('ne tombe sur aucun octet', () => {
    const base = octets(`<?xml version="1.0" encoding="ISO-8859-1"?>${annulation()}`);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(base.length - 1), fc.integer({ min: 0, max: 255 })), {
          maxLength: 6,
        }),
        (changes) => {
          const gate = Uint8Array.from(base);
          for (const [i, octet] of changes) gate[i] = octet;
          const lu = lireMessage(gate);
          expect(lu.ok || lu.error.phrase.length > 10).toBe(true);
        },
      ),
      { numRuns: 500, seed: 330 },
    );
  });
});

describe('La classification', () => {
  it('propose la typologie de chaque nature, et d’abord les générales', () => {
    expect([1, 2, 3, 4, 5, 6].map((n) => typologieParDefaut(n as 1, null))).toEqual([
      '99_DE',
      '99_AR',
      '99_AI',
      '99_DC',
      '99_BU',
      '99_AU',
    ]);
    expect([1, 2, 3, 4, 5, 6].map((n) => typologiesPour(n, null).length)).toEqual([
      18, 9, 36, 47, 3, 2,
    ]);
    expect(
      typologiesPour(1, null)
        .slice(0, 2)
        .map(({ code }) => code),
    ).toEqual(['99_DE', '99_SE']);
    expect(typologiesPour(9, null)).toEqual([]);
  });

  it('se lit niveau par niveau', () => {
    expect(lireMatiere('8.5')).toEqual([8, 5]);
    for (const code of ['', '8.', '0.1', 'a', '1.2.3.4.5.6']) expect(lireMatiere(code)).toBeNull();
    expect(matiereA([8, 5], CLASSIFICATION_NATIONALE)?.libelle).toContain('logement');
    expect(matiereA([8, 5, 1], CLASSIFICATION_NATIONALE)).toBeNull();
  });
});

/** What the schema 2.2 says of the real files; those not named are valid. */
const HORS_SCHEMA = [
  'pastell/fakeTdt_ar-actes.xml',
  'pastell/lobey86_data-exemple_classification.xml',
  's2low/034-000000000-20170701-20170721D-AI-1-2_0.xml',
  's2low/034-000000000-20170701-20170721D-AI-1-3_0.xml',
  'stela/ANO_EACT--214400152--20180925-1.xml',
  'stela/exemple_codes_matieres.xml',
];

const REELS = DONNEES_PRESENTES
  ? readdirSync(DONNEES, { recursive: true })
      .map(String)
      .filter((f) => f.endsWith('.xml'))
      .toSorted()
  : [];

describe.skipIf(!DONNEES_PRESENTES)(`Les messages réels (sinon : ${SANS_DONNEES})`, () => {
  it.each(REELS)('%s se lit, et notre jugement est celui du schéma', (nom) => {
    const contenu = readFileSync(join(DONNEES, nom));
    expect(lireMessage(contenu)).toMatchObject({ ok: true });
    const xml = lireXml(contenu);
    const genre = xml.ok ? genreDe(xml.value.racine) : xml;
    if (!xml.ok || !genre.ok) throw new Error('unreadable');
    const valide = ecartsAuSchema(xml.value.racine, genre.value).length === 0;
    expect(valide).toBe(!HORS_SCHEMA.includes(nom));
    if (juge !== null) expect(juge(contenu) === null).toBe(valide);
  });

  it('disent ce qu’ils disent', () => {
    expect(lire('stela/006-210600235-20180522-684-AI-1-2_5279.xml')).toMatchObject({
      genre: 'ARActe',
      idActe: '006-210600235-20180522-684-AI',
      dateDeReception: '2018-05-28',
      acteRecu: { objet: 'Contrat à durée déterminée - Jean Dupont', documentPapier: '0' },
    });
    expect(lire('stela/044-214400152----1-3_1.xml')).toMatchObject({
      genre: 'AnomalieActe',
      nature: '002',
      acteRecu: { matieres: [1, 1, 1, null, 1], nombreDAnnexes: 1, documentPapier: null },
      classificationEnCours: '2018-10-10',
    });
    expect(lire('stela/ANO_EACT--214400152--20180925-1.xml')).toMatchObject({
      genre: 'AnomalieEnveloppe',
      nature: '999',
      enveloppeRecue: { emetteur: { siren: '214400152', nature: '31' } },
    });
    expect(lire('pastell/aractes.xml')).toMatchObject({
      acteRecu: { objet: 'Fichier signé parapheur' },
    });
  });

  it('de classification donnent natures, typologies et matières en ordre', () => {
    const json = join(DONNEES, 'generated', 'classification_2019-04-18.json');
    const lu = lireMessage(readFileSync(join(DONNEES, 'pastell', '999-1234----7-2_1.xml')));
    if (!lu.ok || lu.value.genre !== 'RetourClassification') throw new Error('unreadable');
    const { classification } = lu.value;
    const attendu = JSON.parse(readFileSync(json, 'utf8')) as { date: string; natures: unknown };
    expect(classification.le).toBe(attendu.date);
    expect(classification.natures).toEqual(attendu.natures);
    const niveau2 = classification.matieres.flatMap(({ sous }) => sous);
    expect([classification.matieres.length, niveau2.length]).toEqual([9, 57]);
    const trois = niveau2[0]?.sous.map(({ code }) => code) ?? [];
    expect(trois).toEqual(trois.toSorted((a, b) => a - b));
    expect(matiereA([8, 5, 10], classification)).not.toBeNull();
    for (const { code, typologies } of classification.natures) {
      expect(
        typologiesPour(code, null)
          .map((t) => t.code)
          .toSorted(),
      ).toEqual(typologies.map((t) => t.code).toSorted());
    }
  });
});
