import type { Seance } from '../seance/etat.ts';
import { echeancesDActe } from './acte.ts';
import type { Echeance } from './echeance.ts';
import { echeancesDeSeance } from './seance.ts';

/** What has no day set but was done stands at the day it was done. */
const parJour = (a: Echeance, b: Echeance): number => {
  const [gauche, droite] = [a.le ?? a.faitLe, b.le ?? b.faitLe];
  if (gauche === droite) return 0;
  if (gauche === null) return 1;
  return droite === null || gauche < droite ? -1 : 1;
};

/**
 * Every day the law sets before and after a sitting and for each of its acts, in order; those not
 * known yet come last, with the fact they wait for. No clock: what is late is the reader's to see.
 */
export const calendrier = (seance: Seance): readonly Echeance[] =>
  [
    ...echeancesDeSeance(seance),
    ...seance.affaires.flatMap((suivi) => echeancesDActe(seance, suivi)),
  ].toSorted(parJour);
