import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { regleDePoids } from '../../regles.ts';

/**
 * Arrivals and departures: the same list of members printed on every extract would hide them, and
 * the quorum is looked at item by item (L2121-17). Null when some are noted, or when the room was
 * noted at the hour each item began.
 */
export function constatDeMouvements(m: {
  readonly mouvements: number;
  readonly affaires: number;
  /** Items whose hour of discussion nobody noted. */
  readonly sansHeure: number;
}): Constat | null {
  if (m.mouvements > 0 || m.sansHeure === 0) return null;
  return {
    regle: regleDePoids('R-COMP-05', 'conseil'),
    conforme: null,
    phrase: `Aucune arrivée ni aucun départ n’est noté, et l’heure manque pour ${combien(m.sansHeure, 'affaire')} : la même liste de présents vaut pour toute la séance. Un départ changerait le quorum des affaires suivantes.`,
    queFaire: 'Vérifiez les présents affaire par affaire, et notez les arrivées et les départs.',
    faits: { ...m },
  };
}
