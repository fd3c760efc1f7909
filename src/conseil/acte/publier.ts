import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { PublicationFaite } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type Publier = CommandeDe<'Publier', PublicationFaite>;
export type PublierRefuse = RefusParCode<'date-avant-la-seance'>;

/**
 * Notes a publicity of an act, by whatever means: several may be told, and which one counts is the
 * law’s opinion (L2131-1, R2131-1).
 */
export function publier(
  seance: Seance,
  commande: Publier,
): Result<readonly [PublicationFaite], PublierRefuse> {
  const refus = pasAvantLaSeance(seance, commande.le);
  return trancher(refus, { ...commande, type: 'PublicationFaite' });
}
