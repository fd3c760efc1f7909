import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { optionsDIdentite, type Identite } from './identite.ts';

/** A Unix socket address holds 107 bytes; PostgreSQL adds `/.s.PGSQL.5432` to the folder. */
const LONGUEUR_MAX = 107 - '/.s.PGSQL.5432'.length;
/** PostgreSQL reads a list there: a comma, a space or a quote would change its meaning. */
const SIMPLE = /^[A-Za-z0-9/._-]+$/;
const PREFIXE = 'parvis-prise-';

/**
 * The folder of the socket: in the data folder, else (path too long, odd characters, or closed
 * to the account) a short private one under the temporary folder.
 */
export function preparerPrise(dossier: string, identite: Identite): string {
  const ici = join(dossier, 'prise');
  if (Buffer.byteLength(ici) <= LONGUEUR_MAX && SIMPLE.test(ici)) {
    mkdirSync(ici, { recursive: true, mode: 0o700 });
    reserver(ici, identite);
    if (atteignable(ici, identite)) return ici;
  }
  const court = [tmpdir(), '/tmp'].find((d) => d.length < 60 && SIMPLE.test(d)) ?? '/tmp';
  const temporaire = mkdtempSync(join(court, PREFIXE));
  reserver(temporaire, identite);
  return temporaire;
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
