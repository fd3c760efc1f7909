import { assert } from '#base/assert.ts';
import type { IdMembre, Membre } from '#conseil/membre.ts';
import type { Pouvoir, Seance } from '#conseil/seance/etat.ts';
import type { Ligne } from '../document/document.ts';
import { enumerer, ligne } from './ligne.ts';

/** « Madame Kayané BIANCO »: as the council names her, without a title nobody told. */
export const nomDuMembre = ({ civilite, prenom, nom }: Membre): string =>
  [civilite, prenom, nom].filter((mot) => mot !== null && mot !== '').join(' ');

/** Finds a member of the sitting; throws on an id the table does not hold: reading refuses those. */
export function membreDe({ identite }: Seance, id: IdMembre): Membre {
  const membre = identite.tableau.membres.find((m) => m.id === id);
  assert(membre !== undefined, `${id} is a member of the table`);
  return membre;
}

/** The name, marked as one so that it is never cut. */
export const nomme = (seance: Seance, id: IdMembre): Ligne => [
  { texte: nomDuMembre(membreDe(seance, id)), nom: true },
];

/** « Madame X, Maire »: the function follows when the table tells it. */
export function nommeAvecFonction(seance: Seance, id: IdMembre): Ligne {
  const { fonction } = membreDe(seance, id);
  return ligne(nomme(seance, id), fonction === null ? '' : `, ${fonction}`);
}

/** In the order of the table, whatever the order they were noted in. */
export const dansLOrdre = ({ identite }: Seance, ids: readonly IdMembre[]): readonly IdMembre[] => {
  const dits = new Set(ids);
  return identite.tableau.membres.map(({ id }) => id).filter((id) => dits.has(id));
};

/** « Madame A, Monsieur B, Madame C. »; « néant » when there is nobody. */
export const noms = (seance: Seance, ids: readonly IdMembre[]): Ligne =>
  ids.length === 0
    ? ligne('néant.')
    : ligne(enumerer(dansLOrdre(seance, ids).map((id) => nomme(seance, id))), '.');

/** « Monsieur A à Madame B »: who gave a proxy, and to whom. */
export const pouvoirsNommes = (seance: Seance, pouvoirs: readonly Pouvoir[]): Ligne =>
  pouvoirs.length === 0
    ? ligne('néant.')
    : ligne(
        enumerer(
          pouvoirs.map(({ mandant, mandataire }) =>
            ligne(nomme(seance, mandant), ' à ', nomme(seance, mandataire)),
          ),
        ),
        '.',
      );

/** Agrees a participle with the person: « présente » for Madame. */
export const accorder = ({ civilite }: Membre, mot: string): string =>
  civilite === 'Madame' ? `${mot}e` : mot;
