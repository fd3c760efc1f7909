import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as attendre } from 'node:timers/promises';
import { err, ok, type Result } from '#base/result.ts';
import { expliquerErreur } from './explications.ts';
import { estVivant, processus, type Processus } from './processus.ts';

/** Who holds a lock, and at which port it answers when it serves pages. */
export type Detenteur = Processus & { readonly port: number | null };

export type Verrou = { rendre(): void };

/**
 * Takes a lock file: the file appears whole or not at all (hard link), and one left by a process
 * that died is put aside. Gives the holder when it is held.
 */
function prendreFichierVerrou(fichier: string, port: number | null): Result<Verrou, Detenteur> {
  const moi: Detenteur = { ...processus(process.pid), port };
  const brouillon = `${fichier}.${process.pid}.${compteur++}`;
  writeFileSync(brouillon, `${JSON.stringify(moi)}\n`, { mode: 0o644 });
  try {
    for (let essai = 0; essai < ESSAIS; essai++) {
      if (lier(brouillon, fichier)) return ok({ rendre: () => rendre(fichier, moi) });
      const detenteur = lireDetenteur(fichier);
      if (detenteur !== null && estVivant(detenteur)) return err(detenteur);
      ecarter(fichier);
    }
    return err(lireDetenteur(fichier) ?? moi);
  } finally {
    rmSync(brouillon, { force: true });
  }
}

const ESSAIS = 5;
let compteur = 0;

function lier(brouillon: string, fichier: string): boolean {
  try {
    linkSync(brouillon, fichier);
    return true;
  } catch (erreur) {
    const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';
    if (code === 'EEXIST') return false;
    if (SANS_LIENS.has(code)) return creer(brouillon, fichier);
    throw erreur;
  }
}

/** Said by disks that know no hard link, such as those of removable drives. */
const SANS_LIENS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

function creer(brouillon: string, fichier: string): boolean {
  try {
    copyFileSync(brouillon, fichier, constants.COPYFILE_EXCL);
    return true;
  } catch (erreur) {
    if (erreur instanceof Error && 'code' in erreur && erreur.code === 'EEXIST') return false;
    throw erreur;
  }
}

function lireDetenteur(fichier: string): Detenteur | null {
  try {
    const lu: unknown = JSON.parse(readFileSync(fichier, 'utf8'));
    if (typeof lu !== 'object' || lu === null) return null;
    if (!('pid' in lu) || typeof lu.pid !== 'number') return null;
    const debut = 'debut' in lu && typeof lu.debut === 'string' ? lu.debut : '';
    return {
      pid: lu.pid,
      debut,
      port: 'port' in lu && typeof lu.port === 'number' ? lu.port : null,
    };
  } catch {
    return null;
  }
}

/** Moves a dead lock away; if another took the place meanwhile, its lock is put back. */
function ecarter(fichier: string): void {
  const perime = `${fichier}.perime.${process.pid}`;
  try {
    renameSync(fichier, perime);
  } catch {
    return;
  }
  const deplace = lireDetenteur(perime);
  if (deplace !== null && estVivant(deplace)) lier(perime, fichier);
  rmSync(perime, { force: true });
}

function rendre(fichier: string, moi: Detenteur): void {
  const tenu = lireDetenteur(fichier);
  if (tenu?.pid === moi.pid && tenu.debut === moi.debut) rmSync(fichier, { force: true });
}

/** Waits for a lock held for a moment by others; the error names who still holds it after `delai` ms. */
export async function attendreVerrou(
  fichier: string,
  delai: number,
): Promise<Result<Verrou, Detenteur>> {
  const limite = performance.now() + delai;
  for (;;) {
    const pris = prendreFichierVerrou(fichier, null);
    if (pris.ok || performance.now() > limite) return pris;
    await attendre(25);
  }
}

/** Why the lock is not ours. */
export type RefusDeVerrou =
  | {
      /** Another Parvis already serves this data folder. */
      readonly code: 'deja-en-marche';
      readonly pid: number;
      /** Where it answers, when known: `http://localhost:8330`. */
      readonly adresse: string | null;
      readonly phrase: string;
    }
  | { readonly code: 'dossier-inaccessible'; readonly phrase: string };

/** Where the lock of the program that serves pages lies. */
export const fichierDuVerrou = (dossier: string): string => join(dossier, 'parvis.json');

/**
 * Says « this data folder is served by me, at that port »; a second `npm start` on the same
 * folder gets the pid and address of the first. Makes the folder if it is missing.
 */
export function prendreVerrou(
  dossier: string,
  { port }: { readonly port: number | null },
): Result<Verrou, RefusDeVerrou> {
  let pris: Result<Verrou, Detenteur>;
  try {
    mkdirSync(dossier, { recursive: true });
    pris = prendreFichierVerrou(fichierDuVerrou(dossier), port);
  } catch (erreur) {
    return err({ code: 'dossier-inaccessible', phrase: expliquerErreur(erreur, dossier) });
  }
  if (pris.ok) return pris;
  const { pid, port: sien } = pris.error;
  const adresse = sien === null ? null : `http://localhost:${sien}`;
  const phrase =
    adresse === null
      ? `Parvis est déjà en marche sur le dossier ${dossier} (processus ${pid}). Arrêtez-le d’abord, ou choisissez un autre dossier avec PARVIS_DONNEES.`
      : `Parvis est déjà en marche : ouvrez ${adresse} (processus ${pid}, dossier ${dossier}). Pour en lancer un second, choisissez un autre dossier avec PARVIS_DONNEES et un autre port avec PORT.`;
  return err({ code: 'deja-en-marche', pid, adresse, phrase });
}
