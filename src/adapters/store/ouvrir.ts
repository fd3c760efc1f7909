import pg from 'pg';
import type { Annonces } from '#app/ports/annonces.ts';
import type { BoiteDEnvoi } from '#app/ports/boite-d-envoi.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import type { Magasin } from '#app/ports/magasin.ts';
import type { Sauvegardes } from '#app/ports/sauvegarde.ts';
import type { Sommaire } from '#app/ports/sommaire.ts';
import { err, ok, type Result } from '#base/result.ts';
import { lancerPostgres } from '../postgres/lanceur.ts';
import { veillerSur } from '../postgres/relance.ts';
import { BoiteDEnvoiPostgres } from './boite-d-envoi.ts';
import { lireMigrations, migrer } from './migrations.ts';
import { MagasinPostgres } from './postgres.ts';
import { projectionsAJour, reconstruireLesProjections } from './projections.ts';
import { sauvegardes } from './sauvegarde.ts';
import { accorderLesDroits, preparerRole, type RolePrepare } from './roles.ts';

/** Where facts are kept: a server of the commune, or the PostgreSQL that comes with Parvis. */
export type LieuDuMagasin = { readonly databaseUrl: string } | { readonly dossier: string };

export type MagasinOuvert = {
  readonly magasin: Magasin & Annonces & Sommaire;
  readonly boite: BoiteDEnvoi;
  readonly sauvegardes: Sauvegardes;
  /** Where the facts lie, in words: a folder, or a server and its database. */
  readonly lieu: string;
  /** Something to tell the one who runs the machine; nothing is broken. */
  readonly avertissement: string | null;
  /** Closes the store, then stops the embedded PostgreSQL if nobody else uses it. */
  arreter(): Promise<void>;
};

export type Ouverture = LieuDuMagasin & {
  readonly horloge: Horloge;
  readonly signaler?: (phrase: string) => void;
  readonly connexions?: number;
  /** For tests only: nothing is forced to disk. */
  readonly sansSync?: boolean;
};

/**
 * Opens the store: starts the embedded PostgreSQL or reaches the server, brings the schema to the
 * shape this program knows, and takes a role bound by row-level security. The error is in French.
 */
export async function ouvrirMagasin(ouverture: Ouverture): Promise<Result<MagasinOuvert, string>> {
  if ('databaseUrl' in ouverture) {
    const lu = lireUrl(ouverture.databaseUrl);
    return lu.ok ? ouvrirSur(lu.value.config, lu.value.lieu, ouverture) : lu;
  }
  const { dossier, sansSync } = ouverture;
  const lancement = { dossier, sansSync: sansSync ?? false };
  const postgres = await lancerPostgres(lancement);
  if (!postgres.ok) return postgres;
  const ouvert = await ouvrirSur({ ...postgres.value.adresse }, dossier, ouverture);
  if (!ouvert.ok) {
    await postgres.value.arreter();
    return ouvert;
  }
  const { signaler = () => undefined } = ouverture;
  const arreterPostgres = veillerSur(postgres.value, lancement, signaler);
  const arreter = async (): Promise<void> => {
    await ouvert.value.arreter();
    await arreterPostgres();
  };
  return ok({ ...ouvert.value, arreter });
}

const ESSAI_SEULEMENT = { connectionTimeoutMillis: 15_000, application_name: 'parvis' } as const;

async function ouvrirSur(
  config: pg.ClientConfig,
  lieu: string,
  { horloge, signaler = () => undefined, connexions }: Ouverture,
): Promise<Result<MagasinOuvert, string>> {
  const proprietaire = { ...config, ...ESSAI_SEULEMENT };
  const prepare = await preparerLaBase(proprietaire, lieu);
  if (!prepare.ok) return prepare;
  const { role, avertissement } = prepare.value;
  const application = { ...proprietaire, options: optionsDeSession(config.options, role) };
  const boite = new BoiteDEnvoiPostgres(application, signaler);
  const magasin = new MagasinPostgres({
    proprietaire,
    application,
    role,
    horloge,
    signaler,
    ...(connexions === undefined ? {} : { connexions }),
  });
  return ok({
    magasin,
    boite,
    sauvegardes: sauvegardes(proprietaire, horloge),
    lieu,
    avertissement,
    arreter: async () => {
      await Promise.all([magasin.fermer(), boite.fermer()]);
    },
  });
}

