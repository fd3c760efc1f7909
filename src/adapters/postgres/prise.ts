import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { optionsDIdentite, type Identite } from './identite.ts';

/** A Unix socket address holds 107 bytes; PostgreSQL adds `/.s.PGSQL.5432` to the folder. */
const LONGUEUR_MAX = 107 - '/.s.PGSQL.5432'.length;
/** What PostgreSQL, its own files and `pg` all take as it is, once between quotes. */
const SIMPLE = /^\/[A-Za-z0-9/._ -]+$/;
const PREFIXE = 'parvis-prise-';

/**
 * The folder of the socket: in the data folder, else (path too long, odd characters, or closed
 * to the account) a short private one under a temporary folder. Some machines close `/tmp` to
 * ordinary accounts: the others are then tried.
 * `ancienne`: a temporary one used before, made again under its name when nobody took it.
 * @throws the system's error when no folder at all can be made.
 */
export function preparerPrise(dossier: string, identite: Identite, ancienne?: string): string {
  const ici = join(dossier, 'prise');
  if (convient(ici)) {
    mkdirSync(ici, { recursive: true, mode: 0o700 });
    reserver(ici, identite);
    if (atteignable(ici, identite)) return ici;
  }
  const temporaire = refaire(ancienne) ?? faireTemporaire();
  reserver(temporaire, identite);
  return temporaire;
}

/** The value of `unix_socket_directories`, a list where a space or a comma would cut the path. */
export const citerPrise = (prise: string): string => `"${prise}"`;

const convient = (dossier: string): boolean =>
  Buffer.byteLength(dossier) <= LONGUEUR_MAX && SIMPLE.test(dossier);

/** Fails, hence gives null, when anything lies there already: it could be somebody else's. */
function refaire(ancienne: string | undefined): string | null {
  if (ancienne?.includes(`/${PREFIXE}`) !== true) return null;
  try {
    mkdirSync(ancienne, { mode: 0o700 });
    return ancienne;
  } catch {
    return null;
  }
}

function faireTemporaire(): string {
  const { XDG_RUNTIME_DIR: session = '' } = process.env;
  let refus: unknown;
  for (const lieu of [tmpdir(), '/tmp', session, '/var/tmp', '/dev/shm']) {
    if (!convient(join(lieu, `${PREFIXE}XXXXXX`))) continue;
    try {
      return mkdtempSync(join(lieu, PREFIXE));
    } catch (erreur) {
      refus ??= erreur;
    }
  }
  throw refus;
}

/** Removes a temporary socket folder we made, once nothing listens there; others stay. */
export function oublierPrise(prise: string): void {
  if (!prise.includes(`/${PREFIXE}`)) return;
  for (const nom of lister(prise)) {
    if (nom.startsWith('.s.PGSQL.')) rmSync(join(prise, nom), { force: true });
  }
  if (lister(prise).length === 0 && dirname(prise) !== prise) {
    rmSync(prise, { recursive: true, force: true });
  }
}

function reserver(dossier: string, identite: Identite): void {
  chmodSync(dossier, 0o700);
  if (identite !== null) chownSync(dossier, identite.uid, identite.gid);
}

function atteignable(dossier: string, identite: Identite): boolean {
  if (identite === null) return true;
  const essai = spawnSync('/bin/sh', ['-c', 'test -w "$1" && test -x "$1"', 'sh', dossier], {
    ...optionsDIdentite(identite),
    cwd: '/',
  });
  return essai.status === 0;
}

function lister(dossier: string): string[] {
  try {
    return readdirSync(dossier);
  } catch {
    return [];
  }
}
