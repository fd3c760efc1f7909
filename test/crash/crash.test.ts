import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as attendre } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lirePostmaster } from '#adapters/postgres/postmaster.ts';
import { postgresAuTravail } from '#adapters/postgres/processus.ts';
import { ouvrirMagasin, type MagasinOuvert } from '#adapters/store/ouvrir.ts';
import { AIX, horlogeDEssai, valeur } from '../contracts/exemples.ts';

const TOURS = 52;
const GRAINE = 330;

/** Who dies, in turn. Each is killed without warning, in the middle of appends. */
const VICTIMES = [
  'le programme',
  'la base',
  'le programme et la base',
  'le postmaster seul',
] as const;

/** Everything the store has acknowledged since the first round. */
type Promesses = {
  readonly faits: Map<string, string>;
  readonly fichiers: Set<string>;
};

describe('Rien de ce que le magasin a confirmé ne se perd par un kill -9', () => {
  let dossier: string;
  const promesses: Promesses = { faits: new Map(), fichiers: new Set() };
  const hasard = mulberry32(GRAINE);

  beforeAll(() => {
    // A space and an accent in the path, on purpose.
    dossier = join(mkdtempSync(join(tmpdir(), 'parvis-chute-')), 'données de Parvis');
  });
  afterAll(() => {
    expect(postgresAuTravail(join(dossier, 'postgres'))).toEqual([]);
    rmSync(join(dossier, '..'), { recursive: true, force: true });
  });

  it.each(Array.from({ length: TOURS }, (_, tour) => [tour + 1, VICTIMES[tour % 4] ?? 'la base']))(
    'tour %i : meurt %s',
    async (tour, victime) => {
      const avant = promesses.faits.size;
      await ecrireEtTuer({ dossier, tour, victime, promesses, hasard });
      expect(promesses.faits.size).toBeGreaterThan(avant);
      const ouvert = await rouvrir(dossier);
      try {
        await tenir(ouvert, promesses);
      } finally {
        await ouvert.arreter();
      }
    },
    60_000,
  );

  it('et toutes les chaînes se vérifient, à la fin comme après chaque tour', async () => {
    const ouvert = await rouvrir(dossier);
    await tenir(ouvert, promesses);
    await ouvert.arreter();
    process.stdout.write(
      `${promesses.faits.size} faits et ${promesses.fichiers.size} fichiers confirmés en ${TOURS} tours, tous présents.\n`,
    );
  });
});

const rouvrir = async (dossier: string): Promise<MagasinOuvert> =>
  valeur(await ouvrirMagasin({ dossier, horloge: horlogeDEssai() }));

/** Every promise is kept, every chain verifies, every list counts right. */
async function tenir({ magasin }: MagasinOuvert, { faits, fichiers }: Promesses): Promise<void> {
  const ecrits = new Map<string, string>();
  for (const { flux, version } of await magasin.sommaire(AIX)) {
    const lus = await magasin.lire(AIX, flux);
    expect(lus).toHaveLength(version);
    for (const f of lus) ecrits.set(`${flux} ${f.position}`, f.empreinte);
  }
  const perdus = [...faits].filter(([cle, empreinte]) => ecrits.get(cle) !== empreinte);
  expect(perdus).toEqual([]);
  const derniers = [...fichiers].slice(-20);
  for (const sha256 of derniers) expect(await magasin.retirer(AIX, sha256)).not.toBeNull();
  expect(await magasin.verifier(AIX)).toEqual([]);
}

type Tour = {
  readonly dossier: string;
  readonly tour: number;
  readonly victime: string;
  readonly promesses: Promesses;
  readonly hasard: () => number;
};

async function ecrireEtTuer({ dossier, tour, victime, promesses, hasard }: Tour): Promise<void> {
  const programme = new URL('./ecrivain.ts', import.meta.url).pathname;
  const enfant = spawn(process.execPath, [programme, dossier, String(tour)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let erreurs = '';
  enfant.stderr.on('data', (bout: Buffer) => (erreurs += bout.toString()));
  const fini = new Promise<void>((suite) => enfant.once('close', () => suite()));
  const premierFait = new Promise<void>((suite, echec) => {
    createInterface({ input: enfant.stdout }).on('line', (ligne) => {
      if (noter(ligne, promesses)) suite();
    });
    enfant.once('close', () => echec(new Error(`the writer died too soon: ${erreurs}`)));
  });
  await premierFait;
  await attendre(Math.floor(hasard() * 150));
  tuer(victime, enfant, join(dossier, 'postgres'));
  // When only the database dies, the program meets errors; it is killed soon after.
  await attendre(Math.floor(hasard() * 20));
  enfant.kill('SIGKILL');
  await fini;
}

/** Takes down one acknowledged write; true when it is a fact. */
function noter(ligne: string, { faits, fichiers }: Promesses): boolean {
  // A line cut by the kill does not match: only whole words of the store count.
  const [, flux, position, empreinte] = /^fait (\S+) (\d+) ([0-9a-f]{64})$/.exec(ligne) ?? [];
  if (flux !== undefined && empreinte !== undefined) faits.set(`${flux} ${position}`, empreinte);
  const fichier = /^fichier ([0-9a-f]{64})$/.exec(ligne)?.[1];
  if (fichier !== undefined) fichiers.add(fichier);
  return flux !== undefined;
}

function tuer(victime: string, enfant: ChildProcess, donnees: string): void {
  const postmaster = lirePostmaster(donnees)?.pid;
  const tous = postgresAuTravail(realpathSync(donnees));
  const visees = victime.includes('postmaster') ? [postmaster] : tous;
  if (victime.includes('programme')) enfant.kill('SIGKILL');
  if (victime === 'le programme') return;
  for (const pid of visees) abattre(pid);
}

function abattre(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It left by itself in the meantime.
  }
}

/** A small seeded generator, so that a round that fails can be played again. */
function mulberry32(graine: number): () => number {
  let a = graine;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
