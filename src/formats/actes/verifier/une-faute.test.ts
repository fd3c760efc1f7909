import { describe, expect, it } from 'vitest';
import {
  BASE,
  CONTEXTE,
  ENVELOPPE,
  type EntreeDEssai,
  MESSAGE,
  PDF1,
  PDF2,
  PNG,
  archiveLue,
  avec,
  changer,
  dans,
  envoi,
  juger,
  octets,
  pdfMinimal,
} from '../../../../test/harness/actes.ts';
import { type Expedition, composerAnnulation, composerReponse } from '../envoi.ts';
import { jour } from '#base/jour.ts';
import { CLASSIFICATION_NATIONALE } from '../nationale.ts';
import { ecrireMessage } from '../messages/ecrire.ts';
import { verifierArchive } from './archive.ts';
import type { FauteActes } from './faute.ts';

const M = '013-211300017-20221014-DL_2022_330-DE-1-1_0.xml';
const E = 'TACT--211300017--20261123-1.xml';
const A = BASE.archive;
const P1 = '99_DE-013-211300017-20221014-DL_2022_330-DE-1-1_1.pdf';
const P2 = '99_DE-013-211300017-20221014-DL_2022_330-DE-1-1_2.pdf';

/** The message under another name, the envelope naming it so. */
const renommee = (nom: string): readonly EntreeDEssai[] =>
  changer(
    BASE.entrees.map((e) => (e.nom === M ? { ...e, nom } : e)),
    ENVELOPPE,
    (t) => t.replace(M, nom),
  );

const sans = (nom: RegExp): readonly EntreeDEssai[] => BASE.entrees.filter((e) => !nom.test(e.nom));

const EXPEDITION: Expedition = {
  emetteur: {
    siren: '211300017',
    departement: '013',
    arrondissement: '1',
    nature: '31',
    referent: null,
  },
  adressesDeRetour: ['tdt@exemple.fr'],
  plateforme: 'abc',
  application: 'TACT',
  envoyeLe: jour('2026-11-23'),
  serie: 1,
};

const annulation = (idActe: string): readonly EntreeDEssai[] => {
  const e = composerAnnulation(EXPEDITION, idActe);
  if (!e.ok) throw new Error(JSON.stringify(e.error));
  return e.value.entrees;
};

const reponse = (typologie: string): readonly EntreeDEssai[] => {
  const courrier = { idActe: BASE.idActe, dateDuCourrier: jour('2022-11-02') };
  const e = composerReponse<Uint8Array>(EXPEDITION, 'PieceComplementaire', courrier, [
    { typologie, extension: 'pdf', contenu: pdfMinimal() },
  ]);
  if (!e.ok) throw new Error(JSON.stringify(e.error));
  return e.value.entrees;
};

/** Faults of a cancellation whose identifier, and it alone, is changed. */
const annulationDe = (id: string) =>
  juger(changer(annulation(BASE.idActe), MESSAGE, (t) => t.replace(BASE.idActe, id))).map((f) => [
    f.regle,
    f.bloquant,
  ]);

/** An answer of the State put in an envelope of the collectivity. */
function accuseEnvoye(): readonly EntreeDEssai[] {
  const ecrit = ecrireMessage({
    genre: 'ARAnnulation',
    idActe: BASE.idActe,
    dateDeReception: jour('2022-11-28'),
  });
  if (!ecrit.ok) throw new Error(JSON.stringify(ecrit.error));
  const [demande, ar] = [`${BASE.idActe}-6-1_0.xml`, `${BASE.idActe}-6-2_0.xml`];
  return annulation(BASE.idActe).map((e) =>
    e.nom === demande
      ? { nom: ar, contenu: ecrit.value }
      : { ...e, contenu: octets(Buffer.from(e.contenu).toString('latin1').replace(demande, ar)) },
  );
}

const budget = (contenu: string) =>
  juger(
    envoi({
      codeNature: 5,
      matieres: [7, 1],
      document: { typologie: '99_BU', extension: 'xml', contenu: octets(contenu) },
      annexes: [],
    }).entrees,
  );

const SCELLE = '<?xml version="1.0"?><DocumentBudgetaire><Scellement/></DocumentBudgetaire>';
const DEUXIEME = 'TACT--211300017--20261123-2.xml';

