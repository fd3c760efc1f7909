import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Depot, Fichiers } from '#app/ports/fichiers.ts';
import { type Result, err, ok } from '#base/result.ts';

const EXPLICATIONS: { readonly [code: string]: string } = {
  ENOENT: 'rien n’existe à cet endroit',
  EACCES: 'vous n’y avez pas accès',
  EPERM: 'vous n’y avez pas accès',
  EROFS: 'ce disque est en lecture seule',
  ENOSPC: 'le disque est plein',
  EDQUOT: 'votre quota de disque est atteint',
  ENOTDIR: 'un fichier se trouve là où l’on attend un dossier',
  EISDIR: 'c’est un dossier',
  ENAMETOOLONG: 'ce nom est trop long pour ce disque',
  ELOOP: 'des liens tournent en rond',
  EMFILE: 'trop de fichiers sont ouverts',
};

const codeDe = (erreur: unknown): string =>
  erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';

/** Why the system refused, in words; throws again what it did not refuse. */
function pourquoi(erreur: unknown): string {
  const code = codeDe(erreur);
  if (code === '' && !(erreur instanceof TypeError)) throw erreur;
  return EXPLICATIONS[code] ?? `le système répond « ${code} »`;
}

async function lire(chemin: string, auPlus: number): Promise<Result<Uint8Array, string>> {
  try {
    const { size } = await stat(chemin);
    if (size > auPlus) {
      const mo = Math.ceil(size / 1_000_000);
      return err(
        `« ${chemin} » pèse ${mo} Mo : au-delà de ${auPlus / 1_000_000} Mo, il n’est pas lu.`,
      );
    }
    return ok(await readFile(chemin));
  } catch (erreur) {
    return err(`« ${chemin} » ne peut pas être lu : ${pourquoi(erreur)}.`);
  }
}

async function lister(dossier: string): Promise<Result<readonly string[] | null, string>> {
  try {
    return ok(await readdir(dossier));
  } catch (erreur) {
    if (codeDe(erreur) === 'ENOENT') return ok(null);
    const cause = codeDe(erreur) === 'ENOTDIR' ? 'c’est un fichier' : pourquoi(erreur);
    return err(`« ${dossier} » n’est pas un dossier où écrire : ${cause}.`);
  }
}

/** Writes one file and waits until it is on the disk. */
async function ecrire(chemin: string, contenu: Uint8Array): Promise<void> {
  const fichier = await open(chemin, 'wx');
  try {
    await fichier.writeFile(contenu);
    await fichier.sync();
  } finally {
    await fichier.close();
  }
}

const existe = (chemin: string): Promise<boolean> =>
  stat(chemin).then(
    () => true,
    () => false,
  );

/**
 * Everything is written in a folder apart, on the same disk; only then moved. A new folder appears
 * whole, by one rename; in a folder already there each file takes its place by its own rename.
 */
async function deposer(
  demande: string,
  { ecrire: aEcrire, retirer }: Depot,
): Promise<Result<null, string>> {
  const dossier = resolve(demande);
  const neuf = !(await existe(dossier));
  const attente = neuf
    ? `${dossier}.${randomUUID()}.part`
    : join(dossier, `.parvis-${randomUUID()}.part`);
  try {
    await mkdir(neuf ? dirname(dossier) : dossier, { recursive: true });
    await mkdir(attente);
    for (const { nom, contenu } of aEcrire) await ecrire(join(attente, nom), contenu);
    if (neuf) await rename(attente, dossier);
    else {
      for (const { nom } of aEcrire) await rename(join(attente, nom), join(dossier, nom));
      for (const nom of retirer) await unlink(join(dossier, nom)).catch(() => undefined);
    }
    return ok(null);
  } catch (erreur) {
    return err(`Rien n’a été écrit dans « ${demande} » : ${pourquoi(erreur)}.`);
  } finally {
    await rm(attente, { recursive: true, force: true });
  }
}

/** The files of the machine, through Node. */
export const fichiersDuDisque: Fichiers = { lire, lister, deposer };
