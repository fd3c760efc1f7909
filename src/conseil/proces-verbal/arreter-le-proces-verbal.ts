import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { ProcesVerbalArrete } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type ArreterLeProcesVerbal = CommandeDe<'ArreterLeProcesVerbal', ProcesVerbalArrete>;
export type ArreterLeProcesVerbalRefuse = RefusParCode<
  'date-avant-la-seance' | 'proces-verbal-deja-arrete'
>;

/**
 * Notes that the minutes were adopted, at the start of the next sitting (L2121-15).
 */
export function arreterLeProcesVerbal(
  seance: Seance,
  commande: ArreterLeProcesVerbal,
): Result<readonly [ProcesVerbalArrete], ArreterLeProcesVerbalRefuse> {
  const refus =
    pasAvantLaSeance(seance, commande.le) ??
    (seance.procesVerbal === null
      ? null
      : ({ code: 'proces-verbal-deja-arrete', le: seance.procesVerbal.le } as const));
  return trancher(refus, { ...commande, type: 'ProcesVerbalArrete' });
}