/** One thing spoilt, and the one fault that says it: which rule, on which file. */
const UNE_FAUTE: readonly (readonly [string, readonly FauteActes[], string, string])[] = [
  [
    'un message sans numéro',
    juger(dans(MESSAGE, / actes:NumeroInterne="\w+"/, '')),
    'acte.numero',
    M,
  ],
  [
    'un numéro vide',
    juger(dans(MESSAGE, 'NumeroInterne="DL_2022_330"', 'NumeroInterne=""')),
    'acte.numero',
    M,
  ],
  [
    'un message sans nature',
    juger(dans(MESSAGE, / actes:CodeNatureActe="1"/, '')),
    'message.schema',
    M,
  ],
  [
    'une nature qui n’existe pas',
    juger(dans(MESSAGE, 'CodeNatureActe="1"', 'CodeNatureActe="7"')),
    'acte.nature',
    M,
  ],
  [
    'une nature en lettres',
    juger(dans(MESSAGE, 'CodeNatureActe="1"', 'CodeNatureActe="DE"')),
    'message.schema',
    M,
  ],
  ['une matière absente', juger(dans(MESSAGE, / *<actes:CodeMatiere2.*\n/, '')), 'acte.matiere', M],
  [
    'une matière en lettres',
    juger(dans(MESSAGE, 'CodeMatiere="8"', 'CodeMatiere="huit"')),
    'message.schema',
    M,
  ],
  ['un objet absent', juger(dans(MESSAGE, / *<actes:Objet>.*\n/, '')), 'acte.objet', M],
  [
    'un objet de 501 caractères',
    juger(dans(MESSAGE, /<actes:Objet>.*</, `<actes:Objet>${'x'.repeat(501)}<`)),
    'acte.objet',
    M,
  ],
  [
    'un document absent',
    juger(dans(MESSAGE, / *<actes:Document>[^]*?<\/actes:Document>\n/, '')),
    'fichier.absent',
    M,
  ],
  ['un nom de fichier vide', juger(dans(MESSAGE, P1, '')), 'fichier.absent', M],
  [
    'un nombre d’annexes absent',
    juger(dans(MESSAGE, / actes:Nombre="2"/, '')),
    'message.schema',
    M,
  ],
  [
    'un nombre d’annexes négatif',
    juger(dans(MESSAGE, 'Nombre="2"', 'Nombre="-1"')),
    'message.schema',
    M,
  ],
  [
    'un DocumentPapier absent',
    juger(dans(MESSAGE, / *<actes:DocumentPapier>.*\n/, '')),
    'message.schema',
    M,
  ],
  [
    'une date qui n’existe pas',
    juger(dans(MESSAGE, 'Date="2022-10-14"', 'Date="2022-02-30"')),
    'message.schema',
    M,
  ],
  [
    'une classification à venir',
    juger(dans(MESSAGE, '>2019-04-18<', '>2027-01-01<')),
    'acte.classification',
    M,
  ],
  [
    'un espace de noms inconnu',
    juger(changer(BASE.entrees, MESSAGE, (t) => t.replaceAll('ACTES#v1.1-20040216', 'ACTES#v2'))),
    'message.schema',
    M,
  ],
  ['un message vide', juger(avec(MESSAGE, octets(''))), 'message.illisible', M],
  ['un message qui est un PDF', juger(avec(MESSAGE, pdfMinimal())), 'message.illisible', M],
  [
    'un message qui est une page HTML',
    juger(avec(MESSAGE, octets('<!DOCTYPE html><html/>'))),
    'message.illisible',
    M,
  ],
  ['un nom de message libre', juger(renommee('acte.xml')), 'message.nom', 'acte.xml'],
  [
    'un message au rang 1',
    juger(renommee(M.replace('_0', '_1'))),
    'message.nom',
    M.replace('_0', '_1'),
  ],
  [
    'un message sans rang',
    juger(renommee(M.replace('_0', ''))),
    'message.nom',
    M.replace('_0', ''),
  ],
  ['un message typé comme une pièce', juger(renommee(`99_DE-${M}`)), 'message.nom', `99_DE-${M}`],
  [
    'un message d’un autre numéro',
    juger(renommee(M.replace('330', '331'))),
    'message.nom',
    M.replace('330', '331'),
  ],
  [
    'un message d’une autre nature',
    juger(renommee(M.replace('-DE-', '-AR-'))),
    'message.nom',
    M.replace('-DE-', '-AR-'),
  ],
  [
    'un message d’un autre département',
    juger(renommee(M.replace('013-', '075-'))),
    'message.nom',
    M.replace('013-', '075-'),
  ],
  [
    'un message d’un autre SIREN',
    juger(renommee(M.replace('211300017', '217500016'))),
    'message.nom',
    M.replace('211300017', '217500016'),
  ],
  [
    'un message d’un jour qui n’existe pas',
    juger(renommee(M.replace('20221014', '20221345'))),
    'message.nom',
    M.replace('20221014', '20221345'),
  ],
  ['une enveloppe vide', juger(avec(ENVELOPPE, octets(''))), 'message.illisible', E],
  [
    'une enveloppe mal formée',
    juger(dans(ENVELOPPE, '</actes:Emetteur>', '')),
    'message.illisible',
    E,
  ],
  [
    'une enveloppe qui n’en est pas une',
    juger(avec(ENVELOPPE, BASE.entrees[1]?.contenu ?? PNG)),
    'message.illisible',
    E,
  ],
  [
    'deux enveloppes',
    juger([...BASE.entrees, { nom: DEUXIEME, contenu: BASE.entrees[0]?.contenu ?? PNG }]),
    'enveloppe.double',
    DEUXIEME,
  ],
  [
    'un message nommé deux fois',
    juger(dans(ENVELOPPE, /( *<actes:Formulaire>[^]*<\/actes:Formulaire>\n)/, '$1$1')),
    'enveloppe.formulaire',
    E,
  ],
  [
    'aucun formulaire',
    juger(dans(ENVELOPPE, /<actes:Formulaire>[^]*<\/actes:Formulaire>/, '')),
    'message.schema',
    E,
  ],
  [
    'un département sur deux chiffres',
    juger(dans(ENVELOPPE, 'Departement="013"', 'Departement="13"')),
    'message.schema',
    E,
  ],
  [
    'une nature de collectivité sur un chiffre',
    juger(dans(ENVELOPPE, 'Nature="31"', 'Nature="3"')),
    'message.schema',
    E,
  ],
  [
    'une application inconnue',
    juger(renommees('TACT', 'XACT'), {}, A.replace('TACT', 'XACT')),
    'archive.nom',
    A.replace('TACT', 'XACT'),
  ],
  [
    'un envoi numéro zéro',
    juger(renommees('-1.xml', '-0.xml'), {}, A.replace('-1.tar', '-0.tar')),
    'archive.nom',
    A.replace('-1.tar', '-0.tar'),
  ],
  [
    'un accusé de l’État dans notre enveloppe',
    juger(accuseEnvoye()),
    'message.sens',
    `${BASE.idActe}-6-2_0.xml`,
  ],
  ['un PDF qui contient un XML', juger(avec(PDF1, octets(SCELLE))), 'fichier.type', P1],
  [
    'une annexe qui contient un XML sous un nom de PDF',
    juger(avec(PDF2, octets('<?xml version="1.0"?><a/>'))),
    'fichier.type',
    P2,
  ],
  [
    'un budget mal formé',
    budget(SCELLE.slice(0, -3)),
    'fichier.type',
    '99_BU-013-211300017-20221014-DL_2022_330-BF-1-1_1.xml',
  ],
  [
    'une typologie inconnue dans une réponse',
    juger(reponse('88_ZZ'), { classification: CLASSIFICATION_NATIONALE }),
    'fichier.typologie',
    '88_ZZ-013-211300017-20221102-DL_2022_330-DE-3-4_1.pdf',
  ],
];

