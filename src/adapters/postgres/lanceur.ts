import { spawn } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import pg from 'pg';
import { err, ok, type Result } from '#base/result.ts';
import { expliquerErreur, expliquerTrace } from './explications.ts';
import { DOSSIER_COURANT, environnement, preparerGrappe, ROLE } from './grappe.ts';
import { identitePour, optionsDIdentite, type Identite } from './identite.ts';
import {
  arreterPostmaster,
  lirePostmaster,
  postgresEnMarche,
  type Postmaster,
} from './postmaster.ts';
import { citerPrise, oublierPrise, preparerPrise } from './prise.ts';
import { attendreQue, pidVivant } from './processus.ts';
import { trouverProgrammes, type Programmes } from './programmes.ts';
import { inscrireUtilisateur, retirerUtilisateur } from './utilisateurs.ts';
import { attendreVerrou } from './verrou.ts';

/** Where PostgreSQL answers, as `pg` wants it. */
export type AdressePostgres = {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
};

export type PostgresEnMarche = {
  readonly adresse: AdressePostgres;
  /** It was already running: left by a killed program, or shared with another that works. */
  readonly adopte: boolean;
  readonly pid: number;
  /** Stops it, unless another program still uses it. May be called twice. */
  arreter(): Promise<void>;
};

export type Lancement = {
  /** The data folder (`.parvis`); made if missing. */
  readonly dossier: string;
  /** For tests only: nothing is forced to disk. */
  readonly sansSync?: boolean;
  /** Where the socket was, for clients that look for it there: taken again when it can be. */
  readonly prise?: string;
};

const BASE = 'parvis';
const DELAI_DE_VERROU = 120_000;
/** Long, because after a crash PostgreSQL first replays what it had written. */
const DELAI_DE_DEMARRAGE = 300_000;
/** How long one looks for a server that answers, once one is said to be ready. */
const DELAI_DE_REPONSE = 60_000;
const TRACE_MAX = 10 * 1024 * 1024;

/**
 * Starts the PostgreSQL that comes from npm on a private Unix socket, or joins the one already at
 * work on this folder. Works as root (under another account), on a path with spaces or closed to
 * that account, after a kill -9, and when two starts meet. The error is in French and says what
 * to do.
 */
export async function lancerPostgres(
  lancement: Lancement,
): Promise<Result<PostgresEnMarche, string>> {
  const prepare = preparerDossier(lancement.dossier);
  if (!prepare.ok) return prepare;
  const dossier = prepare.value;
  const fichierVerrou = join(dossier, 'postgres.verrou');
  const verrou = await attendreVerrou(fichierVerrou, DELAI_DE_VERROU);
  if (!verrou.ok) {
    return err(
      `Un autre programme (processus ${verrou.error.pid}) prépare la base de ${dossier} depuis plus de deux minutes. Arrêtez-le, puis relancez.`,
    );
  }
  try {
    const joint = await joindre(dossier, lancement);
    if (!joint.ok) return joint;
    const { postmaster, adopte, adresse } = joint.value;
    inscrireUtilisateur(dossier);
    return ok({ adresse, adopte, pid: postmaster.pid, arreter: arretUnique(dossier, postmaster) });
  } catch (erreur) {
    return err(expliquerErreur(erreur, dossier));
  } finally {
    verrou.value.rendre();
  }
}

/** A server that is dying, or not up yet, says one of these: another look may find another one. */
const PASSAGERS: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
]);

type Joint = Trouve & { readonly adresse: AdressePostgres };

/**
 * Finds or starts a server and proves that it answers. One just killed may still be seen for a
 * moment, mark and all: nobody answers there, so one looks again until the delay is over.
 */
async function joindre(dossier: string, lancement: Lancement): Promise<Result<Joint, string>> {
  const limite = performance.now() + DELAI_DE_REPONSE;
  for (;;) {
    const trouve = await trouverOuDemarrer(dossier, lancement);
    if (!trouve.ok) return trouve;
    const { prise, port } = trouve.value.postmaster;
    const adresse = { host: prise, port, user: ROLE, database: BASE };
    try {
      await creerLaBase(adresse);
      return ok({ ...trouve.value, adresse });
    } catch (erreur) {
      const code = erreur instanceof Error && 'code' in erreur ? erreur.code : null;
      if (!PASSAGERS.has(code) || performance.now() > limite) throw erreur;
      await attendre(50);
    }
  }
}

/** Makes the folder and proves it can be written. Root keeps what is inside readable to itself. */
function preparerDossier(voulu: string): Result<string, string> {
  const dossier = resolve(voulu);
  try {
    mkdirSync(dossier, { recursive: true, mode: 0o755 });
    const essai = join(dossier, `.essai-${process.pid}`);
    writeFileSync(essai, 'parvis');
    rmSync(essai);
    return ok(realpathSync(dossier));
  } catch (erreur) {
    return err(expliquerErreur(erreur, dossier));
  }
}

type Trouve = { readonly postmaster: Postmaster; readonly adopte: boolean };

