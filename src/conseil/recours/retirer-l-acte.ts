import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { ActeRetire } from './faits.ts';

export type RetirerLActe = CommandeDe<'RetirerLActe', ActeRetire>;
export type RetirerLActeRefuse = RefusParCode<'date-avant-la-seance' | 'acte-deja-retire'>;

/**
 * Notes that a later decision withdrew the act. Too late, or of a lawful act, it is recorded: the
 * law judges it (CRPA L242-1, L243-3). What no longer exists is not withdrawn twice.
 */
export function retirerLActe(
  seance: Seance,
  commande: RetirerLActe,
): Result<readonly [ActeRetire], RetirerLActeRefuse> {
  const refus = pasAvantLaSeance(seance, commande.le) ?? dejaRetire(seance, commande);
  return trancher(refus, { ...commande, type: 'ActeRetire' });
}

/** The act was withdrawn already: nothing is left of it. */
export function dejaRetire(
  seance: Seance,
  { affaire }: Pick<RetirerLActe, 'affaire'>,
): RefusParCode<'acte-deja-retire'> | null {
  const suivi = suiviDe(seance, affaire);
  const retrait = suivi?.contestation.retrait ?? null;
  if (suivi === null || retrait === null) return null;
  return { code: 'acte-deja-retire', affaire, objet: suivi.affaire.objet, le: retrait.le };
}
