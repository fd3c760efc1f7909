import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { estVivant, processus, type Processus } from './processus.ts';

/**
 * The programs that use the embedded PostgreSQL of a data folder: the server of pages, and
 * perhaps a command line beside it. The last to leave stops it; one killed no longer counts.
 * Read and written only under the lock of the start.
 */
const fichier = (dossier: string): string => join(dossier, 'postgres.json');

function lire(dossier: string): Processus[] {
  try {
    const lu: unknown = JSON.parse(readFileSync(fichier(dossier), 'utf8'));
    if (!Array.isArray(lu)) return [];
    return lu.filter(
      (u: unknown): u is Processus =>
        typeof u === 'object' &&
        u !== null &&
        'pid' in u &&
        typeof u.pid === 'number' &&
        'debut' in u &&
        typeof u.debut === 'string',
    );
  } catch {
    return [];
  }
}

function ecrire(dossier: string, liste: readonly Processus[]): void {
  const brouillon = `${fichier(dossier)}.${process.pid}`;
  writeFileSync(brouillon, `${JSON.stringify(liste)}\n`);
  renameSync(brouillon, fichier(dossier));
}

/** Adds this use to those of living programs. A program that uses it twice counts twice. */
export function inscrireUtilisateur(dossier: string): void {
  ecrire(dossier, [...lire(dossier).filter(estVivant), processus(process.pid)]);
}

/** Removes one use of this program; gives the number that remain. */
export function retirerUtilisateur(dossier: string): number {
  const vivants = lire(dossier).filter(estVivant);
  const moi = vivants.findIndex(({ pid }) => pid === process.pid);
  const restants = moi < 0 ? vivants : vivants.toSpliced(moi, 1);
  ecrire(dossier, restants);
  return restants.length;
}
