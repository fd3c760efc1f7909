import { hash } from 'node:crypto';
import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { defautsDInscription, FaitIrrecevable, rupture } from '#app/chaine.ts';
import type { Annonce, Annonces } from '#app/ports/annonces.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import type {
  FaitAInscrire,
  FaitInscrit,
  Fichier,
  IdCollectivite,
  Magasin,
  RefusDuMagasin,
  RuptureDeChaine,
} from '#app/ports/magasin.ts';
import type { LigneDeSommaire, Sommaire } from '#app/ports/sommaire.ts';
import { assert } from '#base/assert.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import { jour } from '#base/jour.ts';
import { err, ok, type Result } from '#base/result.ts';
import { Emetteur, Recepteur } from './annonces.ts';
import { chargeIntacte, COLONNES, faitInscrit, tousLesFaits, type LigneDeFait } from './lignes.ts';
import { reconstruireLesProjections } from './projections.ts';
import { sha256 } from './sceller.ts';

/** What a store needs; made by `ouvrirMagasin`, which has migrated the database first. */
export type ReglagesDuMagasin = {
  /** Connection as the owner of the tables. */
  readonly proprietaire: pg.ClientConfig;
  /** Connection as the role bound by row-level security. */
  readonly application: pg.ClientConfig;
  readonly role: string | null;
  readonly horloge: Horloge;
  /** Told, in French, of what goes wrong without stopping the work. */
  readonly signaler: (phrase: string) => void;
  /** Connections at most; 20 unless told. */
  readonly connexions?: number;
};

/** The columns the lists read through Kysely; facts and files are read through plain SQL. */
type Tables = {
  'parvis.collectivite': { collectivite_id: string };
  'parvis.fait': { collectivite_id: string; flux: string; position: number };
};

const CONFLIT = '23505';
/** A file travels whole in memory, twice over as text: larger ones need another way in. */
const FICHIER_MAX = 100 * 1024 * 1024;

/** The store on PostgreSQL 15 or later. Each append is one round trip and one commit. */
export class MagasinPostgres implements Magasin, Annonces, Sommaire {
  readonly #reglages: ReglagesDuMagasin;
  readonly #pool: pg.Pool;
  readonly #db: Kysely<Tables>;
  readonly #emetteur: Emetteur;
  readonly #recepteur: Recepteur;

