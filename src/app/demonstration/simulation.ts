import type { Collectivite } from '#conseil/collectivite.ts';
import type { SeancePreparee } from '#conseil/faits.ts';

/** What ends the name of a collectivity that only practises, on every page and document. */
const MARQUE = ' — SIMULATION';

/** The same town under a name that says what it is, wherever it is printed or shown. */
export const enSimulation = (preparee: SeancePreparee): SeancePreparee => ({
  ...preparee,
  collectivite: { ...preparee.collectivite, nom: `${preparee.collectivite.nom}${MARQUE}` },
});

/** Whether a collectivity only practises: its pages say so before anything else. */
export const estEnSimulation = ({ nom }: Pick<Collectivite, 'nom'>): boolean =>
  nom.endsWith(MARQUE);
