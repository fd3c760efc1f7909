import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { archivesDuDisque } from '#adapters/actes/archives.ts';
import { fichiersDuDisque } from '#adapters/fichiers/fichiers.ts';
import { ouvrirLAtelier } from '#adapters/signature/atelier.ts';
import { instant } from '#base/instant.ts';
import { jour } from '#base/jour.ts';
import { err, ok } from '#base/result.ts';
import { ecrireMessage } from '#formats/actes/messages/ecrire.ts';
import { CLASSIFICATION_NATIONALE } from '#formats/actes/nationale.ts';
import { pdfMinimal } from '../../../test/harness/actes.ts';
import { executer } from '../executer.ts';
import type { Outils } from '../outils.ts';

const AIX = fileURLToPath(new URL('../../../examples/aix-2022-10-14.json', import.meta.url));
const HORLOGE = { maintenant: () => instant('2026-11-23T10:00:00.000Z') };
const ARCHIVE = 'abc-TACT--211300017--20261123-1.tar.gz';

let dossier = '';
let vers = '';
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'parvis actes '));
  vers = join(dossier, 'envoi');
});
afterEach(async () => {
  await rm(dossier, { recursive: true, force: true });
});

/** Runs one line; the printer gives the smallest PDF. */
async function lancer(...args: readonly string[]) {
  let ecrit = '';
  let annonce = '';
  const outils: Partial<Outils> = {
    version: '9.9.9',
    auteur: 'essai',
    sortie: {
      ecrire: (texte) => (ecrit += texte),
      annoncer: (texte) => (annonce += texte),
      interactive: false,
    },
    fichiers: fichiersDuDisque,
    archives: archivesDuDisque,
    horloge: HORLOGE,
    signature: { ouvrir: async () => ouvrirLAtelier(HORLOGE), motDePasse: null, ancres: '' },
    ouvrirLImprimeur: async () => ({
      imprimer: async () => err({ phrases: [] }),
      imprimerDeSeance: async (_, fichier) =>
        ok({ pdf: pdfMinimal(), pages: 1, genre: 'extrait', titre: fichier }),
      fermer: async () => undefined,
    }),
  };
  // These commands touch no store and no server.
  const code = await executer(args, outils as Outils);
  return { code, ecrit, annonce };
}

const json = (texte: string): unknown => JSON.parse(texte);

describe('parvis actes emballer', () => {
  it('écrit l’archive de l’acte et dit son identifiant ; une autre fois, l’archive suivante', async () => {
    const premier = await lancer('actes', 'emballer', AIX, '--vers', vers);
    expect(premier).toMatchObject({ code: 0 });
    expect(premier.ecrit).toContain('013-211300017-20221014-DL_2022_330-DE');
    const second = await lancer('actes', 'emballer', AIX, '--vers', vers, '--json');
    expect(json(second.ecrit)).toMatchObject([
      { archive: ARCHIVE.replace('-1.tar', '-2.tar'), numero: 'DL_2022_330' },
    ]);
    expect(await readdir(vers)).toEqual([ARCHIVE, ARCHIVE.replace('-1.tar', '-2.tar')]);
    expect(await lancer('actes', 'verifier', join(vers, ARCHIVE))).toMatchObject({ code: 0 });
  });

  it('prend le PDF signé et les annexes qu’on lui donne, la classification et les numéros pris', async () => {
    const pdf = join(dossier, 'signé.pdf');
    await writeFile(pdf, pdfMinimal('signature'));
    const liste = join(dossier, 'liste.txt');
    await writeFile(liste, 'DL_2022_330\r\n\r\n');
    const xml = join(dossier, 'classification.xml');
    const classification = { ...CLASSIFICATION_NATIONALE };
    const ecrite = ecrireMessage({ genre: 'RetourClassification', classification });
    if (!ecrite.ok) throw new Error(JSON.stringify(ecrite.error));
    await writeFile(xml, ecrite.value);
    const options = [
      '--pdf',
      pdf,
      '--annexes',
      pdf,
      '--deja-transmis',
      liste,
      '--classification',
      xml,
    ];
    const rendu = await lancer('actes', 'emballer', AIX, '--vers', vers, '--json', ...options);
    expect(json(rendu.ecrit)).toMatchObject([
      { idActe: '013-211300017-20221014-DL_2022_330A-DE', avertissements: { length: 1 } },
    ]);
    const avec = ['--classification', xml, '--deja-transmis', liste];
    expect(await lancer('actes', 'verifier', join(vers, ARCHIVE), ...avec)).toMatchObject({
      code: 0,
    });
  });

  it.each<[string, readonly string[], string, number]>([
    ['sans dire où', [], '--vers', 2],
    ['d’une affaire inconnue', ['--affaire', 'DL.9'], 'DL.9', 1],
    ['pour de vrai sans adresse', ['--application', 'EACT'], '--adresse', 1],
    ['vers une application inconnue', ['--application', 'X'], 'TACT', 1],
    ['par une plateforme mal dite', ['--plateforme', 'abcd'], 'trois lettres', 1],
    ['avec un PDF absent', ['--pdf', 'absent.pdf'], 'absent.pdf', 1],
    ['avec un PDF qui n’en est pas un', ['--pdf', AIX], 'Rien n’a été écrit', 1],
    ['avec une annexe absente', ['--annexes', 'absent.pdf'], 'absent.pdf', 1],
    ['avec une classification qui n’en est pas une', ['--classification', AIX], 'mal formé', 1],
    ['avec une liste absente', ['--deja-transmis', 'absent.txt'], 'absent.txt', 1],
    ['avec un arrondissement mal dit', ['--arrondissement', 'Aix'], 'Arrondissement', 1],
  ])('refuse d’emballer %s, et n’écrit rien', async (_, options, bout, code) => {
    const ou = options.length === 0 ? [] : ['--vers', vers];
    const rendu = await lancer('actes', 'emballer', AIX, ...ou, ...options);
    expect(rendu.code).toBe(code);
    expect(rendu.annonce).toContain(bout);
    expect(await readdir(dossier)).toEqual([]);
  });
});

