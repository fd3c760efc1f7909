import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, trancher } from '../refus/exigences.ts';
import type { ConvocationEnvoyee } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type Convoquer = CommandeDe<'Convoquer', ConvocationEnvoyee>;
export type ConvoquerRefuse = RefusParCode<
  'convocation-apres-la-seance' | 'membre-inconnu' | 'membre-hors-mandat'
>;

/**
 * Notes that the council was convened. Too short a notice is irregular, not impossible (L2121-11,
 * L2121-12); a notice sent after the day of the sitting convenes nobody to it.
 */
export function convoquer(
  seance: Seance,
  commande: Convoquer,
): Result<readonly [ConvocationEnvoyee], ConvoquerRefuse> {
  const { jour } = seance.identite;
  const refus =
    commande.le > jour
      ? ({ code: 'convocation-apres-la-seance', le: commande.le, jour } as const)
      : commande.par === null
        ? null
        : enExercice(seance, commande.par);
  return trancher(refus, { ...commande, type: 'ConvocationEnvoyee' });
}
