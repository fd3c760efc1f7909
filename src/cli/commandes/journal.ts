import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import { avecLeMagasin } from '../magasin.ts';
import type { Outils } from '../outils.ts';

const accord = (n: number, un: string, plusieurs: string): string =>
  `${n} ${n > 1 ? plusieurs : un}`;

async function executer(lus: Lus, outils: Outils): Promise<number> {
  const json = lus.options.has('json');
  return avecLeMagasin(outils, json, async ({ magasin, lieu }) => {
    const sirens = await magasin.collectivites();
    const ruptures = [];
    for (const siren of sirens) ruptures.push(...(await magasin.verifier(siren)));
    if (json) outils.sortie.ecrire(enJson({ collectivites: sirens, ruptures }));
    else {
      const combien = accord(sirens.length, 'collectivité', 'collectivités');
      outils.sortie.ecrire(
        ruptures.length === 0
          ? `Le journal est intact : ${combien}, chaque fait suit le précédent (${lieu}).\n`
          : `Le journal a été altéré : ${accord(ruptures.length, 'rupture', 'ruptures')}.\n`,
      );
      for (const { collectivite, flux, position, phrase } of ruptures) {
        outils.sortie.ecrire(`  ${collectivite}, ${flux}, fait n° ${position}\n    ${phrase}\n`);
      }
    }
    return ruptures.length === 0 ? 0 : 1;
  });
}

export const journalVerifier: Commande = {
  nom: 'journal verifier',
  positions: [],
  options: [JSON_SEUL],
  resume: 'recalcule les empreintes du registre : rien n’a-t-il été altéré ?',
  aide: `Chaque fait porte l’empreinte (SHA-256) du précédent. Cette commande les recalcule toutes.
Code de sortie : 0 si rien n’a été altéré, 1 sinon.`,
  executer,
};
