import type { BilanDeSauvegarde, Sauvegardes } from '#app/ports/sauvegarde.ts';
import { err, ok } from '#base/result.ts';

const BILAN: BilanDeSauvegarde = { collectivites: 1, faits: 34, fichiers: 0 };

/**
 * Backups for a command under test: everything goes well, but a store that is not empty cannot be
 * restored, and the archive « autre » holds one fact more than the store.
 */
export const sauvegardesDEssai: Sauvegardes = {
  sauvegarder: async () => ok(BILAN),
  controler: async () => ok(BILAN),
  temoigner: async (fichier) =>
    fichier === 'autre' ? err({ pointeur: 'ligne 12', phrase: 'Il manque un fait.' }) : ok(BILAN),
  restaurer: async () => err({ pointeur: 'magasin', phrase: 'Le registre n’est pas vide.' }),
};
