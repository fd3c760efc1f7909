import { vi } from 'vitest';
import { boiteEnMemoire } from '#adapters/store/boite-en-memoire.ts';
import { ouvrirMagasin } from '#adapters/store/ouvrir.ts';
import { serveurEmbarque } from './bases.ts';
import { contratDeLaBoite } from './boite-d-envoi.ts';
import { horlogeDEssai, valeur } from './exemples.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

contratDeLaBoite('mémoire', async () => ({
  boite: boiteEnMemoire(),
  fermer: async () => undefined,
}));

contratDeLaBoite('PostgreSQL embarqué', async () => {
  const serveur = await serveurEmbarque();
  const databaseUrl = await serveur.baseNeuve();
  const ouvert = valeur(await ouvrirMagasin({ databaseUrl, horloge: horlogeDEssai() }));
  return {
    boite: ouvert.boite,
    async fermer() {
      await ouvert.arreter();
      await serveur.fermer();
    },
  };
});
