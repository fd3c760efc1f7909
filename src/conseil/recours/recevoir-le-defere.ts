import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { DefereNotifie } from './faits.ts';

export type RecevoirLeDefere = CommandeDe<'RecevoirLeDefere', DefereNotifie>;
export type RecevoirLeDefereRefuse = RefusParCode<'date-avant-la-seance' | 'defere-deja-note'>;

/**
 * Notes that the prefect went to court (L2131-6): once an act. One made too late is recorded; the
 * judge will say so.
 */
export function recevoirLeDefere(
  seance: Seance,
  commande: RecevoirLeDefere,
): Result<readonly [DefereNotifie], RecevoirLeDefereRefuse> {
  const deja = suiviDe(seance, commande.affaire)?.contestation.defere ?? null;
  const refus =
    pasAvantLaSeance(seance, commande.le) ??
    pasAvantLaSeance(seance, commande.suspensionDemandeeLe) ??
    (deja === null ? null : ({ code: 'defere-deja-note', le: deja.le } as const));
  return trancher(refus, { ...commande, type: 'DefereNotifie' });
}
