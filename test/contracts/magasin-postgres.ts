import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lireMigrations, migrer } from '#adapters/store/migrations.ts';
import { ouvrirMagasin, type MagasinOuvert } from '#adapters/store/ouvrir.ts';
import { AIX, fait, horlogeDEssai, MARSEILLE, SEANCE, valeur } from './exemples.ts';
import { autreBase, type ServeurDeTest } from './bases.ts';

/** What PostgreSQL itself must forbid, even to a program that goes round the store. */
export function contratDePostgres(nom: string, demarrer: () => Promise<ServeurDeTest>): void {
  describe(`Ce que la base interdit elle-même : ${nom}`, () => {
    let serveur: ServeurDeTest;
    let url: string;
    let ouvert: MagasinOuvert;
    let appli: pg.Client;
    let superutilisateur: pg.Client;

    beforeAll(async () => {
      serveur = await demarrer();
      url = await serveur.baseNeuve();
      ouvert = valeur(await ouvrirMagasin({ databaseUrl: url, horloge: horlogeDEssai() }));
      for (const commune of [AIX, MARSEILLE]) {
        const faits = [fait('SeancePreparee', { commune, n: 1 }), fait('SeanceOuverte')];
        valeur(await ouvert.magasin.ajouter(commune, SEANCE, 0, faits));
        await ouvert.magasin.deposer(commune, Buffer.from(commune), 'text/plain');
      }
      appli = new pg.Client({ connectionString: url });
      superutilisateur = new pg.Client({ connectionString: url });
      await appli.connect();
      await superutilisateur.connect();
      await appli.query('SET ROLE parvis_app');
    });
    afterAll(async () => {
      await appli?.end();
      await superutilisateur?.end();
      await ouvert?.arreter();
      await serveur?.fermer();
    });

    const compter = async (table: string): Promise<number> => {
      const { rows } = await appli.query<{ n: string }>(
        `SELECT count(*) AS n FROM parvis.${table}`,
      );
      return Number(rows[0]?.n);
    };

    it.each([
      ['fait', 2],
      ['fichier', 1],
      ['projection_seance', 1],
    ])('cloisonne la table %s par collectivité', async (table, lignes) => {
      await appli.query('RESET parvis.collectivite');
      expect(await compter(table)).toBe(0);
      await appli.query(`SET parvis.collectivite = '${AIX}'`);
      expect(await compter(table)).toBe(lignes);
      const { rows } = await appli.query(
        `SELECT * FROM parvis.${table} WHERE collectivite_id = '${MARSEILLE}'`,
      );
      expect(rows).toEqual([]);
    });

    it('cloisonne toute table qui porte une collectivité, sauf la liste de leurs noms', async () => {
      const { rows } = await superutilisateur.query<{ nom: string; force: boolean }>(
        `SELECT c.relname AS nom, c.relrowsecurity AND c.relforcerowsecurity AS force
           FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
          WHERE c.relnamespace = 'parvis'::regnamespace AND c.relkind IN ('r', 'p')
            AND a.attname = 'collectivite_id' AND a.attnum = 1 ORDER BY 1`,
      );
      expect(rows.filter((r) => !r.force).map((r) => r.nom)).toEqual(['collectivite']);
      expect(rows.length).toBeGreaterThanOrEqual(4);
    });

    it('refuse au programme d’écrire pour une autre collectivité, ou hors de la fonction prévue', async () => {
      await appli.query(`SET parvis.collectivite = '${AIX}'`);
      await expect(
        appli.query(
          `INSERT INTO parvis.fichier VALUES ('${MARSEILLE}', encode(sha256('x'), 'hex'), 1, 'a', now(), 'x')`,
        ),
      ).rejects.toThrow(/row-level security/);
      await expect(
        appli.query(
          `INSERT INTO parvis.fait SELECT collectivite_id, flux, position + 9, type, version, jour, instant, auteur, charge, empreinte, empreinte FROM parvis.fait`,
        ),
      ).rejects.toThrow(/permission denied/);
    });

    it.each([
      'UPDATE parvis.fait SET auteur = auteur',
      'DELETE FROM parvis.fait',
      'TRUNCATE parvis.fait',
      'UPDATE parvis.fichier SET mime = mime',
      'DELETE FROM parvis.fichier',
      'DROP TABLE parvis.fait',
      'ALTER TABLE parvis.fait DISABLE TRIGGER ALL',
    ])('refuse au programme : %s', async (ordre) => {
      await appli.query(`SET parvis.collectivite = '${AIX}'`);
      await expect(appli.query(ordre)).rejects.toThrow(/permission denied|must be owner/);
    });

    it.each([
      'UPDATE parvis.fait SET auteur = auteur',
      'DELETE FROM parvis.fait WHERE false',
      'TRUNCATE parvis.fait',
      "SET session_replication_role = 'replica'; DELETE FROM parvis.fait",
      'UPDATE parvis.fichier SET mime = mime',
      'TRUNCATE parvis.fichier',
    ])('refuse même au propriétaire : %s', async (ordre) => {
      await superutilisateur.query('BEGIN');
      await expect(superutilisateur.query(ordre)).rejects.toThrow(/ne fait que croître/);
      await superutilisateur.query('ROLLBACK');
    });

    it('refuse un fichier dont le nom n’est pas l’empreinte du contenu', async () => {
      await expect(
        superutilisateur.query(
          `INSERT INTO parvis.fichier VALUES ('${AIX}', repeat('0', 64), 1, 'a', now(), 'x')`,
        ),
      ).rejects.toThrow(/fichier_intact/);
    });

    it.each([
      ['la charge d’un fait', `UPDATE parvis.fait SET charge = '{"commune":"211300017","n":2}'`, 0],
      ['le texte d’une charge', `UPDATE parvis.fait SET charge = (charge::text || ' ')::json`, 0],
      ['l’auteur', `UPDATE parvis.fait SET auteur = 'un autre'`, 0],
      ['le jour', `UPDATE parvis.fait SET jour = jour + 1`, 0],
      ['l’instant', `UPDATE parvis.fait SET instant = instant + interval '1 ms'`, 0],
      ['l’empreinte', `UPDATE parvis.fait SET empreinte = sha256('x')`, 0],
      ['le retrait du premier fait', 'DELETE FROM parvis.fait', 0],
      ['le retrait du dernier fait', 'DELETE FROM parvis.fait', 1],
    ])('%s, modifié par un superutilisateur, est retrouvé', async (_, ordre, position) => {
      // Everything is undone: the alteration is seen through a store of its own, then put back.
      await superutilisateur.query('CREATE TABLE garde AS SELECT * FROM parvis.fait');
      await superutilisateur.query('ALTER TABLE parvis.fait DISABLE TRIGGER fait_ajout_seul');
      try {
        await superutilisateur.query(
          `${ordre} WHERE collectivite_id = '${AIX}' AND position = ${position}`,
        );
        const ruptures = await ouvert.magasin.verifier(AIX);
        expect(ruptures[0]).toMatchObject({ collectivite: AIX, flux: SEANCE, position });
        expect(ruptures[0]?.phrase).toMatch(/^[A-Z].*\.$/);
        expect(await ouvert.magasin.verifier(MARSEILLE)).toEqual([]);
      } finally {
        await superutilisateur.query('DELETE FROM parvis.fait');
        await superutilisateur.query(
          'INSERT INTO parvis.fait SELECT * FROM garde; DROP TABLE garde',
        );
        await superutilisateur.query(
          'ALTER TABLE parvis.fait ENABLE ALWAYS TRIGGER fait_ajout_seul',
        );
      }
      expect(await ouvert.magasin.verifier(AIX)).toEqual([]);
    });

    it('retrouve un fichier modifié par un superutilisateur', async () => {
      const changer = (contenu: string): Promise<unknown> =>
        superutilisateur.query(
          `UPDATE parvis.fichier SET contenu = '${contenu}', octets = length('${contenu}')
            WHERE collectivite_id = '${AIX}'`,
        );
      await superutilisateur.query(
        `ALTER TABLE parvis.fichier DISABLE TRIGGER fichier_ajout_seul;
         ALTER TABLE parvis.fichier DROP CONSTRAINT fichier_intact`,
      );
      await changer('211300018');
      expect(await ouvert.magasin.verifier(AIX)).toMatchObject([
        { collectivite: AIX, flux: expect.stringMatching(/^fichier\/[0-9a-f]{64}$/) },
      ]);
      expect(await ouvert.magasin.verifier(MARSEILLE)).toEqual([]);
      await changer(AIX);
      await superutilisateur.query(
        `ALTER TABLE parvis.fichier ADD CONSTRAINT fichier_intact
           CHECK (encode(sha256(contenu), 'hex') = sha256);
         ALTER TABLE parvis.fichier ENABLE ALWAYS TRIGGER fichier_ajout_seul`,
      );
      expect(await ouvert.magasin.verifier(AIX)).toEqual([]);
    });

    it('refait les listes supprimées, à l’ouverture suivante', async () => {
      await superutilisateur.query('DROP TABLE parvis.projection_seance');
      const autre = valeur(await ouvrirMagasin({ databaseUrl: url, horloge: horlogeDEssai() }));
      expect(await autre.magasin.sommaire(AIX)).toEqual([
        { flux: SEANCE, jour: '2022-10-14', version: 2 },
      ]);
      await autre.arreter();
    });

    it('travaille sous un simple propriétaire, cloisonné et sans pouvoir modifier, en le disant', async () => {
      const simple = `proprietaire_${process.pid}_${Date.now()}`;
      const base = await serveur.baseNeuve();
      const admin = new pg.Client({ connectionString: base });
      await admin.connect();
      await admin.query(`CREATE ROLE ${simple} NOLOGIN`);
      const { rows: noms } = await admin.query<{ nom: string }>('SELECT current_database() AS nom');
      await admin.query(`ALTER DATABASE ${noms[0]?.nom} OWNER TO ${simple}`);
      const databaseUrl = `${base}${base.includes('?') ? '&' : '?'}options=-c%20role%3D${simple}`;
      const o = valeur(await ouvrirMagasin({ databaseUrl, horloge: horlogeDEssai() }));
      try {
        expect(o.avertissement).toMatch(/CREATE ROLE parvis_app NOLOGIN; GRANT parvis_app TO/);
        valeur(await o.magasin.ajouter(AIX, SEANCE, 0, [fait('SeancePreparee')]));
        valeur(await o.magasin.ajouter(MARSEILLE, SEANCE, 0, [fait('SeancePreparee')]));
        expect(await o.magasin.lire(AIX, SEANCE)).toHaveLength(1);
        expect(await o.magasin.verifier(AIX)).toEqual([]);
        expect(await o.magasin.reconstruire()).toBe(2);
        await admin.query(`SET ROLE ${simple}; SET parvis.collectivite = '${AIX}'`);
        const { rows } = await admin.query('SELECT collectivite_id AS id FROM parvis.fait');
        expect(rows).toEqual([{ id: AIX }]);
        await expect(admin.query('DELETE FROM parvis.fait')).rejects.toThrow(/ne fait que croître/);
      } finally {
        await o.arreter();
        await admin.query(`RESET ROLE; REASSIGN OWNED BY ${simple} TO CURRENT_USER`);
        await admin.query(`DROP OWNED BY ${simple}; DROP ROLE ${simple}`);
        await admin.end();
      }
    });

    it.each([
      ['mysql://x', /n’est pas une adresse PostgreSQL/],
      ['postgresql://x@localhost:1/parvis', /ne répond pas \(ECONNREFUSED\)/],
      ['postgresql://x@localhost/parvis?host=/nulle/part', /ne répond pas \(ENOENT\)/],
    ])('dit en clair pourquoi %s ne va pas', async (databaseUrl, phrase) => {
      const refus = await ouvrirMagasin({ databaseUrl, horloge: horlogeDEssai() });
      expect(refus.ok ? 'opened' : refus.error).toMatch(phrase);
    });

    it('dit en clair que la base n’existe pas, ou n’est pas en UTF-8', async () => {
      const horloge = horlogeDEssai();
      const absente = autreBase(url, 'absente');
      const refus = await ouvrirMagasin({ databaseUrl: absente, horloge });
      expect(refus.ok ? 'opened' : refus.error).toMatch(/n’existe pas.*CREATE DATABASE/);
      const latine = `latine_${process.pid}_${Date.now()}`;
      await superutilisateur.query(
        `CREATE DATABASE ${latine} ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0`,
      );
      const codage = await ouvrirMagasin({ databaseUrl: autreBase(url, latine), horloge });
      await superutilisateur.query(`DROP DATABASE ${latine}`);
      expect(codage.ok ? 'opened' : codage.error).toMatch(/codée en LATIN1/);
    });

    it('s’ouvre par quatre programmes en même temps sur une base vide', async () => {
      const vide = await serveur.baseNeuve();
      const ouverts = await Promise.all(
        Array.from({ length: 4 }, () =>
          ouvrirMagasin({ databaseUrl: vide, horloge: horlogeDEssai() }),
        ),
      );
      for (const o of ouverts) await valeur(o).arreter();
    });

    it('refuse une étape de migration modifiée après coup, et une base plus récente que le programme', async () => {
      const migrations = lireMigrations();
      const derniere = migrations.at(-1);
      if (derniere === undefined) throw new Error('no migration');
      const alteree = [...migrations.slice(0, -1), { ...derniere, sha256: '0'.repeat(64) }];
      await expect(migrer(superutilisateur, alteree)).rejects.toThrow(/a changé depuis/);
      await expect(migrer(superutilisateur, migrations.slice(0, -1))).rejects.toThrow(
        /version plus récente de Parvis/,
      );
      const numero = migrations.length + 1;
      const ratee = {
        numero,
        nom: 'x.sql',
        sha256: 'x',
        sql: 'CREATE TABLE parvis.x (); SELECT 1/0',
      };
      await expect(migrer(superutilisateur, [...migrations, ratee])).rejects.toThrow(/zero/);
      expect(await migrer(superutilisateur, migrations)).toEqual([]);
      const { rows } = await superutilisateur.query("SELECT to_regclass('parvis.x') AS x");
      expect(rows).toEqual([{ x: null }]);
    });

    it('survit à la coupure de toutes ses connexions', async () => {
      const signaux: string[] = [];
      const o = valeur(
        await ouvrirMagasin({
          databaseUrl: url,
          horloge: horlogeDEssai(),
          signaler: (phrase) => signaux.push(phrase),
        }),
      );
      const recues: string[] = [];
      await o.magasin.suivre(({ flux }) => recues.push(flux));
      await o.magasin.lire(AIX, SEANCE);
      await superutilisateur.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = current_database() AND application_name = 'parvis'`,
      );
      await expect.poll(() => signaux.length, { timeout: 10_000 }).toBeGreaterThan(0);
      expect(await o.magasin.lire(AIX, SEANCE)).toHaveLength(2);
      let version = 0;
      await expect
        .poll(
          async () => {
            await o.magasin.ajouter(AIX, 'reprise', version++, [fait('Essai')]);
            return recues;
          },
          { timeout: 10_000, interval: 100 },
        )
        .toContain('reprise');
      await o.arreter();
    });
  });
}