  constructor(reglages: ReglagesDuMagasin) {
    const { application, connexions, signaler } = reglages;
    this.#reglages = reglages;
    this.#pool = new pg.Pool({
      ...application,
      max: connexions ?? 20,
      connectionTimeoutMillis: 15_000,
    });
    // Without a listener, a connection cut while idle would end the process.
    // One cut between two queries of its transaction says so here: the next query fails anyway.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
    // A connection that the server cuts while we leave is no news.
    this.#pool.on('error', (e) => {
      if (!this.#pool.ending) signaler(`Une connexion à la base a été coupée : ${e.message}`);
    });
    this.#db = new Kysely({ dialect: new PostgresDialect({ pool: this.#pool }) });
    this.#emetteur = new Emetteur(this.#pool, signaler);
    this.#recepteur = new Recepteur(application, signaler);
  }

  async ajouter(
    collectivite: IdCollectivite,
    flux: string,
    versionAttendue: number,
    faits: readonly FaitAInscrire[],
  ): Promise<Result<readonly FaitInscrit[], RefusDuMagasin>> {
    const defauts = defautsDInscription(collectivite, flux, faits);
    if (defauts.length > 0) throw new FaitIrrecevable(defauts);
    const instant = this.#reglages.horloge.maintenant();
    const charges = faits.map(({ charge }) => canonicalJson(charge));
    const reponse = await this.#inscrire([
      collectivite,
      flux,
      versionAttendue,
      instant,
      faits.map(({ type }) => type),
      faits.map(({ version }) => version),
      faits.map((fait) => fait.jour),
      faits.map(({ auteur }) => auteur),
      charges,
    ]);
    const trouvee = reponse?.trouvee ?? (await this.#compter(collectivite, flux));
    const empreintes = reponse?.empreintes ?? null;
    if (empreintes === null) {
      return err({ code: 'version-perimee', attendue: versionAttendue, trouvee });
    }
    if (faits.length > 0) {
      const version = versionAttendue + faits.length;
      this.#emetteur.annoncer({ collectivite, flux, version });
    }
    return ok(
      faits.map(({ type, version, jour: le, auteur }, i): FaitInscrit => {
        const charge: Json = JSON.parse(charges[i] ?? '');
        const empreintePrecedente = (i === 0 ? reponse?.precedente : empreintes[i - 1]) ?? null;
        const empreinte = empreintes[i];
        assert(empreinte !== undefined, 'one seal for each fact written');
        const position = versionAttendue + i;
        const lieu = { collectivite, flux, position, instant };
        return { ...lieu, type, version, jour: le, auteur, charge, empreintePrecedente, empreinte };
      }),
    );
  }

  /** Null when another writer took the place between our look and our write. */
  async #inscrire(values: readonly unknown[]): Promise<ReponseDInscription | null> {
    try {
      const { rows } = await this.#pool.query<ReponseDInscription>({
        name: 'inscrire',
        text: 'SELECT trouvee, precedente, empreintes FROM parvis.inscrire($1, $2, $3, $4, $5, $6, $7, $8, $9)',
        values: [...values],
      });
      assert(rows[0], 'inscrire answers one row');
      return rows[0];
    } catch (erreur) {
      if (erreur instanceof pg.DatabaseError && erreur.code === CONFLIT) return null;
      throw erreur;
    }
  }

  #compter(collectivite: IdCollectivite, flux: string): Promise<number> {
    return this.#pour(collectivite, async (trx) => {
      const { n } = await trx
        .selectFrom('parvis.fait')
        .where('collectivite_id', '=', collectivite)
        .where('flux', '=', flux)
        .select(({ fn }) => fn.max('position').as('n'))
        .executeTakeFirstOrThrow();
      return n === null ? 0 : n + 1;
    });
  }

  lire(collectivite: IdCollectivite, flux: string): Promise<readonly FaitInscrit[]> {
    return this.#pour(collectivite, async (trx) => {
      const { rows } = await sql<LigneDeFait>`SELECT ${sql.raw(COLONNES)} FROM parvis.fait
        WHERE collectivite_id = ${collectivite} AND flux = ${flux} ORDER BY position`.execute(trx);
      return rows.map((ligne) => faitInscrit(collectivite, ligne));
    });
  }

  flux(collectivite: IdCollectivite, prefixe: string): Promise<readonly string[]> {
    return this.#pour(collectivite, async (trx) => {
      const lignes = await trx
        .selectFrom('parvis.fait')
        .where('collectivite_id', '=', collectivite)
        .where('position', '=', 0)
        .where(sql<boolean>`flux ^@ ${prefixe}`)
        .select('flux')
        .orderBy('flux')
        .execute();
      return lignes.map(({ flux }) => flux);
    });
  }

  async collectivites(): Promise<readonly IdCollectivite[]> {
    const lignes = await this.#db
      .selectFrom('parvis.collectivite')
      .select('collectivite_id')
      .orderBy('collectivite_id')
      .execute();
    return lignes.map((ligne) => ligne.collectivite_id);
  }

  /**
   * Every page asks for it, hence one message instead of four: PostgreSQL takes the statements of
   * one message as one transaction, so the tenant is set for this list only.
   */
  async sommaire(collectivite: IdCollectivite): Promise<readonly LigneDeSommaire[]> {
    const siren = pg.escapeLiteral(collectivite);
    const reponses: unknown = await this.#pool.query(
      `SELECT set_config('parvis.collectivite', ${siren}, true);
       SELECT flux, version, to_char(jour, 'YYYY-MM-DD') AS le FROM parvis.projection_seance
         WHERE collectivite_id = ${siren} ORDER BY le DESC, flux`,
    );
    assert(Array.isArray(reponses), 'two statements give two answers');
    const { rows } = reponses[1] as pg.QueryResult<{ flux: string; version: number; le: string }>;
    return rows.map(({ flux, version, le }) => ({ flux, version, jour: jour(le) }));
  }

  async reconstruire(): Promise<number> {
    const client = new pg.Client(this.#reglages.proprietaire);
    await client.connect();
    try {
      return await reconstruireLesProjections(client, this.#reglages.role);
    } finally {
      await client.end();
    }
  }

  async deposer(collectivite: IdCollectivite, contenu: Uint8Array, mime: string): Promise<Fichier> {
    const octets = contenu.byteLength;
    if (octets > FICHIER_MAX) {
      throw new Error(
        `Ce fichier pèse ${Math.ceil(octets / 1024 / 1024)} Mo ; on ne peut pas déposer plus de 100 Mo à la fois.`,
      );
    }
    const nom = hash('sha256', contenu, 'hex');
    const le = this.#reglages.horloge.maintenant();
    const corps = Buffer.from(contenu.buffer, contenu.byteOffset, octets);
    await this.#pour(
      collectivite,
      async (trx) => {
        await sql`INSERT INTO parvis.fichier (collectivite_id, sha256, octets, mime, depose_le, contenu)
          VALUES (${collectivite}, ${nom}, ${octets}, ${mime}, ${le}, ${corps})
          ON CONFLICT DO NOTHING`.execute(trx);
        await sql`INSERT INTO parvis.collectivite (collectivite_id, inscrite_le)
          VALUES (${collectivite}, ${le}) ON CONFLICT DO NOTHING`.execute(trx);
      },
      'read write',
    );
    return { sha256: nom, octets, mime };
  }

  retirer(collectivite: IdCollectivite, nom: string): Promise<Uint8Array | null> {
    return this.#pour(collectivite, async (trx) => {
      const { rows } = await sql<{ contenu: Buffer }>`SELECT contenu FROM parvis.fichier
        WHERE collectivite_id = ${collectivite} AND sha256 = ${nom}`.execute(trx);
      return rows[0]?.contenu ?? null;
    });
  }

  async verifier(collectivite: IdCollectivite): Promise<readonly RuptureDeChaine[]> {
    const client = await this.#pool.connect();
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      await client.query('SET LOCAL statement_timeout = 0');
      await client.query("SELECT set_config('parvis.collectivite', $1, true)", [collectivite]);
      const ruptures = await verifierLesFaits(client, collectivite);
      ruptures.push(...(await verifierLesFins(client, collectivite)));
      ruptures.push(...(await verifierLesFichiers(client, collectivite)));
      await client.query('COMMIT');
      client.release();
      return ruptures;
    } catch (erreur) {
      client.release(true);
      throw erreur;
    }
  }

  suivre(rappel: (annonce: Annonce) => void): Promise<() => Promise<void>> {
    return this.#recepteur.suivre(rappel);
  }

  async fermer(): Promise<void> {
    await this.#emetteur.vider();
    await this.#recepteur.fermer();
    await this.#db.destroy();
  }

  /** One transaction set to a tenant: row-level security shows nothing of the others. */
  #pour<T>(
    collectivite: IdCollectivite,
    travail: (trx: Transaction<Tables>) => Promise<T>,
    acces: 'read only' | 'read write' = 'read only',
  ): Promise<T> {
    return this.#db
      .transaction()
      .setAccessMode(acces)
      .execute(async (trx) => {
        await sql`SELECT set_config('parvis.collectivite', ${collectivite}, true)`.execute(trx);
        return travail(trx);
      });
  }
}

