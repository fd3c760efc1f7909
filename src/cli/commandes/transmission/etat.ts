import { actesDe } from '#app/transmission/trouver.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../../commande.ts';
import { avecLeMagasin } from '../../magasin.ts';
import type { MagasinDeCommande, Outils } from '../../outils.ts';
import { type ActeVu, enMachine, enMots, regarder } from './acte-vu.ts';
import { COLLECTIVITE, acteDemande, collectivitesDe, refuser } from './guichet.ts';

/** Every act whose transmission was asked, as it stands. */
export async function actesTransmis(
  collectivites: readonly string[],
  ouvert: MagasinDeCommande,
  outils: Outils,
): Promise<readonly ActeVu[]> {
  const vus: ActeVu[] = [];
  for (const collectivite of collectivites) {
    for (const acte of await actesDe(ouvert.magasin, collectivite)) {
      if (acte.suivi.teletransmission.demande === null) continue;
      vus.push(await regarder(acte, ouvert, outils));
    }
  }
  return vus;
}

function dire(vus: readonly ActeVu[], lus: Lus, { sortie }: Outils): 0 {
  if (lus.options.has('json')) sortie.ecrire(enJson(vus.map(enMachine)));
  else if (vus.length === 0) sortie.ecrire('Aucun acte n’a été transmis par Parvis.\n');
  else sortie.ecrire(vus.map(enMots).join('\n'));
  return 0;
}

export const transmissionEtat: Commande = {
  nom: 'transmission etat',
  positions: ['numero?'],
  options: [COLLECTIVITE, JSON_SEUL],
  resume: 'dit où en est l’envoi d’un acte, ou de tous',
  aide: `Lit le registre seulement : rien n’est demandé à l’opérateur (voir transmission relever).

Exemple : parvis transmission etat DL.2022-330`,
  executer: (lus, outils) =>
    avecLeMagasin(outils, lus.options.has('json'), async (ouvert) => {
      if (lus.positions.length > 0) {
        const trouve = await acteDemande(lus, ouvert);
        if (!trouve.ok) return refuser([trouve.error], lus, outils);
        return dire([await regarder(trouve.value, ouvert, outils)], lus, outils);
      }
      const collectivites = await collectivitesDe(lus, ouvert);
      if (!collectivites.ok) return refuser([collectivites.error], lus, outils);
      return dire(await actesTransmis(collectivites.value, ouvert, outils), lus, outils);
    }),
};
