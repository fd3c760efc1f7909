import type pg from 'pg';
import type { FaitInscrit, IdCollectivite } from '#app/ports/magasin.ts';
import type { BilanDeRestauration, BilanDeSauvegarde, Suivre } from '#app/ports/sauvegarde.ts';
import { canonicalJson } from '#base/canonical-json.ts';
import { ArchiveRefusee, lireArchive, type FichierDArchive, type Lecteur } from './archive.ts';
import { remplirLesProjections } from './projections.ts';

const LOT = 500;

/**
 * Puts an archive back, in one transaction committed only once its last line is checked: cut
 * short, refused or killed, it leaves nothing. A store that already holds exactly these facts is
 * left as it is; one that holds others is refused, because two histories do not merge.
 */
export async function restaurerDans(
  client: pg.ClientBase,
  fichier: string,
  suivre: Suivre | undefined,
): Promise<BilanDeRestauration> {
  await client.query('BEGIN');
  try {
    await client.query('LOCK TABLE parvis.fait, parvis.fichier IN SHARE ROW EXCLUSIVE MODE');
    const present = await compter(client);
    const dejaPresente = present.faits + present.fichiers > 0;
    const lecteur = dejaPresente
      ? new Comparaison(client, suivre, autreHistoire)
      : new Remplissage(client, suivre);
    const bilan = await lireArchive(fichier, lecteur);
    await lecteur.terminer();
    if (dejaPresente && (present.faits !== bilan.faits || present.fichiers !== bilan.fichiers)) {
      throw autreHistoire(`il contient ${present.faits} faits, et l’archive ${bilan.faits}`);
    }
    await client.query('COMMIT');
    return { ...bilan, dejaPresente };
  } catch (erreur) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw erreur;
  }
}

/**
 * Looks in the store for all that an archive holds; throws at the first fact or file that is not
 * there any more, or not the same. Reads at one moment, writes nothing.
 */
export async function comparerA(
  client: pg.ClientBase,
  fichier: string,
  suivre: Suivre | undefined,
): Promise<BilanDeSauvegarde> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const controle: Suivre = (a) => suivre?.({ ...a, etape: 'controle' });
    const lecteur = new Comparaison(client, controle, disparu);
    const bilan = await lireArchive(fichier, lecteur);
    await lecteur.terminer();
    return bilan;
  } finally {
    await client.query('ROLLBACK').catch(() => undefined);
  }
}

const disparu = (detail: string): ArchiveRefusee =>
  new ArchiveRefusee({
    pointeur: 'magasin',
    phrase: `Le registre ne contient plus tout ce qui y était à la date de cette sauvegarde (${detail}) : des faits ont été retirés ou remplacés depuis. Gardez la sauvegarde, ne changez rien, et restaurez-la dans un dossier neuf pour comparer.`,
  });

const autreHistoire = (detail: string): ArchiveRefusee =>
  new ArchiveRefusee({
    pointeur: 'magasin',
    phrase: `Ce magasin n’est pas vide et ne contient pas les mêmes faits que l’archive (${detail}). Rien n’a été modifié. Restaurez dans un dossier neuf (PARVIS_DONNEES) ou une base neuve (DATABASE_URL).`,
  });

/** Row-level security shows one tenant at a time, even to the owner: each is counted in turn. */
async function compter(client: pg.ClientBase): Promise<{ faits: number; fichiers: number }> {
  const total = { faits: 0, fichiers: 0 };
  const { rows } = await client.query<{ id: string }>(
    'SELECT collectivite_id AS id FROM parvis.collectivite',
  );
  for (const { id } of rows) {
    await seMettreA(client, id);
    const compte = await client.query<{ faits: number; fichiers: number }>(
      `SELECT (SELECT count(*)::int FROM parvis.fait WHERE collectivite_id = $1) AS faits,
              (SELECT count(*)::int FROM parvis.fichier WHERE collectivite_id = $1) AS fichiers`,
      [id],
    );
    total.faits += compte.rows[0]?.faits ?? 0;
    total.fichiers += compte.rows[0]?.fichiers ?? 0;
  }
  return total;
}

const seMettreA = (client: pg.ClientBase, collectivite: IdCollectivite): Promise<unknown> =>
  client.query("SELECT set_config('parvis.collectivite', $1, true)", [collectivite]);

/** Gathers facts by lots of one tenant; what is done with a lot is said below. */
abstract class ParLots implements Lecteur {
  protected readonly client: pg.ClientBase;
  readonly #suivre: Suivre | undefined;
  #lot: FaitInscrit[] = [];
  #courante: IdCollectivite | null = null;

  constructor(client: pg.ClientBase, suivre: Suivre | undefined) {
    this.client = client;
    this.#suivre = suivre;
  }

