import { enJson } from './commande.ts';
import type { MagasinDeCommande, Outils } from './outils.ts';

/** Opens the store for the time of a task, and leaves it whatever happens. */
export async function avecLeMagasin(
  outils: Outils,
  json: boolean,
  tache: (ouvert: MagasinDeCommande) => Promise<number>,
): Promise<number> {
  const ouvert = await outils.ouvrirLeMagasin();
  if (!ouvert.ok) {
    if (json) outils.sortie.ecrire(enJson({ refus: [ouvert.error] }));
    else outils.sortie.annoncer(`${ouvert.error}\n`);
    return 1;
  }
  try {
    return await tache(ouvert.value);
  } finally {
    await ouvert.value.arreter();
  }
}
