import type { Choix } from '#app/transmission/envois/depot.ts';
import { relancerLesEnvois } from '#app/transmission/envois/relancer.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Lus } from '../../arguments.ts';
import { type Commande, JSON_SEUL } from '../../commande.ts';
import { refuser } from '../../refuser.ts';
import { COLLECTIVITE, auGuichet, dire, raconter } from './guichet.ts';

function choixDe({ options }: Lus): Result<Choix | null, string> {
  const adoptee = options.get('transaction');
  const motif = options.get('abandonner');
  if (adoptee !== undefined && motif !== undefined) {
    return err(
      'Choisissez : --transaction pour adopter un envoi, ou --abandonner pour y renoncer.',
    );
  }
  if (motif !== undefined) {
    return motif.trim() === ''
      ? err('Dites pourquoi vous y renoncez : --abandonner "en une phrase".')
      : ok({ genre: 'abandonner', motif: motif.trim() });
  }
  return ok(adoptee === undefined ? null : { genre: 'adopter', transaction: adoptee });
}

export const transmissionRelancer: Commande = {
  nom: 'transmission relancer',
  positions: ['numero'],
  options: [
    {
      nom: 'transaction',
      valeur: 'n',
      aide: 'Le bon envoi, quand l’opérateur en tient plusieurs.',
    },
    { nom: 'abandonner', valeur: 'motif', aide: 'Y renoncer, si l’opérateur ne tient rien.' },
    COLLECTIVITE,
    JSON_SEUL,
  ],
  resume: 'reprend un envoi « à vérifier », sans jamais l’envoyer deux fois',
  aide: `Demande d’abord à l’opérateur si l’envoi est arrivé : s’il le tient, il est repris sous son numéro ;
sinon il part de nouveau. Il en va de même d’une annulation ou d’une réponse restée en suspens.
--abandonner n’abandonne que ce que l’opérateur ne tient pas ; l’acte peut ensuite être redemandé,
au besoin sous un autre numéro (parvis transmission envoyer --numero).
Code de sortie : 0 si plus rien n’est en suspens, 1 sinon (la raison est dite).

Exemple : parvis transmission relancer DL.2022-330`,
  executer: async (lus, outils) => {
    const choix = choixDe(lus);
    if (!choix.ok) {
      outils.sortie.annoncer(`${choix.error}\n`);
      return 2;
    }
    return auGuichet(lus, outils, async (guichet) => {
      const { bureau, trouve } = guichet;
      dire(`Recherche chez ${bureau.tdt.nom}`, outils);
      const relance = await relancerLesEnvois(bureau, trouve.lieu, choix.value);
      return relance.ok
        ? raconter(guichet, relance.value.echec, { lus, outils })
        : refuser([relance.error], lus, outils);
    });
  },
};
