import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import pg from 'pg';
import type { Horloge } from '#app/ports/horloge.ts';
import type { IdCollectivite } from '#app/ports/magasin.ts';
import type {
  Avancement,
  BilanDeRestauration,
  BilanDeSauvegarde,
  Sauvegardes,
  Suivre,
} from '#app/ports/sauvegarde.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import type { Defaut } from '#base/defaut.ts';
import { err, ok, type Result } from '#base/result.ts';
import { ArchiveRefusee, BLOC, FORMAT, lireArchive, Redacteur } from './archive.ts';
import { tousLesFaits } from './lignes.ts';
import { comparerA, restaurerDans } from './restauration.ts';

/** Backups of the store, through a connection as the owner of the tables. */
export const sauvegardes = (proprietaire: pg.ClientConfig, horloge: Horloge): Sauvegardes => ({
  sauvegarder: (fichier, suivre) => sauvegarder(proprietaire, { fichier, horloge, suivre }),
  controler: (fichier, suivre) => sansJeter(() => controler(fichier, suivre)),
  temoigner: (fichier, suivre) =>
    sansJeter(() => avecClient(proprietaire, (client) => comparerA(client, fichier, suivre))),
  restaurer: (fichier, suivre) => restaurer(proprietaire, fichier, suivre),
});

type Demande = {
  readonly fichier: string;
  readonly horloge: Horloge;
  readonly suivre: Suivre | undefined;
};

async function sauvegarder(
  proprietaire: pg.ClientConfig,
  { fichier, horloge, suivre }: Demande,
): Promise<Result<BilanDeSauvegarde, Defaut>> {
  const cible = resolve(fichier);
  const brouillon = join(dirname(cible), `.${basename(cible)}.${process.pid}.en-cours`);
  return sansJeter(async () => {
    try {
      await mkdir(dirname(cible), { recursive: true });
      const bilan = await avecClient(proprietaire, (client) =>
        exporter(client, brouillon, { le: horloge.maintenant(), suivre }),
      );
      // A backup is worth what its reading is worth: it is read whole before it gets its name.
      await controler(brouillon, suivre);
      await forcerSurDisque(brouillon);
      await rename(brouillon, cible);
      await forcerSurDisque(dirname(cible));
      return bilan;
    } finally {
      await rm(brouillon, { force: true });
    }
  });
}

const controler = (fichier: string, suivre: Suivre | undefined): Promise<BilanDeSauvegarde> =>
  lireArchive(fichier, {
    fait: async () => undefined,
    fichier: async () => undefined,
    avancer: (a) => suivre?.({ etape: 'controle', ...a }),
  });

function restaurer(
  proprietaire: pg.ClientConfig,
  fichier: string,
  suivre: Suivre | undefined,
): Promise<Result<BilanDeRestauration, Defaut>> {
  return sansJeter(() =>
    avecClient(proprietaire, (client) => restaurerDans(client, fichier, suivre)),
  );
}

/** Faults of the archive and of the disk are answers; anything else is a bug, and throws. */
async function sansJeter<T>(travail: () => Promise<T>): Promise<Result<T, Defaut>> {
  try {
    return ok(await travail());
  } catch (erreur) {
    if (erreur instanceof ArchiveRefusee) return err(erreur.defaut);
    const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';
    const phrase = DISQUE[code];
    if (phrase !== undefined) return err({ pointeur: 'fichier', phrase });
    throw erreur;
  }
}

const DISQUE: Readonly<Record<string, string>> = {
  ENOSPC:
    'Le disque est plein : la sauvegarde n’a pas été faite. Libérez de la place, puis relancez.',
  EDQUOT: 'Le quota de disque est atteint : la sauvegarde n’a pas été faite.',
  EACCES: 'On ne peut pas écrire à cet endroit. Choisissez un autre dossier.',
  EPERM: 'On ne peut pas écrire à cet endroit. Choisissez un autre dossier.',
  EROFS: 'Ce disque est en lecture seule. Choisissez un autre dossier.',
  ENOTDIR: 'Une partie de ce chemin est un fichier, pas un dossier.',
  EEXIST: 'Une partie de ce chemin est un fichier, pas un dossier.',
  EISDIR: 'Ce chemin est un dossier : donnez le nom d’un fichier.',
};

