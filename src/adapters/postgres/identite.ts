import { readFileSync, statSync } from 'node:fs';

/** The account PostgreSQL runs under; null: the same as ours. */
export type Identite = { readonly uid: number; readonly gid: number } | null;

const PERSONNE = { uid: 65_534, gid: 65_534 };

/**
 * PostgreSQL refuses to run as root. Root lends it the account that already owns the data, else
 * `postgres` where the machine knows it, else `nobody`.
 */
export function identitePour(donnees: string): Identite {
  if (process.getuid?.() !== 0) return null;
  try {
    const { uid, gid } = statSync(donnees);
    if (uid !== 0) return { uid, gid };
  } catch {
    // No data yet: the choice is free.
  }
  return comptePostgres() ?? PERSONNE;
}

function comptePostgres(): Identite {
  try {
    const ligne = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((l) => l.startsWith('postgres:'));
    const [, , uid, gid] = ligne?.split(':') ?? [];
    return Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : null;
  } catch {
    return null;
  }
}

/** For spawn and spawnSync, which want no property rather than an undefined one. */
export const optionsDIdentite = (identite: Identite): { uid?: number; gid?: number } =>
  identite === null ? {} : { uid: identite.uid, gid: identite.gid };
