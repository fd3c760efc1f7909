import { importer as importerLaSeance } from '#app/importer.ts';
import { numerosRepris } from '#app/journal/numeros.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import { avecLeMagasin } from '../magasin.ts';
import type { Outils } from '../outils.ts';
import { lireLaSeance } from '../seance-lue.ts';

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const lue = await lireLaSeance(lus, outils);
  if (!lue.ok) return lue.error;
  const json = lus.options.has('json');
  return avecLeMagasin(outils, json, async ({ magasin, lieu }) => {
    const bilan = await importerLaSeance(lue.value.faits, magasin, outils.auteur);
    if (!bilan.ok) {
      if (json) outils.sortie.ecrire(enJson({ refus: [bilan.error.phrase], ...bilan.error }));
      else outils.sortie.annoncer(`${bilan.error.phrase}\n`);
      return 1;
    }
    const { etat, flux, faits, nouveaux } = bilan.value;
    const avertissements = await numerosRepris(lue.value.faits, magasin);
    if (json) outils.sortie.ecrire(enJson({ ...bilan.value, avertissements }));
    else if (etat === 'deja-la') {
      outils.sortie.ecrire(
        `« ${flux} » est déjà là, avec les mêmes ${faits} faits : rien à faire.\n`,
      );
    } else {
      outils.sortie.ecrire(
        `« ${flux} » : ${nouveaux} fait${nouveaux > 1 ? 's inscrits' : ' inscrit'}, ${faits} en tout, dans ${lieu}.\n`,
      );
    }
    if (!json) for (const phrase of avertissements) outils.sortie.annoncer(`${phrase}\n`);
    return 0;
  });
}

export const importer: Commande = {
  nom: 'importer',
  positions: ['seance.json'],
  options: [JSON_SEUL],
  resume: 'inscrit les faits d’une séance au registre',
  aide: `Recommencer ne change rien : une séance déjà inscrite est reconnue. Si le fichier dit plus,
la suite est ajoutée ; s’il dit autre chose, il est refusé et rien n’est écrit.
Un numéro d’acte déjà voté à une autre séance est signalé, sans rien bloquer.

Exemple : parvis importer examples/aix-2022-10-14.json`,
  executer,
};
