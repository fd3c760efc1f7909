import pg from 'pg';
import type { Annonce } from '#app/ports/annonces.ts';

/** The channel on which PostgreSQL passes the word between programs. */
const CANAL = 'parvis_fait';

/** Long enough to merge a burst, short enough not to be felt. */
const REGROUPEMENT_MS = 4;
const REPRISE_MIN_MS = 100;
const REPRISE_MAX_MS = 10_000;

/**
 * Sends words of what was written, once it is. Not in the transaction of the append: PostgreSQL
 * lets transactions that notify commit one at a time, which would undo group commit.
 */
export class Emetteur {
  readonly #pool: pg.Pool;
  readonly #signaler: (phrase: string) => void;
  readonly #attente = new Map<string, Annonce>();
  #envoi: Promise<void> | null = null;

  constructor(pool: pg.Pool, signaler: (phrase: string) => void) {
    this.#pool = pool;
    this.#signaler = signaler;
  }

  /** Queues a word; of several about one stream, the last is enough. */
  annoncer(annonce: Annonce): void {
    const cle = `${annonce.collectivite} ${annonce.flux}`;
    if ((this.#attente.get(cle)?.version ?? 0) < annonce.version) this.#attente.set(cle, annonce);
    this.#envoi ??= this.#envoyer();
  }

  /** Waits until every word queued has left. */
  async vider(): Promise<void> {
    while (this.#envoi !== null) await this.#envoi;
  }

  async #envoyer(): Promise<void> {
    await new Promise((suite) => setTimeout(suite, REGROUPEMENT_MS));
    const lot = [...this.#attente.values()].map((a) => JSON.stringify(a));
    this.#attente.clear();
    try {
      await this.#pool.query({
        name: 'annoncer',
        text: `SELECT pg_notify('${CANAL}', texte) FROM unnest($1::text[]) AS texte`,
        values: [lot],
      });
    } catch (erreur) {
      // The facts are written; only the word is lost, and readers look again by themselves.
      this.#signaler(`Une annonce n’est pas partie : ${String(erreur)}`);
    }
    this.#envoi = this.#attente.size > 0 ? this.#envoyer() : null;
  }
}

/** Listens on a connection of its own, taken again when it breaks. */
export class Recepteur {
  readonly #config: pg.ClientConfig;
  readonly #signaler: (phrase: string) => void;
  readonly #rappels = new Set<(annonce: Annonce) => void>();
  #client: pg.Client | null = null;
  #ouverture: Promise<void> | null = null;
  #reprise: NodeJS.Timeout | null = null;
  #delai = REPRISE_MIN_MS;

  constructor(config: pg.ClientConfig, signaler: (phrase: string) => void) {
    this.#config = config;
    this.#signaler = signaler;
  }

  async suivre(rappel: (annonce: Annonce) => void): Promise<() => Promise<void>> {
    this.#rappels.add(rappel);
    this.#ouverture ??= this.#ouvrir();
    await this.#ouverture;
    return async () => {
      this.#rappels.delete(rappel);
      if (this.#rappels.size === 0) await this.fermer();
    };
  }

  async fermer(): Promise<void> {
    this.#rappels.clear();
    if (this.#reprise !== null) clearTimeout(this.#reprise);
    const client = this.#client;
    this.#client = null;
    this.#ouverture = null;
    await client?.end().catch(() => undefined);
  }

  async #ouvrir(): Promise<void> {
    const client = new pg.Client(this.#config);
    client.on('error', () => undefined);
    client.once('end', () => this.#perdre(client));
    client.on('notification', ({ channel, payload }) => {
      const annonce = channel === CANAL ? lireAnnonce(payload) : null;
      if (annonce !== null) for (const rappel of this.#rappels) rappel(annonce);
    });
    await client.connect();
    await client.query(`LISTEN ${CANAL}`);
    this.#client = client;
    this.#delai = REPRISE_MIN_MS;
  }

  #perdre(client: pg.Client): void {
    if (this.#client !== client || this.#rappels.size === 0) return;
    this.#client = null;
    this.#signaler('L’écoute de la base est coupée ; elle sera reprise.');
    this.#reprendre();
  }

  #reprendre(): void {
    this.#reprise = setTimeout(() => {
      this.#ouvrir().catch(() => {
        this.#delai = Math.min(this.#delai * 2, REPRISE_MAX_MS);
        if (this.#rappels.size > 0) this.#reprendre();
      });
    }, this.#delai);
    this.#reprise.unref();
  }
}

function lireAnnonce(texte: string | undefined): Annonce | null {
  try {
    const lu: unknown = JSON.parse(texte ?? '');
    if (typeof lu !== 'object' || lu === null) return null;
    if (!('collectivite' in lu) || typeof lu.collectivite !== 'string') return null;
    if (!('flux' in lu) || typeof lu.flux !== 'string') return null;
    if (!('version' in lu) || typeof lu.version !== 'number') return null;
    return { collectivite: lu.collectivite, flux: lu.flux, version: lu.version };
  } catch {
    return null;
  }
}