  async fait(fait: FaitInscrit): Promise<void> {
    await this.passerA(fait.collectivite);
    this.#lot.push(fait);
    if (this.#lot.length >= LOT) await this.#vider();
  }

  async fichier(fichier: FichierDArchive, contenu: Buffer): Promise<void> {
    await this.passerA(fichier.collectivite);
    await this.unFichier(fichier, contenu);
  }

  avancer(avancement: { readonly faits: number; readonly fichiers: number }): void {
    this.#suivre?.({ etape: 'restauration', ...avancement });
  }

  terminer(): Promise<void> {
    return this.#vider();
  }

  protected async passerA(collectivite: IdCollectivite): Promise<void> {
    if (this.#courante === collectivite) return;
    await this.#vider();
    await seMettreA(this.client, collectivite);
    this.#courante = collectivite;
  }

  async #vider(): Promise<void> {
    const lot = this.#lot;
    this.#lot = [];
    if (lot.length > 0) await this.unLot(lot);
  }

  protected abstract unLot(lot: readonly FaitInscrit[]): Promise<void>;
  protected abstract unFichier(fichier: FichierDArchive, contenu: Buffer): Promise<void>;
}

/** Writes into an empty store. */
class Remplissage extends ParLots {
  readonly #connues = new Set<IdCollectivite>();

  protected override async passerA(collectivite: IdCollectivite): Promise<void> {
    await super.passerA(collectivite);
    if (this.#connues.has(collectivite)) return;
    this.#connues.add(collectivite);
    await this.client.query(
      'INSERT INTO parvis.collectivite (collectivite_id, inscrite_le) VALUES ($1, now()) ON CONFLICT DO NOTHING',
      [collectivite],
    );
  }

  override async terminer(): Promise<void> {
    await super.terminer();
    for (const collectivite of this.#connues) {
      await seMettreA(this.client, collectivite);
      await remplirLesProjections(this.client);
    }
  }

  protected async unLot(lot: readonly FaitInscrit[]): Promise<void> {
    await this.client.query({
      name: 'restaurer-des-faits',
      text: `INSERT INTO parvis.fait (collectivite_id, flux, position, type, version, jour,
               instant, auteur, charge, empreinte_precedente, empreinte)
             SELECT $1, flux, position, type, version, jour, instant, auteur, charge,
               decode(precedente, 'hex'), decode(empreinte, 'hex')
             FROM unnest($2::text[], $3::int[], $4::text[], $5::int[], $6::date[], $7::timestamptz[],
               $8::text[], $9::json[], $10::text[], $11::text[])
               AS f (flux, position, type, version, jour, instant, auteur, charge, precedente, empreinte)`,
      values: [
        lot[0]?.collectivite,
        lot.map((f) => f.flux),
        lot.map((f) => f.position),
        lot.map((f) => f.type),
        lot.map((f) => f.version),
        lot.map((f) => f.jour),
        lot.map((f) => f.instant),
        lot.map((f) => f.auteur),
        lot.map((f) => canonicalJson(f.charge)),
        lot.map((f) => f.empreintePrecedente),
        lot.map((f) => f.empreinte),
      ],
    });
  }

  protected async unFichier(fichier: FichierDArchive, contenu: Buffer): Promise<void> {
    await this.client.query(
      `INSERT INTO parvis.fichier (collectivite_id, sha256, octets, mime, depose_le, contenu)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [fichier.collectivite, fichier.sha256, fichier.octets, fichier.mime, fichier.depose, contenu],
    );
  }
}

/** Holds a store that is not empty against the archive, fact by fact. */
class Comparaison extends ParLots {
  readonly #refus: (detail: string) => ArchiveRefusee;

  constructor(
    client: pg.ClientBase,
    suivre: Suivre | undefined,
    refus: (detail: string) => ArchiveRefusee,
  ) {
    super(client, suivre);
    this.#refus = refus;
  }

  protected async unLot(lot: readonly FaitInscrit[]): Promise<void> {
    const { rows } = await this.client.query<{ flux: string; position: number }>({
      name: 'comparer-des-faits',
      text: `SELECT a.flux, a.position
               FROM unnest($2::text[], $3::int[], $4::text[]) AS a (flux, position, empreinte)
               LEFT JOIN parvis.fait f ON f.collectivite_id = $1 AND f.flux = a.flux
                 AND f.position = a.position AND f.empreinte = decode(a.empreinte, 'hex')
              WHERE f.flux IS NULL LIMIT 1`,
      values: [
        lot[0]?.collectivite,
        lot.map((f) => f.flux),
        lot.map((f) => f.position),
        lot.map((f) => f.empreinte),
      ],
    });
    const [autre] = rows;
    if (autre !== undefined) throw this.#refus(`« ${autre.flux} », fait n° ${autre.position}`);
  }

  protected async unFichier({ collectivite, sha256 }: FichierDArchive): Promise<void> {
    const { rowCount } = await this.client.query(
      'SELECT 1 FROM parvis.fichier WHERE collectivite_id = $1 AND sha256 = $2',
      [collectivite, sha256],
    );
    if (rowCount === 0) throw this.#refus(`le fichier ${sha256} n’y est pas`);
  }
}
