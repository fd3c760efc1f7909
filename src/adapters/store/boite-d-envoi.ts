import pg from 'pg';
import type {
  BoiteDEnvoi,
  Envoi,
  EnvoiADeposer,
  EtatDEnvoi,
  GenreDEnvoi,
  SuiteDEnvoi,
} from '#app/ports/boite-d-envoi.ts';
import type { IdCollectivite } from '#app/ports/magasin.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import { type Instant, instant } from '#base/instant.ts';

type Ligne = {
  readonly cle: string;
  readonly genre: GenreDEnvoi;
  readonly flux: string;
  readonly affaire: string;
  readonly charge: string;
  readonly etat: EtatDEnvoi;
  readonly tentatives: number;
  readonly prochain: string;
  readonly echec: string | null;
};

const COLONNES = `cle, genre, flux, affaire, charge::text AS charge, etat, tentatives, echec,
  to_char(prochain_essai AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS prochain`;

function envoiDe({ charge, prochain, ...ligne }: Ligne): Envoi {
  const lue: Json = JSON.parse(charge);
  return { ...ligne, charge: lue, prochainEssai: instant(prochain) };
}

/** The outbox on PostgreSQL. Each method is one transaction set to its tenant. */
export class BoiteDEnvoiPostgres implements BoiteDEnvoi {
  readonly #pool: pg.Pool;

  /** `application`: the connection as the role bound by row-level security. */
  constructor(application: pg.ClientConfig, signaler: (phrase: string) => void) {
    this.#pool = new pg.Pool({ ...application, max: 2, connectionTimeoutMillis: 15_000 });
    // One cut between two queries of its transaction says so here: the next query fails anyway.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    // A connection that the server cuts while we leave is no news.
    this.#pool.on('error', (e) => {
      if (!this.#pool.ending) signaler(`Une connexion à la base a été coupée : ${e.message}`);
    });
  }

  async deposer(collectivite: IdCollectivite, envoi: EnvoiADeposer): Promise<boolean> {
    const { cle, genre, flux, affaire, charge, prochainEssai } = envoi;
    const { rowCount } = await this.#executer<Ligne>(
      collectivite,
      `INSERT INTO parvis.envoi (collectivite_id, cle, genre, flux, affaire, charge, prochain_essai)
        VALUES ($1, $2, $3, $4, $5, $6::json, $7) ON CONFLICT DO NOTHING`,
      [cle, genre, flux, affaire, canonicalJson(charge), prochainEssai],
    );
    return rowCount === 1;
  }

  async prendre(
    collectivite: IdCollectivite,
    quand: { readonly maintenant: Instant; readonly bail: Instant; readonly cle?: string },
  ): Promise<Envoi | null> {
    const { rows } = await this.#executer<Ligne>(
      collectivite,
      `UPDATE parvis.envoi SET tentatives = tentatives + 1, pris_jusqu_a = $3
        WHERE collectivite_id = $1 AND cle = (
          SELECT cle FROM parvis.envoi WHERE collectivite_id = $1 AND etat = 'a-faire'
            AND prochain_essai <= $2 AND (pris_jusqu_a IS NULL OR pris_jusqu_a <= $2)
            AND ($4::text IS NULL OR cle = $4)
          ORDER BY prochain_essai, cle LIMIT 1 FOR UPDATE SKIP LOCKED)
        RETURNING ${COLONNES}`,
      [quand.maintenant, quand.bail, quand.cle ?? null],
    );
    return rows[0] === undefined ? null : envoiDe(rows[0]);
  }

  async noter(
    collectivite: IdCollectivite,
    { cle, tentatives }: Pick<Envoi, 'cle' | 'tentatives'>,
    { etat, prochainEssai, echec }: SuiteDEnvoi,
  ): Promise<boolean> {
    const { rowCount } = await this.#executer<Ligne>(
      collectivite,
      `UPDATE parvis.envoi SET etat = $4, prochain_essai = $5, echec = $6, pris_jusqu_a = NULL
        WHERE collectivite_id = $1 AND cle = $2 AND tentatives = $3 AND pris_jusqu_a IS NOT NULL`,
      [cle, tentatives, etat, prochainEssai, echec],
    );
    return rowCount === 1;
  }

  async relancer(collectivite: IdCollectivite, cle: string, maintenant: Instant): Promise<boolean> {
    const { rowCount } = await this.#executer<Ligne>(
      collectivite,
      `UPDATE parvis.envoi SET etat = 'a-faire', prochain_essai = $3
        WHERE collectivite_id = $1 AND cle = $2 AND etat <> 'fait'`,
      [cle, maintenant],
    );
    return rowCount === 1;
  }

  async lire(collectivite: IdCollectivite, cle: string): Promise<Envoi | null> {
    const { rows } = await this.#executer<Ligne>(
      collectivite,
      `SELECT ${COLONNES} FROM parvis.envoi WHERE collectivite_id = $1 AND cle = $2`,
      [cle],
    );
    return rows[0] === undefined ? null : envoiDe(rows[0]);
  }

  async enAttente(collectivite: IdCollectivite): Promise<readonly Envoi[]> {
    const { rows } = await this.#executer<Ligne>(
      collectivite,
      `SELECT ${COLONNES} FROM parvis.envoi WHERE collectivite_id = $1 AND etat <> 'fait'
        ORDER BY prochain_essai, cle`,
      [],
    );
    return rows.map(envoiDe);
  }

  async fermer(): Promise<void> {
    await this.#pool.end();
  }

  /** One statement in a transaction that sees this tenant only; `$1` is the tenant. */
  async #executer<L extends pg.QueryResultRow>(
    collectivite: IdCollectivite,
    texte: string,
    valeurs: readonly unknown[],
  ): Promise<pg.QueryResult<L>> {
    const client = await this.#pool.connect();
    try {
      await client.query('BEGIN');
      await client.query("SELECT set_config('parvis.collectivite', $1, true)", [collectivite]);
      const resultat = await client.query<L>(texte, [collectivite, ...valeurs]);
      await client.query('COMMIT');
      client.release();
      return resultat;
    } catch (erreur) {
      client.release(true);
      throw erreur;
    }
  }
}
