import type { Avancement, Sauvegardes, Suivre } from '#app/ports/sauvegarde.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Lus } from '../arguments.ts';
import { type Commande, JSON_SEUL, enJson } from '../commande.ts';
import { avecLeMagasin } from '../magasin.ts';
import type { Outils, Sortie } from '../outils.ts';
import { compter } from '#formats/mots/nombres.ts';

/** One task on the backups: the sentence to print, done or not. */
type Tache = (
  sauvegardes: Sauvegardes,
  fichier: string,
  suivre: Suivre,
) => Promise<Result<string, string>>;

const suivreSur =
  (sortie: Sortie) =>
  ({ etape, faits, fichiers }: Avancement): void => {
    if (sortie.interactive) sortie.annoncer(`\r${etape} : ${faits} faits, ${fichiers} fichiers `);
  };

/** Runs a task on the store's backups and prints what came of it; gives the exit code. */
const mener =
  (tache: Tache) =>
  (lus: Lus, outils: Outils): Promise<number> =>
    avecLeMagasin(outils, lus.options.has('json'), async ({ sauvegardes }) => {
      const { sortie } = outils;
      const fait = await tache(sauvegardes, lus.positions[0] ?? '', suivreSur(sortie));
      if (lus.options.has('json')) {
        sortie.ecrire(enJson(fait.ok ? { fait: fait.value } : { refus: [fait.error] }));
      } else if (fait.ok) sortie.ecrire(`${fait.value}\n`);
      else sortie.annoncer(`${fait.error}\n`);
      return fait.ok ? 0 : 1;
    });

const enUnFichier: Tache = async (sauvegardes, fichier, suivre) => {
  const bilan = await sauvegardes.sauvegarder(fichier, suivre);
  if (!bilan.ok) return err(bilan.error.phrase);
  const { collectivites, faits, fichiers } = bilan.value;
  return ok(
    `Sauvegardé et relu : ${compter(faits, 'fait')} et ${compter(fichiers, 'fichier')} de ${compter(collectivites, 'collectivité')}, dans ${fichier}.`,
  );
};

const depuisUnFichier: Tache = async (sauvegardes, fichier, suivre) => {
  const bilan = await sauvegardes.restaurer(fichier, suivre);
  if (!bilan.ok) return err(`${bilan.error.phrase} (${bilan.error.pointeur})`);
  const { faits, fichiers, dejaPresente } = bilan.value;
  return ok(
    dejaPresente
      ? `Le registre contient déjà ces ${faits} faits : rien n’a été écrit.`
      : `Restauré et vérifié : ${compter(faits, 'fait')} et ${compter(fichiers, 'fichier')}.`,
  );
};

/** Holds the store against a backup kept elsewhere: the sentence that says whether all is there. */
export async function temoigner(
  sauvegardes: Sauvegardes,
  fichier: string,
  sortie: Sortie,
): Promise<Result<string, string>> {
  const bilan = await sauvegardes.temoigner(fichier, suivreSur(sortie));
  return bilan.ok ? ok('Le registre contient toute la sauvegarde.') : err(bilan.error.phrase);
}

export const sauvegarder: Commande = {
  nom: 'sauvegarder',
  positions: ['fichier'],
  options: [JSON_SEUL],
  resume: 'met tout le registre dans un fichier, sans l’arrêter',
  aide: `Le fichier contient les faits, leurs empreintes et les documents de toutes les collectivités.
Gardez-le ailleurs que sur cette machine.

Exemple : parvis sauvegarder parvis-2026-11-23.sauvegarde`,
  executer: mener(enUnFichier),
};

export const restaurer: Commande = {
  nom: 'restaurer',
  positions: ['fichier'],
  options: [JSON_SEUL],
  resume: 'remet en place un registre sauvegardé',
  aide: 'Refusé si le registre n’est pas vide : une restauration n’efface jamais rien.',
  executer: mener(depuisUnFichier),
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
