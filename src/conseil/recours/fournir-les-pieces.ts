import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { PiecesFournies } from './faits.ts';
import { reponseA } from './references.ts';

export type FournirLesPieces = CommandeDe<'FournirLesPieces', PiecesFournies>;
export type FournirLesPiecesRefuse = RefusParCode<
  'reference-inconnue' | 'reponse-deja-notee' | 'reponse-avant-la-demande'
>;

/** Notes that the documents asked for reached the prefect. */
export function fournirLesPieces(
  seance: Seance,
  commande: FournirLesPieces,
): Result<readonly [PiecesFournies], FournirLesPiecesRefuse> {
  const { piecesDemandees = [], piecesFournies = [] } =
    suiviDe(seance, commande.affaire)?.contestation ?? {};
  return trancher(reponseA(piecesDemandees, piecesFournies, commande), {
    ...commande,
    type: 'PiecesFournies',
  });
}
