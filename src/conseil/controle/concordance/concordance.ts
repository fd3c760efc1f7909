import type { Constat } from '#droit/constat.ts';
import type { Seance } from '../../seance/etat.ts';
import { resoudre } from '../../seance/rejeu/rectifications.ts';
import { constatsDHeures } from './heures.ts';
import { constatsDeJours, constatsDeJoursDeLaSeance } from './jours.ts';
import { constatsDePouvoirs } from './pouvoirs.ts';

/**
 * R-FAIT-01: recorded facts that contradict one another. All were recorded, since none is
 * impossible by itself; what does not hold together is told here, and blocks nothing. Each finding
 * on an item bears its id.
 */
export function constatsDeConcordance(seance: Seance): readonly Constat[] {
  const { faits } = resoudre(seance.faits);
  return [
    ...constatsDHeures(seance, faits),
    ...constatsDePouvoirs(seance, faits),
    ...constatsDeJoursDeLaSeance(seance),
    ...seance.affaires.flatMap((suivi) =>
      constatsDeJours(seance, suivi).map((c) => ({ ...c, affaire: suivi.affaire.id })),
    ),
  ];
}
