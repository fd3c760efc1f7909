import { annulerLaTransmission } from '#app/transmission/transmettre.ts';
import { type Commande, JSON_SEUL } from '../../commande.ts';
import { refuser } from '../../refuser.ts';
import { COLLECTIVITE, auGuichet, raconter } from './guichet.ts';

export const transmissionAnnuler: Commande = {
  nom: 'transmission annuler',
  positions: ['numero'],
  options: [
    { nom: 'motif', valeur: 'phrase', aide: 'Pourquoi ; gardé au registre.' },
    COLLECTIVITE,
    JSON_SEUL,
  ],
  resume: 'demande l’annulation d’une transmission reçue par la préfecture',
  aide: `Une transmission ne s’annule qu’une fois l’accusé de la préfecture arrivé, une demande à la fois.
Elle ne compte plus le jour où la préfecture en prend acte (parvis transmission relever le dira). La
décision, elle, existe toujours : seul le conseil la retire.
Code de sortie : 0 si la demande est prise en charge, 1 sinon (la raison est dite).

Exemple : parvis transmission annuler DL.2022-330 --motif "Mauvais fichier joint"`,
  executer: async (lus, outils) => {
    const motif = lus.options.get('motif')?.trim() ?? '';
    if (motif === '') {
      outils.sortie.annoncer('Dites pourquoi : --motif "en une phrase".\n');
      return 2;
    }
    return auGuichet(lus, outils, async (guichet) => {
      const { bureau, trouve } = guichet;
      const demande = await annulerLaTransmission(bureau, trouve.lieu, motif);
      return demande.ok
        ? raconter(guichet, demande.value.echec, { lus, outils })
        : refuser([demande.error, 'Rien n’est parti.'], lus, outils);
    });
  },
};
