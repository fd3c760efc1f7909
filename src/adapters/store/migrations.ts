import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { assert } from '#base/assert.ts';
import { sha256 } from './sceller.ts';

/** One step of the schema: a plain SQL file, `0001-journal-des-faits.sql`, never edited after use. */
export type Migration = {
  readonly numero: number;
  readonly nom: string;
  readonly sha256: string;
  readonly sql: string;
};

/** Said when the database and the program do not agree on its shape; nothing was changed. */
class MigrationRefusee extends Error {
  override readonly name = 'MigrationRefusee';
}

/** The steps this program knows, in order. */
export function lireMigrations(dossier = new URL('./migrations/', import.meta.url)): Migration[] {
  const noms = readdirSync(dossier).filter((nom) => nom.endsWith('.sql'));
  return noms.toSorted().map((nom, i) => {
    const sql = readFileSync(new URL(nom, dossier), 'utf8');
    const numero = Number(nom.slice(0, 4));
    assert(numero === i + 1, `migrations follow one another from 0001: ${nom}`);
    return { numero, nom, sha256: sha256(sql), sql };
  });
}

/** One number for all programs that change the schema: « parvis » in hexadecimal. */
const VERROU = 0x70_61_72_76_69_73;

/** Begins a transaction that no other program changing the schema shares. */
export const commencerSeul = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`BEGIN; SELECT pg_advisory_xact_lock(${VERROU})`);

/**
 * Brings the database to the shape this program knows, in one transaction: all or nothing. Two
 * programs that start together wait for each other. Gives the names of the steps applied.
 */
export async function migrer(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  await commencerSeul(client);
  try {
    await preparerLeRegistre(client);
    const { rows } = await client.query<{ numero: number; nom: string; sha256: string }>(
      'SELECT numero, nom, sha256 FROM parvis.migration ORDER BY numero',
    );
    for (const deja of rows) controler(deja, migrations[deja.numero - 1]);
    const aFaire = migrations.slice(rows.length);
    for (const migration of aFaire) {
      await client.query(migration.sql);
      await client.query('INSERT INTO parvis.migration (numero, nom, sha256) VALUES ($1, $2, $3)', [
        migration.numero,
        migration.nom,
        migration.sha256,
      ]);
    }
    await client.query('COMMIT');
    return aFaire.map(({ nom }) => nom);
  } catch (erreur) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw erreur;
  }
}

async function preparerLeRegistre(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ schema: boolean; registre: boolean }>(
    `SELECT to_regnamespace('parvis') IS NOT NULL AS schema,
            to_regclass('parvis.migration') IS NOT NULL AS registre`,
  );
  if (rows[0]?.registre === true) return;
  if (rows[0]?.schema !== true) await client.query('CREATE SCHEMA parvis');
  await client.query(
    `CREATE TABLE parvis.migration (
       numero integer PRIMARY KEY, nom text NOT NULL, sha256 text NOT NULL,
       appliquee_le timestamptz NOT NULL DEFAULT now())`,
  );
}

function controler(
  deja: { readonly numero: number; readonly nom: string; readonly sha256: string },
  connue: Migration | undefined,
): void {
  if (connue === undefined) {
    throw new MigrationRefusee(
      `Cette base a été mise à jour par une version plus récente de Parvis (étape « ${deja.nom} », inconnue ici). Installez la version la plus récente de Parvis ; rien n’a été modifié.`,
    );
  }
  if (connue.sha256 !== deja.sha256) {
    throw new MigrationRefusee(
      `Le fichier « ${connue.nom} » a changé depuis qu’il a été appliqué à cette base. Rétablissez le fichier d’origine et ajoutez une nouvelle étape ; rien n’a été modifié.`,
    );
  }
}
