import type { Constat } from '../../constat.ts';
import { regleDePoids } from '../../regles.ts';

/** How much an item weighs: some judges let a trivial one pass (CE 29 September 1982, Richert). */
export type Importance = 'mineure' | 'ordinaire';

/** Only what is on the agenda may be voted, even if minor (CAA Versailles 17VE02826). */
export const peutEtreVotee = (inscrite: boolean): boolean => inscrite;

/** Whether an item could be voted (R-CONV-03): a lesser weight when it is minor. */
export function constatDOrdreDuJour(inscrite: boolean, importance: Importance): Constat {
  const conforme = peutEtreVotee(inscrite);
  const mineure = importance === 'mineure';
  return {
    regle: regleDePoids('R-CONV-03', mineure ? 'risque' : 'illegal'),
    conforme,
    phrase: conforme
      ? 'L’affaire est inscrite à l’ordre du jour.'
      : `L’affaire n’est pas inscrite à l’ordre du jour : le conseil ne peut pas la voter${mineure ? ', même si elle est minime' : ''}.`,
    queFaire: conforme ? null : 'Inscrivez-la à l’ordre du jour d’une prochaine séance.',
    faits: { inscrite, importance },
  };
}
