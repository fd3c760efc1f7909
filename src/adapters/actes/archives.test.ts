import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import tar from 'tar-stream';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { guetDesSignatures } from '#app/actes/juger-la-signature.ts';
import { parseInstant } from '#base/instant.ts';
import { verifierArchive } from '#formats/actes/verifier/archive.ts';
import {
  BASE,
  CONTEXTE,
  DONNEES,
  DONNEES_PRESENTES,
  SANS_DONNEES,
  octets,
  pdfMinimal,
} from '../../../test/harness/actes.ts';
import { ouvrirLAtelier } from '../signature/atelier.ts';
import { archivesDuDisque } from './archives.ts';
import { ecrireArchive } from './ecrire.ts';
import { lireArchive } from './lire.ts';

let dossier = '';
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'parvis actes '));
});
afterEach(async () => {
  await rm(dossier, { recursive: true, force: true });
});

type EnTete = Parameters<tar.Pack['entry']>[0];

/** A tar.gz as a hostile hand would make it. */
async function empaqueter(...entrees: readonly (readonly [EnTete, string])[]): Promise<Uint8Array> {
  const paquet = tar.pack();
  for (const [entete, texte] of entrees) paquet.entry(entete, Buffer.from(texte, 'latin1'));
  paquet.finalize();
  const morceaux: Buffer[] = [];
  for await (const morceau of paquet as AsyncIterable<Buffer>) morceaux.push(morceau);
  return gzipSync(Buffer.concat(morceaux));
}

