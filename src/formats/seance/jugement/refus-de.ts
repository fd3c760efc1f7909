import { commandeDe } from '#conseil/commande-de.ts';
import { type Commande, decider } from '#conseil/decider.ts';
import type { Fait } from '#conseil/faits.ts';
import type { Refus } from '#conseil/refus/refus.ts';
import type { Seance } from '#conseil/seance/etat.ts';

function commande(fait: Fait): Commande {
  if (fait.type === 'SeancePreparee') return { ...fait, type: 'PreparerLaSeance' };
  return fait.type === 'FaitRectifie' ? { ...fait, type: 'Rectifier' } : commandeDe(fait);
}

/** Why that fact cannot have happened after `seance`, as the council’s commands say; null otherwise. */
export function refusDe(seance: Seance | null, fait: Fait): Refus | null {
  const decision = decider(seance, commande(fait));
  return decision.ok ? null : decision.error;
}
