import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { lancerPostgres } from '#adapters/postgres/lanceur.ts';
import { pidVivant } from '#adapters/postgres/processus.ts';

/** A PostgreSQL on which tests make databases of their own. */
export type ServeurDeTest = {
  /** Address of a database made for one test, empty. */
  baseNeuve(): Promise<string>;
  /** Drops what was made, and stops what was started. */
  fermer(): Promise<void>;
};

let compteur = 0;

/** The same address for another database; `postgresql://compte@/base?host=…` is not a web URL. */
export const autreBase = (adresse: string, nom: string): string =>
  adresse.replace(/^(postgres(?:ql)?:\/\/[^/?]*)\/?[^?]*/, `$1/${nom}`);

/** Makes databases through an address whose account may CREATE DATABASE. */
export function serveurDeTest(adresse: string): ServeurDeTest {
  const faites: string[] = [];
  const executer = async (ordre: string): Promise<void> => {
    const client = new pg.Client({ connectionString: adresse });
    await client.connect();
    try {
      await client.query(ordre);
    } finally {
      await client.end();
    }
  };
  return {
    async baseNeuve() {
      const nom = `essai_${process.pid}_${compteur++}`;
      await executer(`CREATE DATABASE ${nom} ENCODING 'UTF8' TEMPLATE template0`);
      faites.push(nom);
      return autreBase(adresse, nom);
    },
    async fermer() {
      for (const nom of faites) await executer(`DROP DATABASE IF EXISTS ${nom} WITH (FORCE)`);
    },
  };
}

/** The embedded PostgreSQL in a folder of its own under the temporary folder, without fsync. */
export async function serveurEmbarque(): Promise<ServeurDeTest> {
  const dossier = mkdtempSync(join(tmpdir(), 'parvis-essai-'));
  const lance = await lancerPostgres({ dossier, sansSync: true });
  if (!lance.ok) throw new Error(lance.error);
  // A suite that fails before its end must not leave a server behind.
  const secours = (): void =>
    void (pidVivant(lance.value.pid) && process.kill(lance.value.pid, 'SIGQUIT'));
  process.once('exit', secours);
  const { host, port, user } = lance.value.adresse;
  const serveur = serveurDeTest(
    `postgresql://${user}@localhost/postgres?host=${encodeURIComponent(host)}&port=${port}`,
  );
  return {
    baseNeuve: () => serveur.baseNeuve(),
    async fermer() {
      await lance.value.arreter();
      process.off('exit', secours);
      rmSync(dossier, { recursive: true, force: true });
    },
  };
}
