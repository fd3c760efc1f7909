import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises';
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
  EEXIST: 'un fichier se trouve là où l’on attend un dossier',
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

/** The bytes of what has no size to ask for (a pipe, a device), no more than asked. */
async function lireAuFil(fichier: FileHandle, auPlus: number): Promise<Uint8Array> {
  const morceaux: Uint8Array[] = [];
  let lus = 0;
  for await (const morceau of fichier.createReadStream({ end: auPlus, autoClose: false })) {
    const octets: unknown = morceau;
    if (!(octets instanceof Uint8Array)) continue;
    morceaux.push(octets);
    lus += octets.byteLength;
  }
  return Buffer.concat(morceaux, lus);
}

/** The bytes of an open file; null when it holds more than asked. */
async function contenuDe(fichier: FileHandle, auPlus: number): Promise<Uint8Array | null> {
  const etat = await fichier.stat();
  if (etat.isFile() && etat.size > auPlus) return null;
  const octets = etat.isFile() ? await fichier.readFile() : await lireAuFil(fichier, auPlus);
  return octets.byteLength > auPlus ? null : octets;
}

async function lire(chemin: string, auPlus: number): Promise<Result<Uint8Array, string>> {
  let fichier: FileHandle | null = null;
  try {
    fichier = await open(chemin, 'r');
    const octets = await contenuDe(fichier, auPlus);
    return octets === null
      ? err(`« ${chemin} » pèse plus de ${auPlus / 1_000_000} Mo : il n’est pas lu.`)
      : ok(octets);
  } catch (erreur) {
    return err(`« ${chemin} » ne peut pas être lu : ${pourquoi(erreur)}.`);
  } finally {
    await fichier?.close();
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

const etatDe = (chemin: string) => stat(chemin).catch(() => null);

/** A folder that bears the name of a file to write: no file can take its place. */
async function enTravers(dossier: string, noms: readonly string[]): Promise<string | null> {
  for (const nom of noms) if ((await etatDe(join(dossier, nom)))?.isDirectory()) return nom;
  return null;
}

/**
 * Everything is written in a folder apart, on the same disk; only then moved. A new folder appears
 * whole, by one rename; in a folder already there each file takes its place by its own rename.
 */
async function deposer(
  demande: string,
  { ecrire: aEcrire, retirer }: Depot,
): Promise<Result<null, string>> {
  const dossier = resolve(demande);
  const neuf = (await etatDe(dossier)) === null;
  const noms = aEcrire.map(({ nom }) => nom);
  const genant = await enTravers(dossier, noms);
  if (genant !== null) {
    return err(`Rien n’a été écrit dans « ${demande} » : « ${genant} » y est un dossier.`);
  }
  const attente = neuf
    ? `${dossier}.${randomUUID()}.part`
    : join(dossier, `.parvis-${randomUUID()}.part`);
  try {
    await mkdir(neuf ? dirname(dossier) : dossier, { recursive: true });
    await mkdir(attente);
    for (const { nom, contenu } of aEcrire) await ecrire(join(attente, nom), contenu);
    if (neuf) await rename(attente, dossier);
    else {
      for (const nom of noms) await rename(join(attente, nom), join(dossier, nom));
      for (const nom of retirer) await unlink(join(dossier, nom)).catch(() => undefined);
    }
    return ok(null);
  } catch (erreur) {
    return err(`Rien n’a été écrit dans « ${demande} » : ${pourquoi(erreur)}.`);
  } finally {
    await rm(attente, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** The files of the machine, through Node. */
export const fichiersDuDisque: Fichiers = { lire, lister, deposer };
