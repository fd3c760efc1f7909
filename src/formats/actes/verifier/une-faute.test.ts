import { describe, expect, it } from 'vitest';
import {
  BASE,
  CONTEXTE,
  ENVELOPPE,
  EXPEDITION,
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
import { composerAnnulation, composerReponse } from '../envoi.ts';
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
  const demande = `${BASE.idActe}-6-1_0.xml`;
  return annulation(BASE.idActe).map((e) =>
    e.nom === demande
      ? { nom: AR, contenu: ecrit.value }
      : { ...e, contenu: octets(Buffer.from(e.contenu).toString('latin1').replace(demande, AR)) },
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
const BUDGET = '99_BU-013-211300017-20221014-DL_2022_330-BF-1-1_1.xml';
const AR = `${BASE.idActe}-6-2_0.xml`;
const ACTE = BASE.entrees[1]?.contenu ?? PNG;
const NAMESPACE = changer(BASE.entrees, MESSAGE, (t) => t.replaceAll('ACTES#v1.1-2', 'ACTES#v2-2'));
const DEUXIEME = 'TACT--211300017--20261123-2.xml';

type Changement = readonly [titre: string, avant: string | RegExp, apres: string, regle: string];

const DANS_LE_MESSAGE: readonly Changement[] = [
  ['un message sans numéro', / actes:NumeroInterne="\w+"/, '', 'acte.numero'],
  ['un numéro vide', 'NumeroInterne="DL_2022_330"', 'NumeroInterne=""', 'acte.numero'],
  ['un message sans nature', / actes:CodeNatureActe="1"/, '', 'message.schema'],
  ['une nature qui n’existe pas', 'NatureActe="1"', 'NatureActe="7"', 'acte.nature'],
  ['une nature en lettres', 'NatureActe="1"', 'NatureActe="DE"', 'message.schema'],
  ['une matière absente', / *<actes:CodeMatiere2.*\n/, '', 'acte.matiere'],
  ['une matière en lettres', 'CodeMatiere="8"', 'CodeMatiere="huit"', 'message.schema'],
  ['un objet absent', / *<actes:Objet>.*\n/, '', 'acte.objet'],
  ['un objet de 501 caractères', /(<actes:Objet>).*</, `$1${'x'.repeat(501)}<`, 'acte.objet'],
  ['un document absent', / *<actes:Document>[^]*?<\/actes:Document>\n/, '', 'fichier.absent'],
  ['un nom de fichier vide', P1, '', 'fichier.absent'],
  ['un nombre d’annexes absent', / actes:Nombre="2"/, '', 'message.schema'],
  ['un nombre d’annexes négatif', 'Nombre="2"', 'Nombre="-1"', 'message.schema'],
  ['un DocumentPapier absent', / *<actes:DocumentPapier>.*\n/, '', 'message.schema'],
  ['une date qui n’existe pas', 'Date="2022-10-14"', 'Date="2022-02-30"', 'message.schema'],
  ['une classification à venir', '>2019-04-18<', '>2027-01-01<', 'acte.classification'],
];

const DANS_L_ENVELOPPE: readonly Changement[] = [
  ['une enveloppe mal formée', '</actes:Emetteur>', '', 'message.illisible'],
  ['deux fois le même message', /(<actes:Formulaire>[^]*e>)\n/, '$1$1', 'enveloppe.formulaire'],
  ['aucun formulaire', /<actes:Formulaire>[^]*Formulaire>/, '', 'message.schema'],
  ['un département sur deux chiffres', '="013"', '="13"', 'message.schema'],
  ['une nature sur un chiffre', 'Nature="31"', 'Nature="3"', 'message.schema'],
];

/** The message under another name, the envelope naming it so. */
const NOMS: readonly (readonly [titre: string, nom: string])[] = [
  ['libre', 'acte.xml'],
  ['au rang 1', M.replace('_0', '_1')],
  ['sans rang', M.replace('_0', '')],
  ['typé comme une pièce', `99_DE-${M}`],
  ['d’un autre numéro', M.replace('330', '331')],
  ['d’une autre nature', M.replace('-DE-', '-AR-')],
  ['d’un autre département', M.replace('013-', '075-')],
  ['d’un autre SIREN', M.replace('211300017', '217500016')],
  ['d’un jour qui n’existe pas', M.replace('20221014', '20221345')],
];

const renommees = (avant: string, apres: string): readonly FauteActes[] =>
  juger(
    BASE.entrees.map((e) => ({ ...e, nom: e.nom.replace(avant, apres) })),
    {},
    A.replace(avant.replace('.xml', '.tar'), apres.replace('.xml', '.tar')),
  );

type Ligne = readonly [titre: string, fautes: readonly FauteActes[], regle: string, nom: string];

/** One thing spoilt, and the one fault that says it: which rule, on which file. */
const UNE_FAUTE: readonly Ligne[] = [
  ...DANS_LE_MESSAGE.map(
    ([titre, avant, apres, regle]): Ligne => [titre, juger(dans(MESSAGE, avant, apres)), regle, M],
  ),
  ...DANS_L_ENVELOPPE.map(
    ([titre, avant, apres, regle]): Ligne => [
      titre,
      juger(dans(ENVELOPPE, avant, apres)),
      regle,
      E,
    ],
  ),
  ...NOMS.map(
    ([titre, nom]): Ligne => [
      `un nom de message ${titre}`,
      juger(renommee(nom)),
      'message.nom',
      nom,
    ],
  ),
  ['un espace de noms inconnu', juger(NAMESPACE), 'message.schema', M],
  ['un message vide', juger(avec(MESSAGE, octets(''))), 'message.illisible', M],
  ['un message qui est un PDF', juger(avec(MESSAGE, pdfMinimal())), 'message.illisible', M],
  ['un message qui est une page', juger(avec(MESSAGE, octets('<html/>'))), 'message.illisible', M],
  ['une enveloppe vide', juger(avec(ENVELOPPE, octets(''))), 'message.illisible', E],
  ['un acte au nom d’enveloppe', juger(avec(ENVELOPPE, ACTE)), 'message.illisible', E],
  [
    'deux enveloppes',
    juger([...BASE.entrees, { nom: DEUXIEME, contenu: BASE.entrees[0]?.contenu ?? PNG }]),
    'enveloppe.double',
    DEUXIEME,
  ],
  ['une application inconnue', renommees('TACT', 'XACT'), 'archive.nom', A.replace('TACT', 'XACT')],
  ['un envoi numéro zéro', renommees('-1.xml', '-0.xml'), 'archive.nom', A.replace('-1.t', '-0.t')],
  ['un accusé dans notre enveloppe', juger(accuseEnvoye()), 'message.sens', AR],
  ['un PDF qui contient un XML', juger(avec(PDF1, octets(SCELLE))), 'fichier.type', P1],
  ['une annexe PDF qui contient un XML', juger(avec(PDF2, octets(SCELLE))), 'fichier.type', P2],
  ['un budget mal formé', budget(SCELLE.slice(0, -3)), 'fichier.type', BUDGET],
  [
    'une typologie inconnue dans une réponse',
    juger(reponse('88_ZZ'), { classification: CLASSIFICATION_NATIONALE }),
    'fichier.typologie',
    '88_ZZ-013-211300017-20221102-DL_2022_330-DE-3-4_1.pdf',
  ],
];

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

  it('d’une annexe XML abîmée n’est qu’un avertissement : S²LOW ne lit que son début', () => {
    const annexe = { typologie: '99_DE', extension: 'xml' } as const;
    const avecAnnexe = (contenu: string) =>
      juger(envoi({ annexes: [{ ...annexe, contenu: octets(contenu) }] }).entrees).map((f) => [
        f.regle,
        f.bloquant,
      ]);
    expect(avecAnnexe(SCELLE)).toEqual([]);
    expect(avecAnnexe(SCELLE.slice(0, -3))).toEqual([['fichier.type', false]]);
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
