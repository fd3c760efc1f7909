import pg from 'pg';
import { commencerSeul } from './migrations.ts';

/**
 * The role under which facts are read and written: no superuser, bound by row-level security,
 * without the right to change anything written. Nobody logs in with it; sessions take it.
 */
const ROLE_APPLICATIF = 'parvis_app';

/** What the account of the database may do, and what to tell the one who runs it. */
export type RolePrepare = {
  /** Taken by every session of the store; null: the account works under its own name. */
  readonly role: typeof ROLE_APPLICATIF | null;
  readonly avertissement: string | null;
};

type Compte = {
  readonly nom: string;
  readonly superutilisateur: boolean;
  readonly contourne: boolean;
};

/**
 * Makes the role where the account may, else makes do without it: a simple owner is held by
 * forced row-level security and by the triggers all the same. An account that row-level security
 * does not bind is refused.
 */
export async function preparerRole(client: pg.ClientBase): Promise<RolePrepare> {
  const { rows } = await client.query<Compte>(
    `SELECT rolname AS nom, rolsuper AS superutilisateur, rolbypassrls AS contourne
       FROM pg_roles WHERE rolname = current_user`,
  );
  const compte = rows[0] ?? { nom: '?', superutilisateur: false, contourne: false };
  if (await prendreRole(client)) return { role: ROLE_APPLICATIF, avertissement: null };
  const demande = `CREATE ROLE ${ROLE_APPLICATIF} NOLOGIN; GRANT ${ROLE_APPLICATIF} TO "${compte.nom}";`;
  if (compte.superutilisateur || compte.contourne) {
    throw new Error(
      `Le compte PostgreSQL « ${compte.nom} » voit toutes les collectivités à la fois et ne peut pas prendre le rôle ${ROLE_APPLICATIF}. Demandez à l’administrateur de la base d’exécuter : ${demande}`,
    );
  }
  return {
    role: null,
    avertissement: `Le rôle ${ROLE_APPLICATIF} n’existe pas et le compte « ${compte.nom} » ne peut pas le créer : Parvis travaille sous ce compte, qui garde le droit de modifier les tables. Pour fermer cette porte, l’administrateur de la base peut exécuter : ${demande}`,
  };
}

const SANS_DROIT = '42501';
/** Raised when two programs create or grant the same role at once: tried again. */
const SIMULTANE: ReadonlySet<string> = new Set(['42710', '23505', 'XX000']);

/** Whether sessions of this account may take the role, made and granted on the way if need be. */
async function prendreRole(client: pg.ClientBase): Promise<boolean> {
  for (let essai = 0; essai < 10; essai++) {
    try {
      const { rows } = await client.query<{ existe: boolean; membre: boolean; lie: boolean }>(
        `SELECT count(*) > 0 AS existe, coalesce(bool_and(NOT rolsuper AND NOT rolbypassrls), true) AS lie,
                coalesce(bool_or(pg_has_role(current_user, oid, $2)), false) AS membre
           FROM pg_roles WHERE rolname = $1`,
        [ROLE_APPLICATIF, await motDuDroit(client)],
      );
      const { existe, membre, lie } = rows[0] ?? { existe: false, membre: false, lie: true };
      if (!lie) throw new Error(TROP_PUISSANT);
      if (membre) return true;
      if (!existe) await client.query(`CREATE ROLE ${ROLE_APPLICATIF} NOLOGIN`);
      await client.query(`GRANT ${ROLE_APPLICATIF} TO CURRENT_USER`);
    } catch (erreur) {
      if (!(erreur instanceof pg.DatabaseError)) throw erreur;
      if (erreur.code === SANS_DROIT) return false;
      if (!SIMULTANE.has(erreur.code ?? '')) throw erreur;
    }
  }
  return false;
}

const TROP_PUISSANT = `Le rôle ${ROLE_APPLICATIF} a été rendu superutilisateur ou exempté du cloisonnement (BYPASSRLS). Retirez-lui ces droits : ALTER ROLE ${ROLE_APPLICATIF} NOSUPERUSER NOBYPASSRLS;`;

/** Since PostgreSQL 16, being a member does not suffice to take a role: SET is asked apart. */
async function motDuDroit(client: pg.ClientBase): Promise<'SET' | 'MEMBER'> {
  const { rows } = await client.query<{ v: number }>(
    "SELECT current_setting('server_version_num')::int AS v",
  );
  return (rows[0]?.v ?? 0) >= 160_000 ? 'SET' : 'MEMBER';
}

/** Reads everything of its tenant, appends through one function, changes only the tries of sendings. */
const DROITS = `
REVOKE ALL ON ALL TABLES IN SCHEMA parvis FROM PUBLIC, ${ROLE_APPLICATIF};
GRANT USAGE ON SCHEMA parvis TO ${ROLE_APPLICATIF};
GRANT SELECT ON parvis.fait, parvis.projection_seance, parvis.migration TO ${ROLE_APPLICATIF};
GRANT SELECT, INSERT ON parvis.fichier, parvis.collectivite TO ${ROLE_APPLICATIF};
GRANT SELECT, INSERT, UPDATE ON parvis.envoi TO ${ROLE_APPLICATIF};
GRANT EXECUTE ON FUNCTION parvis.inscrire TO ${ROLE_APPLICATIF};
`;

/** Gives the role its rights on a schema brought up to date; done at each start, all at once. */
export async function accorderLesDroits(client: pg.ClientBase): Promise<void> {
  await commencerSeul(client);
  await client.query(DROITS);
  await client.query('COMMIT');
}
