import type { Result } from '#base/result.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import type { Outils } from '../outils.ts';

function dire(resultat: Result<string, string>, lus: Lus, { sortie }: Outils): number {
  if (lus.options.has('json')) {
    sortie.ecrire(enJson(resultat.ok ? { fait: resultat.value } : { refus: [resultat.error] }));
  } else if (resultat.ok) sortie.ecrire(`${resultat.value}\n`);
  else sortie.annoncer(`${resultat.error}\n`);
  return resultat.ok ? 0 : 1;
}

export const sauvegarder: Commande = {
  nom: 'sauvegarder',
  positions: ['fichier'],
  options: [JSON_SEUL],
  resume: 'met tout le registre dans un fichier, sans l’arrêter',
  aide: `Le fichier contient les faits, leurs empreintes et les documents de toutes les collectivités.
Gardez-le ailleurs que sur cette machine.

Exemple : parvis sauvegarder parvis-2026-11-23.sauvegarde`,
  executer: async (lus, outils) =>
    dire(await outils.sauvegarder(lus.positions[0] ?? ''), lus, outils),
};

export const restaurer: Commande = {
  nom: 'restaurer',
  positions: ['fichier'],
  options: [JSON_SEUL],
  resume: 'remet en place un registre sauvegardé',
  aide: 'Refusé si le registre n’est pas vide : une restauration n’efface jamais rien.',
  executer: async (lus, outils) =>
    dire(await outils.restaurer(lus.positions[0] ?? ''), lus, outils),
};

export const servir: Commande = {
  nom: 'servir',
  positions: [],
  options: [],
  resume: 'ouvre les pages publiques dans le navigateur',
  aide: `PORT change le port (8330), PARVIS_DONNEES le dossier des données, DATABASE_URL la base.
PARVIS_ADRESSE (https://actes.exemple.fr) dit l’adresse publique, derrière un serveur mandataire.
Ctrl-C arrête tout proprement.`,
  executer: (_, outils) => outils.servir(),
};