function renommees(avant: string, apres: string): readonly EntreeDEssai[] {
  return BASE.entrees.map((e) => ({ ...e, nom: e.nom.replace(avant, apres) }));
}

describe('Une seule faute', () => {
  it.each(UNE_FAUTE)('est dite une fois, sur le bon fichier : %s', (_, fautes, regle, fichier) => {
    expect(fautes.map((f) => [f.regle, f.fichier, f.bloquant])).toEqual([[regle, fichier, true]]);
    expect(fautes[0]?.phrase).toMatch(/^[«A-ZÀ-Ÿ].{15,}[.)]$/);
    expect(fautes[0]?.attendu).not.toMatch(/^$|null|undefined/);
    expect(fautes[0]?.trouve).not.toMatch(/^$|null|undefined/);
  });

  it('d’un message sur l’acte d’une autre collectivité bloque, sur un autre acte avertit', () => {
    expect(annulationDe(BASE.idActe.replace('330', '331'))).toEqual([['message.nom', false]]);
    expect(annulationDe(BASE.idActe.replace('211300017', '217500016'))).toEqual([
      ['message.identifiant', true],
      ['message.nom', false],
    ]);
  });

  it('d’une enveloppe de l’État autour de notre acte bloque, quoi que le reste vaille', () => {
    const enveloppe = ecrireMessage({
      genre: 'EnveloppeMISILLCL',
      emetteur: { autorite: 'IDPref', departement: '013', arrondissement: null, referent: null },
      formulaires: [{ nom: M, signature: null }],
      destinataire: '211300017',
    });
    if (!enveloppe.ok) throw new Error(JSON.stringify(enveloppe.error));
    const fautes = juger(avec(ENVELOPPE, enveloppe.value)).filter(({ bloquant }) => bloquant);
    expect(fautes.map((f) => [f.regle, f.fichier])).toEqual([['message.sens', M]]);
  });

  it.each([
    [150 * 1024 * 1024, []],
    [150 * 1024 * 1024 + 1, ['archive.taille']],
  ])('de taille : %i octets développés dit %j', (ensemble, attendues) => {
    const lue = archiveLue(BASE.entrees);
    const autres = lue.entrees.slice(0, -1).reduce((n, e) => n + e.taille, 0);
    const entrees = lue.entrees.map((e, i) =>
      i === lue.entrees.length - 1 ? { ...e, taille: ensemble - autres } : e,
    );
    const { fautes } = verifierArchive(A, { ...lue, octets: 1000, entrees }, CONTEXTE);
    expect(fautes.map(({ regle }) => regle)).toEqual(attendues);
  });

  it('d’un fichier refusé ou jamais lu n’en fait pas un absent', () => {
    const refus: FauteActes = {
      fichier: P1,
      regle: 'archive.entree',
      phrase: 'L’archive contient un lien symbolique.',
      attendu: 'un fichier',
      trouve: 'un lien symbolique',
      bloquant: true,
    };
    const refusee = archiveLue(sans(PDF1), { fautes: [refus] });
    expect(verifierArchive(A, refusee, CONTEXTE).fautes).toEqual([refus]);
    const coupee: FauteActes = { ...refus, fichier: A, regle: 'archive.illisible' };
    const tronquee = archiveLue(sans(/_\d\.(?:pdf|xml)$/), { fautes: [coupee], entiere: false });
    expect(verifierArchive(A, tronquee, CONTEXTE).fautes).toEqual([coupee]);
  });

  it.each<[string, (bon: string) => string, string, boolean]>([
    [
      'une table annoncée ailleurs',
      (t) => t.replace(/startxref\n\d+/, 'startxref\n12'),
      'table',
      false,
    ],
    ['des octets après la fin', (t) => t + '\0'.repeat(5000), 'fin', false],
    ['une version inconnue', (t) => t.replace('%PDF-1.7', '%PDF-9.7'), 'commence', false],
    ['la fin coupée', (t) => t.slice(0, -20), 'fin', true],
    ['la moitié coupée', (t) => t.slice(0, t.length / 2), 'fin', true],
    [
      'une première partie seule',
      (t) => t.replace(/startxref\n\d+/, 'startxref\n0'),
      'table',
      true,
    ],
  ])('d’un PDF : %s', (_, gater, mot, bloquant) => {
    const bon = Buffer.from(pdfMinimal('acte')).toString('latin1');
    const [faute, ...autres] = juger(avec(PDF1, octets(gater(bon))));
    expect(autres).toEqual([]);
    expect(faute).toMatchObject({ fichier: P1, regle: 'fichier.pdf', bloquant });
    expect(faute?.trouve).toContain(mot);
  });
});
