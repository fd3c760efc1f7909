import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import type { Defaut } from '#base/defaut.ts';
import type { Result } from '#base/result.ts';
import {
  ACTE,
  BASE,
  CONTEXTE,
  ENVELOPPE,
  EXPEDITION,
  MESSAGE,
  PDF1,
  PNG,
  archiveLue,
  avec,
  changer,
  dans,
  envoi,
  juger,
  octets,
  pdfMinimal,
  regles,
  renommer,
} from '../../../../test/harness/actes.ts';
import {
  type Envoi,
  composerAnnulation,
  composerDemandeDeClassification,
  composerReponse,
  objetTransmis,
} from '../envoi.ts';
import { texteLatin1 } from '../latin1.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import { verifierArchive } from './archive.ts';
import type { FauteActes } from './faute.ts';
import { verifierMessage } from './message.ts';
import { sonderOctets } from './sonde.ts';

const budget = (contenu: string, annexe: Uint8Array, extension: 'pdf' | 'png') =>
  envoi({
    codeNature: 5,
    matieres: [7, 1],
    document: { typologie: '99_BU', extension: 'xml', contenu: octets(contenu) },
    annexes: [{ typologie: '70_DE', extension, contenu: annexe }],
  }).entrees;

const grand = (adresse: number): Uint8Array => {
  const corps = `%PDF-1.7\n${'x'.repeat(300_000)}\nxref\n0 0\ntrailer\n<<>>\nstartxref\n${adresse}\n%%EOF\n`;
  return octets(corps);
};

describe('L’archive que nous écrivons', () => {
  it('ne reçoit aucun reproche', () => {
    expect(juger(BASE.entrees)).toEqual([]);
    expect(BASE.archive).toBe('abc-TACT--211300017--20261123-1.tar.gz');
    expect(BASE.idActe).toBe('013-211300017-20221014-DL_2022_330-DE');
    expect(BASE.entrees.map(({ nom }) => nom)).toEqual([
      'TACT--211300017--20261123-1.xml',
      '013-211300017-20221014-DL_2022_330-DE-1-1_0.xml',
      '99_DE-013-211300017-20221014-DL_2022_330-DE-1-1_1.pdf',
      '99_DE-013-211300017-20221014-DL_2022_330-DE-1-1_2.pdf',
      '99_SE-013-211300017-20221014-DL_2022_330-DE-1-1_3.pdf',
    ]);
  });

  it('vaut aussi pour une annulation, une demande de classification et les réponses', () => {
    const courrier = { idActe: BASE.idActe, dateDuCourrier: jour('2022-11-02') };
    const piece = { typologie: '99_DE', extension: 'pdf', contenu: pdfMinimal() } as const;
    const envois: readonly Result<Envoi<Uint8Array>, readonly Defaut[]>[] = [
      composerAnnulation(EXPEDITION, BASE.idActe),
      composerDemandeDeClassification(EXPEDITION, jour('2019-04-18')),
      composerDemandeDeClassification(EXPEDITION, null),
      composerReponse<Uint8Array>(EXPEDITION, 'PieceComplementaire', courrier, [piece, piece]),
      composerReponse<Uint8Array>(EXPEDITION, 'RefusPieceComplementaire', courrier, [piece]),
      composerReponse<Uint8Array>(EXPEDITION, 'ReponseCourrierSimple', courrier, [
        { ...piece, typologie: null },
      ]),
      composerReponse<Uint8Array>(EXPEDITION, 'ARLettreObservations', courrier, []),
    ];
    for (const e of envois) {
      expect(e).toMatchObject({ ok: true });
      if (e.ok) expect(juger(e.value.entrees)).toEqual([]);
    }
    const sansPiece = composerReponse<Uint8Array>(
      EXPEDITION,
      'ReponseLettreObservations',
      courrier,
      [],
    );
    expect(sansPiece.ok).toBe(false);
    expect(composerAnnulation(EXPEDITION, 'acte').ok).toBe(false);
  });

  it('d’un budget en XML scellé est admise, ses annexes en PDF seulement', () => {
    const scelle = '<?xml version="1.0"?><DocumentBudgetaire><Scellement/></DocumentBudgetaire>';
    expect(juger(budget(scelle, pdfMinimal(), 'pdf'))).toEqual([]);
    expect(regles(juger(budget(scelle.replace('<Scellement/>', ''), pdfMinimal(), 'pdf')))).toEqual(
      ['fichier.scellement'],
    );
    expect(regles(juger(budget(scelle, PNG, 'png')))).toEqual(['fichier.type']);
  });
});

