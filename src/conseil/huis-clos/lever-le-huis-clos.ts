import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { HuisClosLeve } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type LeverLeHuisClos = CommandeDe<'LeverLeHuisClos', HuisClosLeve>;
export type LeverLeHuisClosRefuse = RefusParCode<'pas-de-huis-clos'>;

/**
 * Opens the doors again.
 */
export function leverLeHuisClos(
  seance: Seance,
  commande: LeverLeHuisClos,
): Result<readonly [HuisClosLeve], LeverLeHuisClosRefuse> {
  const refus = seance.huisClos === null ? ({ code: 'pas-de-huis-clos' } as const) : null;
  return trancher(refus, { ...commande, type: 'HuisClosLeve' });
}
