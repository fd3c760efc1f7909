import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as attendre } from 'node:timers/promises';

/**
 * A process, named so that a number given again to another program is not taken for it: its pid
 * with the boot and the tick at which it began (empty where /proc does not exist).
 */
export type Processus = { readonly pid: number; readonly debut: string };

const lireOuRien = (fichier: string): string => {
  try {
    return readFileSync(fichier, 'utf8');
  } catch {
    return '';
  }
};

/** What /proc says of a process, from its state on: the name before it may hold spaces. */
function etatDuProcessus(pid: number | string): readonly string[] {
  const stat = lireOuRien(`/proc/${pid}/stat`);
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** The process that bears this number now. */
export function processus(pid: number): Processus {
  const tick = etatDuProcessus(pid)[19] ?? '';
  const demarrage = lireOuRien('/proc/sys/kernel/random/boot_id').trim();
  return { pid, debut: tick === '' ? '' : `${demarrage}:${tick}` };
}

/** Whether the system knows this number, even for another user, even dead and not yet reaped. */
export function pidConnu(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (erreur) {
    return erreur instanceof Error && 'code' in erreur && erreur.code === 'EPERM';
  }
}

/** Whether that process is alive: one dead and not yet reaped (state Z) holds nothing any more. */
export const pidVivant = (pid: number): boolean => pidConnu(pid) && etatDuProcessus(pid)[0] !== 'Z';

/** Whether that very process still runs. */
export const estVivant = ({ pid, debut }: Processus): boolean =>
  pidVivant(pid) && (debut === '' || processus(pid).debut === debut);

/**
 * Pids of PostgreSQL processes at work in a data directory: each has it as current directory.
 * Empty where /proc does not tell.
 */
export function postgresAuTravail(dossierReel: string): readonly number[] {
  let pids: string[] = [];
  try {
    pids = readdirSync('/proc').filter((nom) => /^\d+$/.test(nom));
  } catch {
    return [];
  }
  return pids.filter((pid) => travailleDans(pid, dossierReel)).map(Number);
}

function travailleDans(pid: string, dossierReel: string): boolean {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== dossierReel) return false;
  } catch {
    return false;
  }
  return pidVivant(Number(pid)) && lireOuRien(`/proc/${pid}/comm`).startsWith('postgres');
}

/** Waits until `condition` holds, looking every `pas` ms; false when `delai` ms have passed. */
export async function attendreQue(
  condition: () => boolean,
  { delai, pas }: { readonly delai: number; readonly pas: number },
): Promise<boolean> {
  const limite = performance.now() + delai;
  while (!condition()) {
    if (performance.now() > limite) return false;
    await attendre(pas);
  }
  return true;
}