describe('parvis actes verifier', () => {
  it('nomme chaque faute, en clair et en JSON, et sort avec 1', async () => {
    await lancer('actes', 'emballer', AIX, '--vers', vers);
    const mal = join(dossier, 'envoi.tar.gz');
    await writeFile(mal, (await readFile(join(vers, ARCHIVE))).subarray(0, 600));
    const clair = await lancer('actes', 'verifier', mal);
    expect(clair.code).toBe(1);
    expect(clair.ecrit).toContain('coupée avant la fin');
    const rendu = await lancer('actes', 'verifier', mal, '--json');
    expect(rendu.code).toBe(1);
    expect(json(rendu.ecrit)).toContainEqual({
      fichier: 'envoi.tar.gz',
      regle: 'archive.nom',
      phrase: expect.stringContaining('Renommez-la') as string,
      attendu: 'TDT-EACT--SIREN--AAAAMMJJ-N.tar.gz',
      trouve: 'envoi.tar.gz',
      bloquant: true,
    });
  });

  it('juge un message seul, sous quelque nom qu’il soit', async () => {
    const chemin = join(dossier, 'annulation.xml');
    const idActe = '013-211300017-20221014-DL_2022_330-DE';
    const message = ecrireMessage({ genre: 'Annulation', idActe });
    if (!message.ok) throw new Error(JSON.stringify(message.error));
    await writeFile(chemin, message.value);
    const rendu = await lancer('actes', 'verifier', chemin);
    expect(rendu.code).toBe(0);
    expect(rendu.ecrit).toContain('simple avertissement');
    const recu = ecrireMessage({
      genre: 'ARAnnulation',
      idActe,
      dateDeReception: jour('2026-11-20'),
    });
    if (!recu.ok) throw new Error(JSON.stringify(recu.error));
    await writeFile(chemin, recu.value);
    expect((await lancer('actes', 'verifier', chemin)).ecrit).toContain('vient de l’État');
    await writeFile(chemin, '<a>');
    expect((await lancer('actes', 'verifier', chemin)).code).toBe(1);
  });

  it('juge d’un message seul les typologies de ses pièces', async () => {
    await lancer('actes', 'emballer', AIX, '--vers', vers);
    const lue = await archivesDuDisque.lire({ chemin: join(vers, ARCHIVE) });
    const acte = lue.ok ? lue.value.entrees.find(({ nom }) => nom.endsWith('-1-1_0.xml')) : null;
    const texte = Buffer.from(acte?.xml ?? []).toString('latin1');
    const chemin = join(dossier, 'acte.xml');
    await writeFile(chemin, texte, 'latin1');
    expect((await lancer('actes', 'verifier', chemin)).code).toBe(0);
    await writeFile(chemin, texte.replace('99_DE-', '99_AU-'), 'latin1');
    const rendu = await lancer('actes', 'verifier', chemin);
    expect(rendu.code).toBe(1);
    expect(rendu.ecrit).toContain('99_AU n’est pas permise');
  });

  it('dit qu’un fichier manque', async () => {
    const rendu = await lancer('actes', 'verifier', join(dossier, 'absent.tar.gz'), '--json');
    expect(rendu.code).toBe(1);
    expect(json(rendu.ecrit)).toMatchObject([
      {
        fichier: 'absent.tar.gz',
        regle: 'archive.illisible',
        phrase: expect.stringContaining('rien n’existe'),
        bloquant: true,
      },
    ]);
    const dossierDonne = await lancer('actes', 'verifier', dossier);
    expect(dossierDonne.code).toBe(1);
    expect(dossierDonne.annonce).toContain('n’est pas un fichier');
  });
});