async function trouverOuDemarrer(
  dossier: string,
  lancement: Lancement,
): Promise<Result<Trouve, string>> {
  const donnees = join(dossier, 'postgres');
  mkdirSync(donnees, { recursive: true, mode: 0o700 });
  const avant = lirePostmaster(donnees);
  const dejaLa = await postgresEnMarche(donnees);
  if (dejaLa !== null) {
    const pret = (): boolean => lirePostmaster(donnees)?.pret ?? false;
    const mort = (): boolean => !pidVivant(dejaLa.pid);
    await attendreQue(() => pret() || mort(), { delai: DELAI_DE_DEMARRAGE, pas: 20 });
    if (mort()) return trouverOuDemarrer(dossier, lancement);
    return pret()
      ? ok({ postmaster: dejaLa, adopte: true })
      : err(`Le PostgreSQL déjà lancé sur ${donnees} (processus ${dejaLa.pid}) ne répond pas.`);
  }
  // One that was killed could not remove the temporary folder of its socket.
  if (avant !== null) oublierPrise(avant.prise);
  const identite = identitePour(donnees);
  const programmes = trouverProgrammes({ identite, reserve: reserves(dossier, identite) });
  if (!programmes.ok) return programmes;
  const { sansSync = false } = lancement;
  const grappe = preparerGrappe(donnees, programmes.value, { identite, sansSync });
  if (!grappe.ok) return grappe;
  const prise = preparerPrise(dossier, identite, lancement.prise);
  const demarre = await demarrer(donnees, programmes.value, { identite, prise, sansSync });
  return demarre.ok ? ok({ postmaster: demarre.value, adopte: false }) : demarre;
}

const reserves = (dossier: string, identite: Identite): string[] => {
  const ici = join(dossier, 'programmes');
  return identite === null ? [ici] : ['/var/cache/parvis', ici];
};

type Reglages = {
  readonly identite: Identite;
  readonly prise: string;
  readonly sansSync: boolean;
};

async function demarrer(
  donnees: string,
  { racine }: Programmes,
  { identite, prise, sansSync }: Reglages,
): Promise<Result<Postmaster, string>> {
  const journal = join(donnees, '..', 'postgres.log');
  const debut = tailleUtile(journal);
  const trace = openSync(journal, debut === 0 ? 'w' : 'a', 0o600);
  const reglages = {
    listen_addresses: '',
    unix_socket_directories: citerPrise(prise),
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '100',
    fsync: sansSync ? 'off' : 'on',
    full_page_writes: sansSync ? 'off' : 'on',
    synchronous_commit: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    cluster_name: 'parvis',
  };
  const options = Object.entries(reglages).flatMap(([nom, valeur]) => ['-c', `${nom}=${valeur}`]);
  // In a session of its own, so that Ctrl-C in the terminal stops Parvis first, then the base.
  const enfant = spawn(join(racine, 'bin', 'postgres'), ['-D', DOSSIER_COURANT, ...options], {
    ...optionsDIdentite(identite),
    cwd: donnees,
    env: environnement(),
    detached: true,
    stdio: ['ignore', trace, trace],
  });
  closeSync(trace);
  let mort: string | null = null;
  enfant.once('error', (erreur) => (mort = erreur.message));
  enfant.once('exit', (code, signal) => (mort ??= `arrêt ${code ?? signal}`));
  enfant.unref();
  const vu = (): Postmaster | null => {
    const p = lirePostmaster(donnees);
    return p?.pid === enfant.pid && p?.pret ? p : null;
  };
  await attendreQue(() => mort !== null || vu() !== null, { delai: DELAI_DE_DEMARRAGE, pas: 5 });
  const postmaster = vu();
  if (postmaster !== null) return ok(postmaster);
  if (mort === null && enfant.pid !== undefined) await arreterPostmaster(enfant.pid);
  oublierPrise(prise);
  return err(expliquerTrace(readFileSync(journal).subarray(debut).toString('utf8'), donnees));
}

/** Size of the log to keep; 0 when there is none or it has grown too big and starts afresh. */
function tailleUtile(journal: string): number {
  const taille = statSync(journal, { throwIfNoEntry: false })?.size ?? 0;
  return taille > TRACE_MAX ? 0 : taille;
}

/** Makes the database on the very first start; at others, proves that it answers. */
async function creerLaBase(adresse: AdressePostgres): Promise<void> {
  const essai = new pg.Client(adresse);
  // A server that dies while it answers tells it twice: by a refusal, and by this.
  essai.on('error', () => undefined);
  try {
    await essai.connect();
    return;
  } catch (erreur) {
    if (!(erreur instanceof pg.DatabaseError) || erreur.code !== '3D000') throw erreur;
  } finally {
    await essai.end().catch(() => undefined);
  }
  const client = new pg.Client({ ...adresse, database: 'postgres' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE ${BASE}`);
  } finally {
    await client.end();
  }
}

function arretUnique(dossier: string, { pid, prise }: Postmaster): () => Promise<void> {
  let arret: Promise<void> | null = null;
  const arreter = async (): Promise<void> => {
    const verrou = await attendreVerrou(join(dossier, 'postgres.verrou'), DELAI_DE_VERROU);
    try {
      if (retirerUtilisateur(dossier) > 0) return;
      await arreterPostmaster(pid);
      oublierPrise(prise);
    } finally {
      if (verrou.ok) verrou.value.rendre();
    }
  };
  return () => (arret ??= arreter());
}
