import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ouvrirMagasin, type MagasinOuvert } from '#adapters/store/ouvrir.ts';
import type { Avancement } from '#app/ports/sauvegarde.ts';
import { serveurEmbarque, type ServeurDeTest } from './bases.ts';
import { AIX, fait, horlogeDEssai, MARSEILLE, SEANCE, valeur } from './exemples.ts';

vi.setConfig({ testTimeout: 90_000 });

describe('Sauvegarder et restaurer', () => {
  let serveur: ServeurDeTest;
  let dossier: string;
  let source: MagasinOuvert;
  let archive: string;
  const ouverts: MagasinOuvert[] = [];

  const neuf = async (): Promise<MagasinOuvert> => {
    const databaseUrl = await serveur.baseNeuve();
    const ouvert = valeur(
      await ouvrirMagasin({ databaseUrl, horloge: horlogeDEssai(), connexions: 4 }),
    );
    ouverts.push(ouvert);
    return ouvert;
  };

  beforeAll(async () => {
    serveur = await serveurEmbarque();
    dossier = mkdtempSync(join(tmpdir(), 'parvis-sauvegarde-'));
    archive = join(dossier, 'sous dossier', 'aix.parvis.gz');
    source = await neuf();
    await remplir(source);
    valeur(await source.sauvegardes.sauvegarder(archive));
  });
  afterAll(async () => {
    for (const ouvert of ouverts) await ouvert.arreter();
    await serveur?.fermer();
    rmSync(dossier, { recursive: true, force: true });
  });

  it('rend dans une base neuve les mêmes faits, fichiers, chaînes et listes', async () => {
    const vues: Avancement[] = [];
    const autre = await neuf();
    const bilan = await autre.sauvegardes.restaurer(archive, (a) => vues.push(a));
    expect(bilan).toEqual({
      ok: true,
      value: { collectivites: 2, faits: 1_213, fichiers: 3, dejaPresente: false },
    });
    expect(vues.length).toBeGreaterThan(0);
    for (const commune of [AIX, MARSEILLE]) {
      const flux = await source.magasin.flux(commune, '');
      expect(await autre.magasin.flux(commune, '')).toEqual(flux);
      for (const f of flux) {
        expect(await autre.magasin.lire(commune, f)).toEqual(await source.magasin.lire(commune, f));
      }
      expect(await autre.magasin.sommaire(commune)).toEqual(await source.magasin.sommaire(commune));
      expect(await autre.magasin.verifier(commune)).toEqual([]);
    }
    for (const contenu of FICHIERS) {
      expect(Buffer.from((await autre.magasin.retirer(AIX, nomDe(contenu))) ?? [])).toEqual(
        contenu,
      );
    }
    const suite = await autre.magasin.ajouter(AIX, SEANCE, 1_200, [fait('Suite')]);
    expect(suite.ok).toBe(true);
  });

  it('restaurée deux fois, ne change rien la seconde ; et sa propre sauvegarde est la même', async () => {
    const autre = await neuf();
    valeur(await autre.sauvegardes.restaurer(archive));
    expect(await autre.sauvegardes.restaurer(archive)).toMatchObject({
      ok: true,
      value: { dejaPresente: true, faits: 1_213 },
    });
    const copie = join(dossier, 'copie.gz');
    valeur(await autre.sauvegardes.sauvegarder(copie));
    expect(lignes(copie).slice(1, -1)).toEqual(lignes(archive).slice(1, -1));
  });

  it('refuse de se mêler à d’autres faits, en plus, en moins ou différents', async () => {
    const autre = await neuf();
    valeur(await autre.sauvegardes.restaurer(archive));
    valeur(await autre.magasin.ajouter(AIX, 'autre', 0, [fait('Autre')]));
    const enPlus = await autre.sauvegardes.restaurer(archive);
    expect(enPlus).toMatchObject({ ok: false, error: { pointeur: 'magasin' } });
    expect(await autre.magasin.flux(AIX, 'autre')).toEqual(['autre']);

    const different = await neuf();
    valeur(await different.magasin.ajouter(AIX, SEANCE, 0, [fait('SeancePreparee')]));
    const refus = await different.sauvegardes.restaurer(archive);
    expect(refus).toMatchObject({
      ok: false,
      error: { pointeur: 'magasin', phrase: expect.stringContaining('« a », fait n° 0') },
    });
    expect(await different.magasin.lire(AIX, SEANCE)).toHaveLength(1);
  });

  it('se fait même quand une collectivité inscrite n’a encore ni fait ni fichier', async () => {
    const databaseUrl = await serveur.baseNeuve();
    const horloge = horlogeDEssai();
    const ouvert = valeur(await ouvrirMagasin({ databaseUrl, horloge, connexions: 4 }));
    ouverts.push(ouvert);
    valeur(await ouvert.magasin.ajouter(AIX, SEANCE, 0, [fait('SeancePreparee')]));
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query("INSERT INTO parvis.collectivite VALUES ('999999999', now())");
    await client.end();
    const copie = join(dossier, 'une-vide.gz');
    const bilan = valeur(await ouvert.sauvegardes.sauvegarder(copie));
    expect(bilan).toEqual({ collectivites: 1, faits: 1, fichiers: 0 });
  });

  it('témoigne de ce qui y était : des faits de plus conviennent, un fait de moins est dit', async () => {
    const autre = await neuf();
    valeur(await autre.sauvegardes.restaurer(archive));
    valeur(await autre.magasin.ajouter(AIX, 'autre', 0, [fait('Autre')]));
    expect(valeur(await autre.sauvegardes.temoigner(archive)).faits).toBeGreaterThan(0);
    const rien = await vide();
    const refus = await rien.sauvegardes.temoigner(archive);
    expect(refus.ok ? '' : refus.error.phrase).toContain('ne contient plus tout ce qui y était');
    expect(await rien.magasin.collectivites()).toEqual([]);
  });

  it('se fait à chaud : ce qui s’écrit pendant ce temps n’y entre pas à moitié', async () => {
    const chaud = await neuf();
    const arret = new AbortController();
    let version = 0;
    const redaction = (async () => {
      for (; !arret.signal.aborted; version += 3) {
        const lot = [fait('Un'), fait('Deux'), fait('Trois')];
        valeur(await chaud.magasin.ajouter(AIX, 'seance/a-chaud', version, lot));
      }
    })();
    await expect.poll(() => version, { timeout: 10_000 }).toBeGreaterThan(30);
    const fichier = join(dossier, 'chaud.gz');
    const avant = version;
    const { faits } = valeur(await chaud.sauvegardes.sauvegarder(fichier));
    arret.abort();
    await redaction;
    expect(faits % 3).toBe(0);
    expect(faits).toBeGreaterThanOrEqual(avant);
    expect(version).toBeGreaterThan(faits);
    const autre = await neuf();
    expect(valeur(await autre.sauvegardes.restaurer(fichier)).faits).toBe(faits);
  });

  it.each<[string, (l: string[]) => string[], RegExp, RegExp]>([
    ['un mot changé', (l) => changer(l, 5, '"n":3', '"n":5'), /^ligne 5$/, /modifié/],
    ['un auteur changé', (l) => changer(l, 2, 'secrétariat', 'cabinet'), /^ligne 2$/, /empreinte/],
    ['un fait retiré', (l) => l.toSpliced(9, 1), /^ligne 10$/, /retiré ou ajouté/],
    [
      'le dernier fait d’un flux retiré',
      (l) => sansDernier(l),
      /^ligne \d+$/,
      /annonce 1213 faits/,
    ],
    ['deux faits échangés', (l) => echanger(l, 20, 21), /^ligne 21$/, /retiré ou ajouté/],
    ['un flux coupé en deux', (l) => deplacer(l), /^ligne \d+$/, /ne se suivent pas/],
    ['une ligne illisible', (l) => l.with(30, '{"fait":'), /^ligne 31$/, /ne se comprend pas/],
    ['une ligne inconnue', (l) => l.with(30, '{"fiat":1}'), /^ligne 31$/, /ne se comprend pas/],
    ['un en-tête en double', (l) => l.toSpliced(7, 0, l[0] ?? ''), /^ligne 8$/, /en-tête/],
    ['un en-tête d’ailleurs', (l) => l.with(0, '{"format":"x"}'), /^ligne 1$/, /n’est pas une sau/],
    ['la fin retirée', (l) => l.slice(0, -1), /^ligne \d+$/, /s’arrête avant sa fin/],
    ['une suite après la fin', (l) => [...l, l[1] ?? ''], /^ligne \d+$/, /après la ligne de fin/],
    [
      'un fichier modifié',
      (l) => l.map((x) => x.replace('"bloc":"AAEC', '"bloc":"AAED')),
      /^ligne/,
      /contenu/,
    ],
    ['un bloc retiré', (l) => sansBloc(l), /^ligne \d+$/, /pas complet|contenu/],
    [
      'un total faux',
      (l) => l.with(l.length - 1, (l.at(-1) ?? '').replace('1213', '1214')),
      /^ligne/,
      /1214/,
    ],
    ['l’instant d’en-tête changé', (l) => changer(l, 1, '2022-', '2023-'), /^ligne/, /empreinte/],
  ])('refuse une archive altérée : %s ; et n’écrit rien', async (_, alterer, ou, phrase) => {
    const fichier = join(dossier, 'alteree.gz');
    const altere = alterer(lignes(archive));
    expect(altere).not.toEqual(lignes(archive));
    writeFileSync(fichier, gzipSync(`${altere.join('\n')}\n`));
    const refus = await vide().then((v) => v.sauvegardes.restaurer(fichier));
    expect(refus.ok).toBe(false);
    if (refus.ok) return;
    expect(refus.error.pointeur).toMatch(ou);
    expect(refus.error.phrase).toMatch(phrase);
    expect(await (await vide()).magasin.collectivites()).toEqual([]);
  });

  it('refuse une archive coupée, où que ce soit, et n’écrit rien', async () => {
    const octets = readFileSync(archive);
    const fichier = join(dossier, 'coupee.gz');
    for (let i = 0; i < 24; i++) {
      writeFileSync(fichier, octets.subarray(0, Math.floor((octets.length * i) / 24)));
      const refus = await (await vide()).sauvegardes.restaurer(fichier);
      expect(refus.ok ? 'accepted' : refus.error.phrase).toMatch(
        /s’arrête avant sa fin|n’est pas une/,
      );
    }
    expect(await (await vide()).magasin.collectivites()).toEqual([]);
  });

  it('refuse une archive dont un seul octet a changé', async () => {
    const octets = readFileSync(archive);
    const fichier = join(dossier, 'octet.gz');
    // The ten bytes of the gzip heading (time, system) carry nothing of the archive.
    for (let i = 0; i < 40; i++) {
      const change = Buffer.from(octets);
      const ou = 10 + Math.floor(((octets.length - 10) * i) / 40);
      change[ou] = (change[ou] ?? 0) ^ (1 << (i % 8));
      writeFileSync(fichier, change);
      expect(await source.sauvegardes.controler(fichier), `octet ${ou}`).toMatchObject({
        ok: false,
      });
    }
  });

  it.each([
    ['un fichier absent', () => join(dossier, 'absent.gz'), /n’existe pas/],
    ['un dossier', () => dossier, /est un dossier/],
    ['un fichier d’autre chose', () => ecrire('du texte'), /n’est pas une sauvegarde/],
    ['un fichier vide', () => ecrire(''), /s’arrête avant sa fin|n’est pas une sauvegarde/],
  ])('refuse en clair de restaurer %s', async (_, fichier, phrase) => {
    const refus = await source.sauvegardes.restaurer(fichier());
    expect(refus.ok ? 'accepted' : refus.error.phrase).toMatch(phrase);
  });

  it('n’abîme pas la sauvegarde d’avant quand la nouvelle échoue, et ne laisse pas de brouillon', async () => {
    const refus = await source.sauvegardes.sauvegarder(dossier);
    expect(refus).toMatchObject({ ok: false, error: { pointeur: 'fichier' } });
    const impossible = join(archive, 'dans', 'un-fichier.gz');
    expect(await source.sauvegardes.sauvegarder(impossible)).toMatchObject({ ok: false });
    expect(existsSync(archive)).toBe(true);
    expect(readdirSync(join(dossier, 'sous dossier'))).toEqual(['aix.parvis.gz']);
    expect(valeur(await source.sauvegardes.controler(archive)).faits).toBe(1_213);
  });

  const ecrire = (contenu: string): string => {
    const fichier = join(dossier, 'autre.gz');
    writeFileSync(fichier, contenu);
    return fichier;
  };

  let baseVide: Promise<MagasinOuvert> | null = null;
  const vide = (): Promise<MagasinOuvert> => (baseVide ??= neuf());
});