describe('Un objet', () => {
  it.each([
    [499, 499, false],
    [500, 499, true],
  ])('de %i caractères est transmis sur %i', (longueur, transmis, coupe) => {
    const rendu = objetTransmis('a'.repeat(longueur));
    expect([rendu.texte.length, rendu.coupe]).toEqual([transmis, coupe]);
  });
});

/** Each fault of a message, an envelope or an archive: what is spoilt, the rule named. */
const FAUTES: readonly (readonly [string, string, () => readonly FauteActes[]])[] = [
  [
    'des préfixes étrangers',
    'message.prefixe',
    () =>
      juger(
        changer(BASE.entrees, MESSAGE, (t) =>
          t.replaceAll('actes:', 'ns1:').replaceAll('xmlns:actes=', 'xmlns:ns1='),
        ),
      ),
  ],
  [
    'un attribut sans préfixe',
    'message.schema',
    () => juger(dans(MESSAGE, 'actes:Nombre', 'Nombre')),
  ],
  [
    'des éléments en désordre',
    'message.schema',
    () => juger(dans(MESSAGE, /( *<actes:CodeMatiere1.*\n)( *<actes:CodeMatiere2.*\n)/, '$2$1')),
  ],
  [
    'de l’UTF-8 déclaré ISO-8859-1',
    'message.encodage',
    () =>
      juger(
        avec(
          MESSAGE,
          new Uint8Array(Buffer.from(texteLatin1(BASE.entrees[1]?.contenu ?? PNG), 'utf8')),
        ),
      ),
  ],
  [
    'un message illisible',
    'message.illisible',
    () => juger(avec(MESSAGE, octets('<?xml version="1.0"?><a>'))),
  ],
  [
    'un message avec DOCTYPE',
    'message.illisible',
    () => juger(dans(MESSAGE, '<actes:Acte', '<!DOCTYPE a><actes:Acte')),
  ],
  [
    'un nom de message d’un autre numéro',
    'message.nom',
    () =>
      juger(
        changer(renommer(/330-DE-1-1_0/, '331-DE-1-1_0'), ENVELOPPE, (t) =>
          t.replace('330-DE', '331-DE'),
        ),
      ),
  ],
  [
    'un nom de message d’un autre code',
    'message.nom',
    () =>
      juger(changer(renommer(/-1-1_0/, '-6-1_0'), ENVELOPPE, (t) => t.replace('-1-1_0', '-6-1_0'))),
  ],
  ['une archive mal nommée', 'archive.nom', () => juger(BASE.entrees, {}, 'envoi.tar.gz')],
  ['une archive vide', 'archive.vide', () => juger([])],
  [
    'une archive trop lourde',
    'archive.taille',
    () =>
      verifierArchive(
        BASE.archive,
        archiveLue(BASE.entrees, { octets: 150 * 1024 * 1024 + 1 }),
        CONTEXTE,
      ).fautes,
  ],
  [
    'une enveloppe d’un autre nom',
    'enveloppe.nom',
    () => juger(renommer('20261123-1.xml', '20261123-2.xml')),
  ],
  [
    'une enveloppe absente',
    'enveloppe.absente',
    () => juger(BASE.entrees.filter(({ nom }) => !ENVELOPPE.test(nom))),
  ],
  [
    'un émetteur vide',
    'message.schema',
    () => juger(dans(ENVELOPPE, /<actes:Emetteur>[^]*<\/actes:Emetteur>/, '<actes:Emetteur/>')),
  ],
  [
    'un SIREN d’émetteur vide',
    'enveloppe.emetteur',
    () => juger(dans(ENVELOPPE, 'SIREN="211300017"', 'SIREN=""')),
  ],
  [
    'un autre SIREN',
    'enveloppe.siren',
    () => juger(dans(ENVELOPPE, 'SIREN="211300017"', 'SIREN="200999993"')),
  ],
  [
    'un autre département',
    'enveloppe.departement',
    () => juger(dans(ENVELOPPE, 'Departement="013"', 'Departement="014"')),
  ],
  [
    'une nature de collectivité inconnue',
    'enveloppe.nature',
    () => juger(dans(ENVELOPPE, 'Nature="31"', 'Nature="02"')),
  ],
  [
    'une adresse double',
    'enveloppe.adresse',
    () => juger(dans(ENVELOPPE, 'tdt@exemple.fr', 'agent@exemple.fr')),
  ],
  [
    'une adresse que le schéma refuse',
    'message.schema',
    () => juger(dans(ENVELOPPE, 'tdt@exemple.fr', 'tdt+a@exemple.fr')),
  ],
  [
    'un formulaire absent',
    'enveloppe.formulaire',
    () => juger(BASE.entrees.filter(({ nom }) => !MESSAGE.test(nom))),
  ],
  [
    'un message que l’enveloppe ne nomme pas',
    'enveloppe.formulaire',
    () => juger(dans(ENVELOPPE, '330-DE-1-1_0', '331-DE-1-1_0')),
  ],
  [
    'deux actes du même numéro',
    'acte.unicite',
    () => juger([...BASE.entrees, ...envoi({ le: jour('2022-10-15') }).entrees.slice(1)]),
  ],
];

