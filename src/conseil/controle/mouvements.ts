import { constatDeMouvements } from '#droit/cgct/l2121-15/mouvements.ts';
import type { Constat } from '#droit/constat.ts';
import type { Seance } from '../seance/etat.ts';

/** Whether arrivals and departures were watched, or one list of members stands for every item. */
export function constatsDeMouvements(seance: Seance): readonly Constat[] {
  const discutees = seance.affaires.filter(({ miseEnDiscussion }) => miseEnDiscussion !== null);
  const constat = constatDeMouvements({
    mouvements: seance.mouvements.filter(
      ({ fait }) => fait.type === 'ArriveeConstatee' || fait.type === 'DepartConstate',
    ).length,
    affaires: discutees.length,
    sansHeure: discutees.filter(({ miseEnDiscussion }) => miseEnDiscussion?.heure === null).length,
  });
  return constat === null ? [] : [constat];
}
