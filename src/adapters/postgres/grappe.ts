import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
  chownSync,
  lchownSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '#base/result.ts';
import { expliquerTrace } from './explications.ts';
import { optionsDIdentite, type Identite } from './identite.ts';
import type { Programmes } from './programmes.ts';

/** Owner of everything in the embedded database; reached only through its private socket. */
export const ROLE = 'parvis';

/** What a new cluster and a few days of work need. */
const PLACE_MINIMALE = 200 * 1024 * 1024;

/**
 * Makes the cluster if there is none. It is built under another name and renamed once whole: a
 * start cut short leaves nothing that looks like a database.
 */
export function preparerGrappe(
  donnees: string,
  programmes: Programmes,
  { identite, sansSync }: { readonly identite: Identite; readonly sansSync: boolean },
): Result<null, string> {
  if (existsSync(join(donnees, 'PG_VERSION'))) return reprendre(donnees, programmes, identite);
  if (existsSync(donnees) && readdirSync(donnees).length > 0) {
    return err(
      `Le dossier ${donnees} contient des fichiers qui ne sont pas une base de Parvis. Videz-le, ou choisissez un autre dossier avec PARVIS_DONNEES.`,
    );
  }
  const { bavail, bsize } = statfsSync(join(donnees, '..'));
  if (bavail * bsize < PLACE_MINIMALE) {
    const libre = Math.floor((bavail * bsize) / 1024 / 1024);
    return err(
      `Il reste ${libre} Mo sur le disque de ${donnees} : il en faut au moins 200 pour créer la base. Libérez de la place, puis relancez.`,
    );
  }
  const brouillon = `${donnees}.nouveau`;
  rmSync(brouillon, { recursive: true, force: true });
  mkdirSync(brouillon, { mode: 0o700 });
  if (identite !== null) chownSync(brouillon, identite.uid, identite.gid);
  const fait = initdb(brouillon, programmes, { identite, sansSync });
  if (!fait.ok) {
    rmSync(brouillon, { recursive: true, force: true });
    return err(expliquerTrace(fait.error, donnees));
  }
  rmSync(donnees, { recursive: true, force: true });
  renameSync(brouillon, donnees);
  ouvrirAuSeulCompte(donnees);
  return ok(null);
}

function initdb(
  brouillon: string,
  { racine }: Programmes,
  { identite, sansSync }: { readonly identite: Identite; readonly sansSync: boolean },
): Result<null, string> {
  // Case and sorting follow Unicode and do not depend on the libraries of the machine.
  const options = [
    `-D${DOSSIER_COURANT}`,
    `--username=${ROLE}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--auth-local=peer',
    '--auth-host=reject',
    '--no-instructions',
    ...(sansSync ? ['--no-sync'] : []),
  ];
  const { status, error, stdout, stderr } = spawnSync(join(racine, 'bin', 'initdb'), options, {
    ...optionsDIdentite(identite),
    cwd: brouillon,
    encoding: 'utf8',
    env: environnement(),
  });
  return status === 0 ? ok(null) : err(error?.message ?? `${stdout}\n${stderr}`);
}

/**
 * PostgreSQL is given its data directory as the one it stands in: spaces, length, and folders
 * above that its account may not cross (such as /root) then do not matter.
 */
export const DOSSIER_COURANT = '/proc/self/cwd';

/** Our own variables do not reach PostgreSQL, whose messages must stay in English to be read. */
export const environnement = (): NodeJS.ProcessEnv => ({
  PATH: '/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
});

/** A cluster already there: right version, right owner. */
function reprendre(
  donnees: string,
  { version }: Programmes,
  identite: Identite,
): Result<null, string> {
  const sienne = readFileSync(join(donnees, 'PG_VERSION'), 'utf8').trim();
  if (sienne !== version.split('.')[0]) {
    return err(
      `La base de ${donnees} est au format PostgreSQL ${sienne}, et Parvis apporte PostgreSQL ${version}. Restaurez une sauvegarde dans un dossier neuf (PARVIS_DONNEES).`,
    );
  }
  const { uid } = statSync(donnees);
  const voulu = identite?.uid ?? process.getuid?.() ?? uid;
  if (uid !== voulu) {
    if (identite === null) {
      return err(
        `La base de ${donnees} appartient à un autre compte de la machine (n° ${uid}). Lancez Parvis avec ce compte, ou choisissez un autre dossier avec PARVIS_DONNEES.`,
      );
    }
    donnerA(donnees, identite);
  }
  ouvrirAuSeulCompte(donnees);
  return ok(null);
}

/** A folder copied by root belongs to root, whom PostgreSQL refuses: it is given back. */
function donnerA(dossier: string, identite: NonNullable<Identite>): void {
  lchownSync(dossier, identite.uid, identite.gid);
  for (const nom of readdirSync(dossier, { recursive: true, encoding: 'utf8' })) {
    lchownSync(join(dossier, nom), identite.uid, identite.gid);
  }
}

/**
 * Only the account that runs Parvis may enter, known to PostgreSQL by the kernel (peer), so that
 * no password is kept. Written at each start: the account may have changed.
 */
function ouvrirAuSeulCompte(donnees: string): void {
  chmodSync(donnees, 0o700);
  const nom = process.getuid?.() === 0 ? 'root' : userInfo().username;
  writeFileSync(join(donnees, 'pg_hba.conf'), 'local all all peer map=parvis\n');
  writeFileSync(join(donnees, 'pg_ident.conf'), `parvis "${nom.replaceAll('"', '""')}" ${ROLE}\n`);
}