/** Empty, small, and larger than one block of the archive. */
const FICHIERS = [
  Buffer.alloc(0),
  Buffer.from([0, 1, 2, 3]),
  Buffer.from(Uint8Array.from({ length: 1_200_000 }, (_, i) => (i * i * 31) % 251)),
];
const nomDe = (contenu: Buffer): string => createHash('sha256').update(contenu).digest('hex');

async function remplir({ magasin }: MagasinOuvert): Promise<void> {
  const faits = Array.from({ length: 1_200 }, (_, n) =>
    fait('Essai', { n, texte: `« été » 🏛️ \u0001 ${n}`, nombre: 1e21 + n / 7 }),
  );
  valeur(await magasin.ajouter(AIX, SEANCE, 0, faits));
  valeur(await magasin.ajouter(AIX, 'a', 0, faits.slice(0, 10)));
  valeur(await magasin.ajouter(MARSEILLE, SEANCE, 0, faits.slice(0, 3)));
  for (const contenu of FICHIERS) await magasin.deposer(AIX, contenu, 'application/pdf');
}

const lignes = (fichier: string): string[] =>
  gunzipSync(readFileSync(fichier)).toString('utf8').trimEnd().split('\n');

/** Lines are counted from 1, as in the messages; the fourth fact of the stream « a » is on line 5. */
const changer = (l: string[], numero: number, avant: string, apres: string): string[] =>
  l.with(numero - 1, (l[numero - 1] ?? '').replace(avant, apres));

const echanger = (l: string[], i: number, j: number): string[] =>
  l.with(i, l[j] ?? '').with(j, l[i] ?? '');

const sansDernier = (l: string[]): string[] => l.toSpliced(10, 1);

/** Puts the first fact of the sitting before the last of « a », which then comes too late. */
const deplacer = (l: string[]): string[] => [
  ...l.slice(0, 10),
  l[11] ?? '',
  l[10] ?? '',
  ...l.slice(12),
];

function sansBloc(l: string[]): string[] {
  const i = l.findLastIndex((x) => x.startsWith('{"bloc"'));
  return l.toSpliced(i, 1);
}