type ReponseDInscription = {
  readonly trouvee: number;
  readonly precedente: string | null;
  readonly empreintes: readonly string[] | null;
};

async function verifierLesFaits(
  client: pg.ClientBase,
  collectivite: IdCollectivite,
): Promise<RuptureDeChaine[]> {
  const ruptures: RuptureDeChaine[] = [];
  let precedent: FaitInscrit | null = null;
  for await (const { fait, ligne } of tousLesFaits(client, collectivite)) {
    const { flux, position } = fait;
    if (precedent !== null && precedent.flux !== flux) precedent = null;
    const trouvee = rupture(fait, precedent, sha256);
    if (trouvee !== null) ruptures.push(trouvee);
    else if (!chargeIntacte(ligne, fait)) {
      const phrase = 'Le texte de ce fait a été réécrit après son inscription.';
      ruptures.push({ collectivite, flux, position, phrase });
    }
    precedent = fait;
  }
  return ruptures;
}

/**
 * A chain cut at its end is still a chain. The lists, kept up in the same transaction as the facts,
 * count those of each sitting: whoever cuts must also know of them. Against one who does, there is
 * a backup kept elsewhere (`Sauvegardes.temoigner`).
 */
async function verifierLesFins(
  client: pg.ClientBase,
  collectivite: IdCollectivite,
): Promise<RuptureDeChaine[]> {
  const { rows } = await client.query<{ flux: string; position: number; version: number }>(
    `SELECT p.flux, p.version, coalesce(max(f.position) + 1, 0)::int AS position
       FROM parvis.projection_seance p
       LEFT JOIN parvis.fait f ON f.collectivite_id = p.collectivite_id AND f.flux = p.flux
      WHERE p.collectivite_id = $1
      GROUP BY p.flux, p.version
     HAVING p.version <> coalesce(max(f.position) + 1, 0) ORDER BY p.flux`,
    [collectivite],
  );
  return rows.map(({ flux, position, version }) => {
    const phrase = `La liste des séances compte ${version} faits ici, et le journal en tient ${position} : des faits ont été retirés ou ajoutés à la fin sans passer par Parvis.`;
    return { collectivite, flux, position, phrase };
  });
}

/** A file is its own seal: its name is the hash of its bytes. */
async function verifierLesFichiers(
  client: pg.ClientBase,
  collectivite: IdCollectivite,
): Promise<RuptureDeChaine[]> {
  const { rows } = await client.query<{ sha256: string }>(
    `SELECT sha256 FROM parvis.fichier
      WHERE collectivite_id = $1 AND encode(sha256(contenu), 'hex') <> sha256 ORDER BY sha256`,
    [collectivite],
  );
  const phrase = 'Le contenu de ce fichier ne correspond plus à son nom : il a été modifié.';
  return rows.map((r) => ({ collectivite, flux: `fichier/${r.sha256}`, position: 0, phrase }));
}