async function avecClient<T>(
  config: pg.ClientConfig,
  travail: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await travail(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function forcerSurDisque(chemin: string): Promise<void> {
  const poignee = await open(chemin, 'r');
  try {
    await poignee.sync();
  } finally {
    await poignee.close();
  }
}

/** Writes lines to the archive, waiting when the disk is slower than the database. */
class Sortie {
  readonly #redacteur = new Redacteur();
  readonly #gzip: Gzip = createGzip({ level: 6 });
  readonly #fini: Promise<void>;
  #echec: unknown = null;

  constructor(fichier: string) {
    const disque = createWriteStream(fichier, { flags: 'wx', mode: 0o600 });
    disque.once('error', (erreur) => this.#gzip.destroy(erreur));
    this.#fini = finished(this.#gzip.pipe(disque));
    this.#fini.catch((erreur: unknown) => (this.#echec = erreur));
  }

  ligne(ligne: Record<string, Json>): Promise<void> {
    return this.#ecrire(this.#redacteur.ligne(ligne));
  }

  async clore(bilan: BilanDeSauvegarde): Promise<void> {
    await this.#ecrire(this.#redacteur.fin(bilan));
    this.#gzip.end();
    await this.#fini;
  }

  async abandonner(): Promise<void> {
    this.#gzip.destroy();
    await this.#fini.catch(() => undefined);
  }

  async #ecrire(texte: string): Promise<void> {
    if (this.#echec !== null) throw this.#echec;
    if (!this.#gzip.write(texte)) await Promise.race([once(this.#gzip, 'drain'), this.#fini]);
  }
}

/** Everything the store holds at one moment: writers go on, and are not seen. */
async function exporter(
  client: pg.ClientBase,
  fichier: string,
  { le, suivre }: { readonly le: string; readonly suivre: Suivre | undefined },
): Promise<BilanDeSauvegarde> {
  const sortie = new Sortie(fichier);
  const bilan = { collectivites: 0, faits: 0, fichiers: 0 };
  const avancer = (): void => {
    const { faits, fichiers } = bilan;
    const avancement: Avancement = { etape: 'sauvegarde', faits, fichiers };
    if ((faits + fichiers) % 500 === 0) suivre?.(avancement);
  };
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await client.query('SELECT 1 FROM parvis.migration');
    await sortie.ligne({ format: FORMAT, le, migrations: migrations.rowCount ?? 0 });
    const { rows } = await client.query<{ id: IdCollectivite }>(
      'SELECT collectivite_id AS id FROM parvis.collectivite ORDER BY 1',
    );
    for (const { id } of rows) {
      await client.query("SELECT set_config('parvis.collectivite', $1, true)", [id]);
      const avant = bilan.faits + bilan.fichiers;
      for await (const { fait, ligne } of tousLesFaits(client, id)) {
        refuserSiReecrit(ligne.charge, fait.charge, fait.flux);
        await sortie.ligne({ fait });
        bilan.faits++;
        avancer();
      }
      await exporterLesFichiers(client, id, async (ligne) => {
        await sortie.ligne(ligne);
        if ('fichier' in ligne) bilan.fichiers++;
        avancer();
      });
      // One that has nothing yet leaves no line: a reader could not count it.
      if (bilan.faits + bilan.fichiers > avant) bilan.collectivites++;
    }
    await client.query('COMMIT');
    await sortie.clore(bilan);
    return bilan;
  } catch (erreur) {
    await sortie.abandonner();
    throw erreur;
  }
}

/** A text rewritten in place would come out of the backup as if nothing had happened. */
function refuserSiReecrit(ecrit: string, charge: Json, flux: string): void {
  if (ecrit === canonicalJson(charge)) return;
  throw new ArchiveRefusee({
    pointeur: 'magasin',
    phrase: `Un fait de « ${flux} » a été réécrit dans la base. Lancez « parvis journal verifier ».`,
  });
}

async function exporterLesFichiers(
  client: pg.ClientBase,
  collectivite: IdCollectivite,
  ecrire: (ligne: Record<string, Json>) => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{
    sha256: string;
    octets: number;
    mime: string;
    depose: string;
  }>(
    `SELECT sha256, octets, mime,
            to_char(depose_le AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS depose
       FROM parvis.fichier WHERE collectivite_id = $1 ORDER BY sha256`,
    [collectivite],
  );
  for (const { sha256, octets, mime, depose } of rows) {
    await ecrire({ fichier: { collectivite, sha256, octets, mime, depose } });
    for (let debut = 0; debut < octets; debut += BLOC) {
      const bout = await client.query<{ bloc: Buffer }>(
        `SELECT substring(contenu FROM $3 FOR ${BLOC}) AS bloc FROM parvis.fichier
          WHERE collectivite_id = $1 AND sha256 = $2`,
        [collectivite, sha256, debut + 1],
      );
      await ecrire({ bloc: bout.rows[0]?.bloc.toString('base64') ?? '' });
    }
  }
}