/** A header that claims that size, in octal, its checksum right. */
function enTete(octal: string): Buffer {
  const bloc = Buffer.alloc(512);
  bloc.write('a.pdf', 0, 'latin1');
  bloc.write('0000644\0', 100, 'latin1');
  bloc.write(octal, 124, 'latin1');
  bloc.write('0', 156, 'latin1');
  bloc.write('ustar\u000000', 257, 'latin1');
  bloc.fill(' ', 148, 156);
  const somme = bloc.reduce((total, octet) => total + octet, 0);
  bloc.write(`${somme.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bloc;
}

async function lue(contenu: Uint8Array) {
  const rendu = await lireArchive(contenu);
  if (!rendu.ok) throw new Error(rendu.error);
  return rendu.value;
}

const regles = async (contenu: Uint8Array) =>
  (await lue(contenu)).fautes.map(({ regle, fichier }) => [regle, fichier]);

async function emballee(): Promise<Uint8Array> {
  const rendu = await archivesDuDisque.emballer(BASE.entrees);
  if (!rendu.ok) throw new Error(rendu.error);
  return rendu.value;
}

describe('Une archive écrite', () => {
  it('se relit entrée par entrée, et ne reçoit aucun reproche', async () => {
    const archive = await lue(await emballee());
    expect(archive.entrees.map(({ nom, taille }) => [nom, taille])).toEqual(
      BASE.entrees.map(({ nom, contenu }) => [nom, contenu.length]),
    );
    expect(verifierArchive(BASE.archive, archive, CONTEXTE).fautes).toEqual([]);
  });

  it('a toujours les mêmes octets, en mémoire ou sur le disque', async () => {
    const chemin = join(dossier, 'neuf', BASE.archive);
    const ecrite = await ecrireArchive(chemin, BASE.entrees);
    const surLeDisque = new Uint8Array(await readFile(chemin));
    expect(surLeDisque).toEqual(new Uint8Array(await emballee()));
    expect(ecrite).toEqual({ ok: true, value: surLeDisque.length });
    const piece = join(dossier, 'piece.pdf');
    await writeFile(piece, pdfMinimal('acte'));
    const duDisque = BASE.entrees.map((e) =>
      e.nom.endsWith('_1.pdf') ? { ...e, contenu: { chemin: piece } } : e,
    );
    const autre = join(dossier, 'autre.tar.gz');
    expect((await ecrireArchive(autre, duDisque)).ok).toBe(true);
    expect(new Uint8Array(await readFile(autre))).toEqual(surLeDisque);
  });

  it('n’en remplace jamais une autre, et ne laisse rien à moitié', async () => {
    const chemin = join(dossier, BASE.archive);
    await writeFile(chemin, 'à moi');
    expect(await ecrireArchive(chemin, BASE.entrees)).toMatchObject({ ok: false });
    expect(await readFile(chemin, 'utf8')).toBe('à moi');
    const absente = [{ nom: 'a.pdf', contenu: { chemin: join(dossier, 'absent.pdf') } }];
    const refus = await ecrireArchive(join(dossier, 'b.tar.gz'), absente);
    expect(refus.ok ? '' : refus.error).toContain('ne peut pas être écrite');
    const gros = [{ nom: 'a.pdf', contenu: new Uint8Array(randomBytes(3_000_000)) }];
    const trop = await ecrireArchive(join(dossier, 'c.tar.gz'), gros, 2 * 1024 * 1024);
    expect(trop.ok ? '' : trop.error).toContain('dépasserait 2 Mio');
    expect(await readdir(dossier)).toEqual([BASE.archive]);
  });
});

const BONS = BASE.entrees.map(
  ({ nom, contenu }) => [{ name: nom }, Buffer.from(contenu).toString('latin1')] as const,
);

/** The same entries, under names and headers changed, before others. */
const remaniee = (
  changer: (entete: EnTete) => EnTete,
  ...avant: readonly (readonly [EnTete, string])[]
): Promise<Uint8Array> =>
  empaqueter(...avant, ...BONS.map(([entete, texte]) => [changer(entete), texte] as const));

const dans = (entete: EnTete): EnTete => ({ ...entete, name: `envoi/${entete.name}` });

/** Without the mark of « ustar », as tar wrote before it. */
function sansMarque(archive: Uint8Array): Uint8Array {
  const tarNu = Buffer.from(gunzipSync(archive));
  for (let i = 0; i + 512 <= tarNu.length; ) {
    if (tarNu[i] === 0) break;
    const taille = Number.parseInt(tarNu.toString('latin1', i + 124, i + 135), 8);
    tarNu.fill(0, i + 257, i + 512);
    tarNu.fill(' ', i + 148, i + 156);
    const somme = tarNu.subarray(i, i + 512).reduce((total, octet) => total + octet, 0);
    tarNu.write(`${somme.toString(8).padStart(6, '0')}\0 `, i + 148, 'latin1');
    i += 512 + Math.ceil(taille / 512) * 512;
  }
  return gzipSync(tarNu);
}

describe('Une archive d’une autre façon', () => {
  const point = (entete: EnTete): EnTete => ({ ...entete, name: `./${entete.name}` });
  it.each<[string, () => Promise<Uint8Array>]>([
    ['dont les noms commencent par « ./ »', () => remaniee(point)],
    ['faite par « tar c . »', () => remaniee(point, [{ name: './', type: 'directory' }, ''])],
    ['en tar d’avant ustar', async () => sansMarque(await emballee())],
    [
      'aux dates et propriétaires d’ailleurs',
      () =>
        remaniee((e) => ({ ...e, uid: 2_097_151, uname: 'agent', mtime: new Date(0), mode: 0 })),
    ],
    [
      'compressée en deux morceaux',
      async () => {
        const nu = gunzipSync(await emballee());
        return Buffer.concat([gzipSync(nu.subarray(0, 999)), gzipSync(nu.subarray(999))]);
      },
    ],
    [
      'sans blocs de fin',
      async () => {
        const nu = gunzipSync(await emballee());
        return gzipSync(nu.subarray(0, nu.length - 1024));
      },
    ],
  ])('%s se lit sans reproche', async (_, faire) => {
    const archive = await lue(await faire());
    expect(archive.entiere).toBe(true);
    expect(verifierArchive(BASE.archive, archive, CONTEXTE).fautes).toEqual([]);
  });

  it.each<[string, readonly (readonly [EnTete, string])[]]>([
    ['sans l’entrée du dossier', []],
    ['avec l’entrée du dossier', [[{ name: 'envoi/', type: 'directory' }, '']]],
  ])('rangée dans un dossier, %s, n’a que cette faute', async (_, avant) => {
    const archive = await lue(await remaniee(dans, ...avant));
    const { fautes } = verifierArchive(BASE.archive, archive, CONTEXTE);
    expect(fautes.map((f) => [f.regle, f.fichier, f.bloquant])).toEqual([
      ['archive.entree', 'envoi/', true],
    ]);
  });

  it('suivie d’octets étrangers le dit', async () => {
    const { fautes } = await lue(Buffer.concat([await emballee(), Buffer.alloc(600, 'DECHET')]));
    expect(fautes.map((f) => f.trouve)).toEqual(['des octets étrangers suivent la fin du gzip']);
  });

  it.each([
    [150 * 1024 * 1024, []],
    [150 * 1024 * 1024 + 1, ['archive.taille']],
  ])('dont un fichier s’annonce de %i octets dit %j', async (taille, attendues) => {
    const { fautes } = await lue(gzipSync(enTete(taille.toString(8).padStart(11, '0'))));
    expect(fautes.map(({ regle }) => regle).filter((r) => r !== 'archive.illisible')).toEqual(
      attendues,
    );
  });
});

describe('Une archive hostile', () => {
  it.each<[string, EnTete, string, string]>([
    ['un chemin qui remonte', { name: '../../etc/passwd' }, 'x', 'archive.entree'],
    ['un chemin absolu', { name: '/etc/passwd' }, 'x', 'archive.entree'],
    ['un chemin de Windows', { name: 'C:\\a.pdf' }, 'x', 'archive.entree'],
    ['un dossier dans le nom', { name: 'sous/a.pdf' }, 'x', 'archive.entree'],
    ['un dossier', { name: 'sous', type: 'directory' }, '', 'archive.entree'],
    [
      'un lien symbolique',
      { name: 'a.pdf', type: 'symlink', linkname: '/etc/passwd' },
      '',
      'archive.entree',
    ],
    ['un lien', { name: 'a.pdf', type: 'link', linkname: 'b.pdf' }, '', 'archive.entree'],
    ['un périphérique', { name: 'a.pdf', type: 'character-device' }, '', 'archive.entree'],
    ['un tube', { name: 'a.pdf', type: 'fifo' }, '', 'archive.entree'],
    ['un nom de 300 caractères', { name: `${'a'.repeat(300)}.pdf` }, 'x', 'archive.entree'],
  ])('avec %s est refusée en mots', async (_, entete, texte, regle) => {
    const contenu = await empaqueter([{ name: 'bon.xml' }, '<a/>'], [entete, texte]);
    const archive = await lue(contenu);
    expect(archive.fautes.map((f) => f.regle)).toEqual([regle]);
    expect(archive.fautes[0]).toMatchObject({ fichier: entete.name.slice(0, 300), bloquant: true });
    expect(archive.entrees.map(({ nom }) => nom)).toEqual(['bon.xml']);
  });

  it('avec deux fois le même nom, casse comprise, ne lit que le premier', async () => {
    const contenu = await empaqueter([{ name: 'a.pdf' }, '1'], [{ name: 'A.PDF' }, '22']);
    expect(await regles(contenu)).toEqual([['archive.doublon', 'A.PDF']]);
  });

  it('qui se dit longue de 10 Go n’est pas crue', async () => {
    const { fautes } = await lue(gzipSync(enTete('120000000000')));
    expect(fautes.map(({ regle }) => regle)).toEqual(['archive.entree']);
    expect(fautes[0]?.phrase).toContain('11 Go');
  });

  it('qui se développe démesurément est arrêtée', async () => {
    const taille = 120_000_000;
    const pleine = Buffer.concat([
      enTete(taille.toString(8).padStart(11, '0')),
      Buffer.alloc(taille),
    ]);
    const { fautes, entrees } = await lue(gzipSync(pleine));
    expect(fautes.map(({ regle }) => regle)).toEqual(['archive.illisible']);
    expect(fautes[0]?.phrase).toContain('démesurément');
    expect(entrees).toEqual([]);
  });

  it('de plus de 2 000 fichiers n’est pas lue plus loin', async () => {
    const entrees = Array.from({ length: 2_001 }, (_, i) => [{ name: `${i}.pdf` }, ''] as const);
    const archive = await lue(await empaqueter(...entrees));
    expect(archive.fautes[0]?.phrase).toContain('plus de 2000 fichiers');
    expect(archive.entrees).toHaveLength(2_000);
  });

  it.each<[string, (bonne: Uint8Array) => Uint8Array, string]>([
    ['vide', () => octets(''), 'coupée'],
    [
      'qui n’est pas du gzip',
      () => octets('Bonjour, ceci n’est pas une archive.'.replace('’', "'")),
      'gzip',
    ],
    ['un zip', () => octets('PK\u0003\u0004aaaaaaaaaaaaaaa'), 'gzip'],
    ['coupée', (bonne) => bonne.subarray(0, bonne.length >> 1), 'coupée'],
    ['du gzip sans tar', () => gzipSync(Buffer.alloc(2_000, 'a')), 'tar'],
    ['un tar coupé', (bonne) => bonne.subarray(0, -9), 'coupée'],
  ])('%s est refusée en mots', async (_, gater, bout) => {
    const { fautes } = await lue(gater(await emballee()));
    expect(fautes.map(({ regle }) => regle)).toEqual(['archive.illisible']);
    expect(fautes[0]?.phrase).toContain(bout);
  });

  it('dont des octets changent ne fait rien tomber', async () => {
    const bonne = await emballee();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bonne.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 }),
        async (changes) => {
          const gate = Uint8Array.from(bonne);
          for (const [i, octet] of changes) gate[i] = octet;
          const archive = await lue(gate);
          verifierArchive(BASE.archive, archive, CONTEXTE);
        },
      ),
      { numRuns: 150, seed: 330 },
    );
  });
});

it('Un fichier absent ou un dossier est dit', async () => {
  const absent = await lireArchive({ chemin: join(dossier, 'absent.tar.gz') });
  expect(absent.ok ? '' : absent.error).toContain('rien n’existe');
  const pasUnFichier = await lireArchive({ chemin: dossier });
  expect(pasUnFichier.ok ? '' : pasUnFichier.error).toContain('n’est pas un fichier');
});

/** Blocking rules expected of the real archives: the others pass whole. */
const REPROCHES: Readonly<Record<string, readonly string[]>> = {
  'SIC-EACT--210600730--20180115-1.tar.gz': ['enveloppe.nature', 'fichier.type', 'message.prefixe'],
};

const ARCHIVES = DONNEES_PRESENTES
  ? readdirSync(DONNEES, { recursive: true })
      .map(String)
      .filter((f) => f.endsWith('.tar.gz'))
  : [];

describe.skipIf(!DONNEES_PRESENTES)(`Les archives réelles (sinon : ${SANS_DONNEES})`, () => {
  it('une délibération de 2017, signée en SHA-1 et reçue par l’État, n’est qu’avertie', async () => {
    const nom = '034-491011698-20171207-CL20171227_06-DE-1-1_1.pdf';
    const pdf = new Uint8Array(await readFile(join(DONNEES, 'pastell', nom)));
    const le = parseInstant('2026-11-23T10:00:00.000Z');
    if (!le.ok) throw new Error(le.error);
    const fautes = await guetDesSignatures(
      async () => ouvrirLAtelier({ maintenant: () => le.value }),
      le.value,
    )(nom, pdf);
    expect(fautes.map((f) => [f.regle, f.bloquant])).toEqual([['fichier.signature', false]]);
  });

  it.each(ARCHIVES)('%s est jugée comme attendu', async (chemin) => {
    const rendue = await lireArchive({ chemin: join(DONNEES, chemin) });
    if (!rendue.ok) throw new Error(rendue.error);
    const nom = basename(chemin);
    const { fautes, messages } = verifierArchive(nom, rendue.value, CONTEXTE);
    const bloquantes = fautes.filter(({ bloquant }) => bloquant).map(({ regle }) => regle);
    expect([...new Set(bloquantes)].toSorted()).toEqual(REPROCHES[nom] ?? []);
    expect(messages.every(({ message }) => message !== null)).toBe(true);
    expect(messages[0]?.genre).toMatch(/^Enveloppe/);
  });
});