describe('La vérification', () => {
  it.each(FAUTES)('nomme %s (%s)', (_, regle, faire) => {
    const fautes = faire();
    const [faute] = fautes.filter((f) => f.regle === regle && f.bloquant);
    expect(faute, JSON.stringify(fautes)).toBeDefined();
    expect(faute?.phrase).toMatch(/^[«A-ZÀ-Ÿ].{20,}[.)]$/);
    expect(faute?.fichier).not.toBe('');
    expect(faute?.attendu).not.toBe('');
  });

  it.each([
    [
      'juste 150 Mio',
      () =>
        verifierArchive(
          BASE.archive,
          archiveLue(BASE.entrees, { octets: 150 * 1024 * 1024 }),
          CONTEXTE,
        ).fautes,
    ],
    ['une décision d’aujourd’hui', () => juger(envoi({ le: jour('2026-11-23') }).entrees)],
    [
      'un numéro voisin de ceux transmis',
      () => juger(BASE.entrees, { dejaTransmis: new Set(['DL_2022_331']) }),
    ],
    [
      'la classification en vigueur',
      () => juger(BASE.entrees, { classification: CLASSIFICATION_NATIONALE }),
    ],
    [
      'une annexe PNG',
      () =>
        juger(envoi({ annexes: [{ typologie: '99_DE', extension: 'png', contenu: PNG }] }).entrees),
    ],
  ])('n’a rien à redire à %s', (_, faire) => {
    expect(faire()).toEqual([]);
  });

  it.each<[string, string, string, string]>([
    ['UTF-8 bien déclaré', 'message.encodage', 'encoding="ISO-8859-1"', 'encoding="US-ASCII"'],
    [
      'un DocumentPapier inattendu',
      'acte.papier',
      '>N</actes:DocumentPapier>',
      '>0</actes:DocumentPapier>',
    ],
    [
      'un niveau de matière sauté',
      'acte.matiere',
      ' <actes:Objet>',
      ' <actes:CodeMatiere4 actes:CodeMatiere="1"/><actes:Objet>',
    ],
    [
      'un numéro d’un seul caractère',
      'acte.numero',
      'NumeroInterne="DL_2022_330"',
      'NumeroInterne="7"',
    ],
    ['des accents abîmés', 'acte.objet', 'faisabilité', 'faisabilit\u00c3\u00a9'],
    ['un caractère hors d’ISO-8859-1', 'acte.objet', 'faisabilité', 'faisabilit&#8364;'],
  ])('avertit sans bloquer : %s', (_, regle, avant, apres) => {
    const fautes = juger(dans(MESSAGE, avant, apres));
    const avertissements = fautes.filter(({ regle: r }) => r !== 'message.nom');
    expect(avertissements.map((f) => [f.regle, f.bloquant])).toEqual([[regle, false]]);
  });

  it.each([
    [19, []],
    [20, [['acte.annexes', false]]],
  ])('de %i annexes dit %j', (nombre, attendu) => {
    const annexe = { typologie: '99_DE', extension: 'pdf', contenu: pdfMinimal() } as const;
    const { entrees } = envoi({ annexes: Array.from({ length: nombre }, () => annexe) });
    expect(juger(entrees).map((f) => [f.regle, f.bloquant])).toEqual(attendu);
  });

  it('avertit d’un PDF protégé et d’une date de nom différente', () => {
    const protege = changer(BASE.entrees, PDF1, (t) =>
      t.replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R'),
    );
    expect(juger(protege).map((f) => [f.regle, f.bloquant])).toEqual([['fichier.pdf', false]]);
    const autreJour = dans(MESSAGE, 'Date="2022-10-14"', 'Date="2022-10-13"');
    expect(juger(autreJour).map((f) => [f.regle, f.bloquant])).toEqual([['message.nom', false]]);
  });

  it('d’un message seul ne demande pas ses fichiers', () => {
    const message = BASE.entrees[1]?.contenu ?? octets('');
    const { fautes } = verifierMessage(
      '013-211300017-20221014-DL_2022_330-DE-1-1_0.xml',
      message,
      CONTEXTE,
    );
    expect(fautes).toEqual([]);
  });

  it('d’une typologie que 2019 ne connaissait pas ne fait qu’avertir pour un acte plus récent', () => {
    const document = { ...ACTE.document, typologie: '88_ZZ' };
    const recent = envoi({ document, dateDeClassification: jour('2025-01-01') });
    expect(juger(recent.entrees).map((f) => [f.regle, f.bloquant])).toEqual([
      ['fichier.typologie', false],
    ]);
    const de2019 = envoi({ document });
    expect(regles(juger(de2019.entrees))).toEqual(['fichier.typologie']);
  });

  it('ne tombe sur aucune archive, et dit chaque faute en une phrase', () => {
    fc.assert(
      fc.property(
        fc.nat(BASE.entrees.length - 1),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
          minLength: 1,
          maxLength: 8,
        }),
        (i, changes) => {
          const gate = BASE.entrees.map((e, k) => {
            if (k !== i) return e;
            const contenu = Uint8Array.from(e.contenu);
            for (const [position, octet] of changes) contenu[position % contenu.length] = octet;
            return { ...e, contenu };
          });
          for (const { phrase } of juger(gate)) expect(phrase.length).toBeGreaterThan(20);
        },
      ),
      { numRuns: 300, seed: 330 },
    );
  });
});

describe('Une sonde', () => {
  it.each<[string, string]>([
    ['%PDF-1.7', 'pdf'],
    ['<?xml version="1.0"?>', 'xml'],
    ['\u00ef\u00bb\u00bf<a/>', 'xml'],
    ['<html><body>', 'inconnu'],
    ['MZ\u0090', 'inconnu'],
    ['', 'vide'],
    ['\u0001\u0002', 'inconnu'],
  ])('dit de %j : %s', (debut, type) => {
    expect(sonderOctets(octets(debut)).type).toBe(type);
  });

  it('suit la table d’un grand PDF jusqu’à ses deux bouts', () => {
    expect(sonderOctets(grand(300_010)).defautDuPdf).toBeNull();
    expect(sonderOctets(grand(300_020)).defautDuPdf).toContain('octet 300020');
  });
});