/** Nothing waits for ever, and every session starts under the bound role. */
function optionsDeSession(deja: string | undefined, role: string | null): string {
  return [
    ...(deja === undefined ? [] : [deja]),
    '-c statement_timeout=30s',
    '-c lock_timeout=10s',
    '-c idle_in_transaction_session_timeout=60s',
    ...(role === null ? [] : [`-c role=${role}`]),
  ].join(' ');
}

const VERSION_MINIMALE = 150_000;

async function preparerLaBase(
  config: pg.ClientConfig,
  lieu: string,
): Promise<Result<RolePrepare, string>> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; codage: string }>(
      `SELECT current_setting('server_version_num')::int AS version,
              current_setting('server_encoding') AS codage`,
    );
    const { version = 0, codage = '' } = rows[0] ?? {};
    if (version < VERSION_MINIMALE) {
      return err(
        `La base ${lieu} est un PostgreSQL ${Math.floor(version / 10_000)} : Parvis demande la version 15 ou une plus récente.`,
      );
    }
    if (codage !== 'UTF8') {
      return err(
        `La base ${lieu} est codée en ${codage} : Parvis demande UTF8. Créez-la avec : CREATE DATABASE parvis ENCODING 'UTF8' TEMPLATE template0;`,
      );
    }
    const prepare = await preparerRole(client);
    await migrer(client, lireMigrations());
    if (!(await projectionsAJour(client))) {
      await reconstruireLesProjections(client, prepare.role);
    }
    if (prepare.role !== null) await accorderLesDroits(client);
    return ok(prepare);
  } catch (erreur) {
    return err(expliquer(erreur, lieu));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Says in French why the database could not be used. */
function expliquer(erreur: unknown, lieu: string): string {
  const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';
  const message = erreur instanceof Error ? erreur.message : String(erreur);
  switch (code) {
    case 'ECONNREFUSED':
    case 'ENOENT':
    case 'ENOTFOUND':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return `La base ${lieu} ne répond pas (${code}). Vérifiez que PostgreSQL est lancé et que DATABASE_URL dit juste.`;
    case '28P01':
    case '28000':
      return `La base ${lieu} refuse ce compte ou ce mot de passe. Vérifiez DATABASE_URL. (${message})`;
    case '3D000':
      return `La base ${lieu} n’existe pas. Créez-la avec : CREATE DATABASE parvis ENCODING 'UTF8' TEMPLATE template0;`;
    case '42501':
      return `Le compte qui se connecte à ${lieu} n’a pas les droits nécessaires : il doit posséder la base. L’administrateur peut exécuter : ALTER DATABASE … OWNER TO …; (${message})`;
    default:
      return code === ''
        ? message
        : `La base ${lieu} a répondu par une erreur : ${message} (${code})`;
  }
}

/**
 * Reads DATABASE_URL as PostgreSQL's own tools do (`postgresql://compte@/base?host=/run/postgresql`
 * is right there, and is not a URL for the web's standard).
 */
function lireUrl(texte: string): Result<{ config: pg.ClientConfig; lieu: string }, string> {
  try {
    if (!/^postgres(ql)?:\/\//.test(texte)) throw new TypeError('not PostgreSQL');
    // pg would let options written in the address replace ours: they are joined instead.
    const options = /[?&]options=([^&]*)/.exec(texte)?.[1];
    const connectionString = texte.replace(/([?&])options=[^&]*&?/, '$1');
    const { host, database } = new pg.Client({ connectionString });
    const jointes = options === undefined ? {} : { options: decodeURIComponent(options) };
    return ok({ config: { connectionString, ...jointes }, lieu: `${database} sur ${host}` });
  } catch {
    return err(
      'DATABASE_URL n’est pas une adresse PostgreSQL. On attend par exemple : postgresql://compte:motdepasse@serveur:5432/parvis',
    );
  }
}
