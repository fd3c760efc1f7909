import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { PiecesDemandees } from './faits.ts';
import { referenceLibre } from './references.ts';

export type RecevoirUneDemandeDePieces = CommandeDe<'RecevoirUneDemandeDePieces', PiecesDemandees>;
export type RecevoirUneDemandeDePiecesRefuse = RefusParCode<
  'date-avant-la-seance' | 'reference-deja-prise'
>;

/**
 * Notes that the prefect asks for documents, by another way than the operator’s. Whether his delay
 * waits for them is the law’s opinion (L2131-6).
 */
export function recevoirUneDemandeDePieces(
  seance: Seance,
  commande: RecevoirUneDemandeDePieces,
): Result<readonly [PiecesDemandees], RecevoirUneDemandeDePiecesRefuse> {
  const demandes = suiviDe(seance, commande.affaire)?.contestation.piecesDemandees ?? [];
  const refus =
    pasAvantLaSeance(seance, commande.le) ?? referenceLibre(demandes, commande.reference);
  return trancher(refus, { ...commande, type: 'PiecesDemandees' });
}
