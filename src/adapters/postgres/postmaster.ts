import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { attendreQue, pidConnu, pidVivant, postgresAuTravail } from './processus.ts';

/** What a running PostgreSQL writes about itself in `postmaster.pid`. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  readonly prise: string;
  readonly pret: boolean;
  readonly enArret: boolean;
};

/** Reads `postmaster.pid`; null when there is none, or not yet whole. */
export function lirePostmaster(donnees: string): Postmaster | null {
  let lignes: string[];
  try {
    lignes = readFileSync(join(donnees, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return null;
  }
  const pid = Number(lignes[0]);
  const etat = lignes[7]?.trim();
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return {
    pid,
    port: Number(lignes[3]),
    prise: lignes[4]?.trim() ?? '',
    pret: etat === 'ready',
    enArret: etat === 'stopping',
  };
}

/**
 * The PostgreSQL at work on these data, whoever started it; null when there is none, and then the
 * way is clear to start one. A pid left by the last one may by now name another program (numbers
 * are given again after a reboot) or a dead process nobody reaped: PostgreSQL would take it for
 * itself and refuse to start, so the mark is removed once no process is seen on these data.
 */
export async function postgresEnMarche(donnees: string): Promise<Postmaster | null> {
  const ecrit = lirePostmaster(donnees);
  const reel = realpathSync(donnees);
  const personne = (): boolean => postgresAuTravail(reel).length === 0;
  if (ecrit !== null && postgresAuTravail(reel).includes(ecrit.pid)) {
    if (!ecrit.enArret) return ecrit;
    await attendreQue(() => !pidVivant(ecrit.pid), { delai: 60_000, pas: 20 });
  }
  // After a kill -9 of the postmaster its children need a moment to notice and leave.
  if (await attendreQue(personne, { delai: 10_000, pas: 20 })) {
    if (ecrit !== null && pidConnu(ecrit.pid)) rmSync(join(donnees, 'postmaster.pid'), SANS_ERREUR);
  }
  return null;
}

const SANS_ERREUR = { force: true } as const;

/** Fast stop: sessions are cut, everything is written. Immediate stop (safe too) after `delai`. */
export async function arreterPostmaster(pid: number, delai = 30_000): Promise<void> {
  const parti = (): boolean => !pidVivant(pid);
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (parti()) return;
    process.kill(pid, signal);
    if (await attendreQue(parti, { delai, pas: 10 })) return;
  }
}
