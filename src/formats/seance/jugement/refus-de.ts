import { commandeQuiNote } from '#conseil/commande-de.ts';
import { decider } from '#conseil/decider.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Refus } from '#conseil/refus/refus.ts';
import type { Seance } from '#conseil/seance/etat.ts';

/** Why that fact cannot have happened after `seance`, as the council’s commands say; null otherwise. */
export function refusDe(seance: Seance | null, fait: Fait): Refus | null {
  const decision = decider(seance, commandeQuiNote(fait));
  return decision.ok ? null : decision.error;
}
