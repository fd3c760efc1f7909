import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, nomDe, trancher } from '../refus/exigences.ts';
import type { ExcuseRecue } from '../faits.ts';
import type { IdMembre } from '../membre.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type RecevoirUneExcuse = CommandeDe<'RecevoirUneExcuse', ExcuseRecue>;
export type RecevoirUneExcuseRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'deja-present' | 'deja-excuse'
>;

function excuse(
  seance: Seance,
  membre: IdMembre,
): RefusParCode<'deja-present' | 'deja-excuse'> | null {
  const nomme = { membre, nom: nomDe(seance, membre) };
  if (seance.presents.includes(membre)) return { code: 'deja-present', ...nomme };
  return seance.excuses.includes(membre) ? { code: 'deja-excuse', ...nomme } : null;
}

/**
 * Notes that a member will not come. One may excuse oneself and come after all; not the reverse.
 */
export function recevoirUneExcuse(
  seance: Seance,
  commande: RecevoirUneExcuse,
): Result<readonly [ExcuseRecue], RecevoirUneExcuseRefuse> {
  const refus = enExercice(seance, commande.membre) ?? excuse(seance, commande.membre);
  return trancher(refus, { ...commande, type: 'ExcuseRecue' });
}
