import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { TransmissionFaite } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';

export type Transmettre = CommandeDe<'Transmettre', TransmissionFaite>;
export type TransmettreRefuse = RefusParCode<'date-avant-la-seance' | 'deja-transmise'>;

function dejaTransmise(
  seance: Seance,
  { affaire }: Transmettre,
): RefusParCode<'deja-transmise'> | null {
  const suivi = suiviDe(seance, affaire);
  if (suivi === null || suivi.transmission === null) return null;
  const { objet } = suivi.affaire;
  return { code: 'deja-transmise', affaire, objet, le: suivi.transmission.le };
}

/**
 * Notes that an act was sent to the prefect (L2131-2): once, never before the sitting. A late or
 * useless sending is recorded and judged.
 */
export function transmettre(
  seance: Seance,
  commande: Transmettre,
): Result<readonly [TransmissionFaite], TransmettreRefuse> {
  const refus = pasAvantLaSeance(seance, commande.le) ?? dejaTransmise(seance, commande);
  return trancher(refus, { ...commande, type: 'TransmissionFaite' });
}
