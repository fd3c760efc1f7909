import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { CourrierRecu } from './faits.ts';

export type RecevoirUnCourrier = CommandeDe<'RecevoirUnCourrier', CourrierRecu>;
export type RecevoirUnCourrierRefuse = RefusParCode<'courrier-deja-recu'>;

/**
 * Notes a letter of the prefecture, once for each number of the operator.
 */
export function recevoirUnCourrier(
  seance: Seance,
  commande: RecevoirUnCourrier,
): Result<readonly [CourrierRecu], RecevoirUnCourrierRefuse> {
  const { transaction } = commande;
  const deja = suiviDe(seance, commande.affaire)?.teletransmission.courriers.find(
    (courrier) => courrier.transaction === transaction,
  );
  const refus =
    deja === undefined ? null : ({ code: 'courrier-deja-recu', transaction, le: deja.le } as const);
  return trancher(refus, { ...commande, type: 'CourrierRecu' });
}
