import { describe, it, vi } from 'vitest';
import { magasinEnMemoire } from '#adapters/store/memoire.ts';
import { ouvrirMagasin } from '#adapters/store/ouvrir.ts';
import { serveurDeTest, serveurEmbarque, type ServeurDeTest } from './bases.ts';
import { horlogeDEssai, valeur } from './exemples.ts';
import { contratDePostgres } from './magasin-postgres.ts';
import { contratDuMagasin } from './magasin.ts';

/** Set by continuous integration: an account that may CREATE DATABASE on a real server. */
const SERVEUR = process.env.PARVIS_TEST_DATABASE_URL;

contratDuMagasin('mémoire', async () => {
  const magasin = magasinEnMemoire(horlogeDEssai());
  return { magasin, fermer: () => magasin.fermer() };
});

vi.setConfig({ testTimeout: 60_000 });

let embarque: Promise<ServeurDeTest> | null = null;
let usages = 0;

/** One embedded server for the whole file, stopped by the last suite that uses it. */
async function partage(): Promise<ServeurDeTest> {
  usages++;
  const serveur = await (embarque ??= serveurEmbarque());
  return {
    baseNeuve: () => serveur.baseNeuve(),
    async fermer() {
      if (--usages > 0) return;
      embarque = null;
      await serveur.fermer();
    },
  };
}

const surPostgres = (demarrer: () => Promise<ServeurDeTest>) => async () => {
  const serveur = await demarrer();
  const databaseUrl = await serveur.baseNeuve();
  const ouvert = valeur(await ouvrirMagasin({ databaseUrl, horloge: horlogeDEssai() }));
  const fermer = async (): Promise<void> => {
    await ouvert.arreter();
    await serveur.fermer();
  };
  return { magasin: ouvert.magasin, fermer };
};

contratDuMagasin('PostgreSQL embarqué', surPostgres(partage));
contratDePostgres('PostgreSQL embarqué', partage);

if (SERVEUR === undefined) {
  describe('Le contrat du magasin : serveur PostgreSQL', () => {
    it.skip('passé : PARVIS_TEST_DATABASE_URL n’indique aucun serveur', () => undefined);
  });
} else {
  const serveur = async (): Promise<ServeurDeTest> => serveurDeTest(SERVEUR);
  contratDuMagasin('serveur PostgreSQL', surPostgres(serveur));
  contratDePostgres('serveur PostgreSQL', serveur);
}
