import type pg from 'pg';
import { commencerSeul } from './migrations.ts';

/**
 * Lists made from the facts: ordinary tables that can be dropped and made again at any time.
 * They are not part of the migrations. When this text changes, they are rebuilt at the next start.
 */
const VERSION = 1;

const FABRIQUER = `
DROP TABLE IF EXISTS parvis.projection_seance;
CREATE TABLE parvis.projection_seance (
  collectivite_id text COLLATE "C" NOT NULL,
  flux text COLLATE "C" NOT NULL,
  jour date NOT NULL,
  version integer NOT NULL,
  PRIMARY KEY (collectivite_id, flux)
) WITH (fillfactor = 70);
COMMENT ON TABLE parvis.projection_seance IS 'parvis projection ${VERSION}';
ALTER TABLE parvis.projection_seance ENABLE ROW LEVEL SECURITY;
ALTER TABLE parvis.projection_seance FORCE ROW LEVEL SECURITY;
CREATE POLICY projection_de_la_collectivite ON parvis.projection_seance
  USING (collectivite_id = current_setting('parvis.collectivite', true));
CREATE OR REPLACE FUNCTION parvis.projeter(
  p_collectivite text, p_flux text, p_jour text, p_avant integer, p_ajoutes integer
) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT starts_with(p_flux, 'seance/') OR p_ajoutes = 0 THEN RETURN; END IF;
  IF p_avant = 0 THEN
    INSERT INTO parvis.projection_seance VALUES (p_collectivite, p_flux, p_jour::date, p_ajoutes);
  ELSE
    UPDATE parvis.projection_seance SET version = p_avant + p_ajoutes
      WHERE collectivite_id = p_collectivite AND flux = p_flux;
  END IF;
END $$;
REVOKE ALL ON FUNCTION parvis.projeter FROM PUBLIC;
`;

const REMPLIR = `
INSERT INTO parvis.projection_seance (collectivite_id, flux, jour, version)
SELECT premier.collectivite_id, premier.flux, premier.jour,
  (SELECT max(f.position) + 1 FROM parvis.fait f
    WHERE f.collectivite_id = premier.collectivite_id AND f.flux = premier.flux)
FROM parvis.fait premier
WHERE premier.collectivite_id = current_setting('parvis.collectivite')
  AND premier.position = 0 AND premier.flux ^@ 'seance/'`;

/** Whether the lists are there, in the shape this program expects. */
export async function projectionsAJour(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ note: string | null }>(
    "SELECT obj_description(to_regclass('parvis.projection_seance'), 'pg_class') AS note",
  );
  return rows[0]?.note === `parvis projection ${VERSION}`;
}

/**
 * Drops the lists and makes them again from the facts, tenant by tenant, in one transaction that
 * holds off writers. Asked by the owner of the tables. Gives the number of lines.
 */
export async function reconstruireLesProjections(
  client: pg.ClientBase,
  role: string | null,
): Promise<number> {
  let lignes = 0;
  await commencerSeul(client);
  try {
    await client.query('LOCK TABLE parvis.fait IN SHARE ROW EXCLUSIVE MODE');
    await client.query(FABRIQUER);
    if (role !== null) await client.query(`GRANT SELECT ON parvis.projection_seance TO ${role}`);
    const { rows } = await client.query<{ id: string }>(
      'SELECT collectivite_id AS id FROM parvis.collectivite ORDER BY 1',
    );
    for (const { id } of rows) {
      await client.query("SELECT set_config('parvis.collectivite', $1, true)", [id]);
      lignes += await remplirLesProjections(client);
    }
    await client.query('COMMIT');
    return lignes;
  } catch (erreur) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw erreur;
  }
}

/** Fills the empty lists of the tenant the transaction of `client` is set to. */
export const remplirLesProjections = async (client: pg.ClientBase): Promise<number> =>
  (await client.query(REMPLIR)).rowCount ?? 0;
