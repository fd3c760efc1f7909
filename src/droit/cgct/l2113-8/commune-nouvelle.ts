import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { regle } from '../../regles.ts';
import { EFFECTIFS, effectifLegal } from '../l2121-2/effectif.ts';

/**
 * The size of the council of a merged commune: at the first renewal after its creation, that of
 * the bracket just above its own (L2113-8); the ordinary one at the next. The largest bracket has
 * none above it.
 */
export function effectifDeCommuneNouvelle(
  population: number,
  premierRenouvellement: boolean,
): number {
  const ordinaire = effectifLegal(population);
  if (!premierRenouvellement) return ordinaire;
  return EFFECTIFS[EFFECTIFS.indexOf(ordinaire) + 1] ?? ordinaire;
}

/**
 * Whether the table of a merged commune has the seats of its first renewal. The article changed
 * after the state we read: never affirmed as certain.
 */
export function constatDeCommuneNouvelle(population: number, sieges: number): Constat {
  const attendu = effectifDeCommuneNouvelle(population, true);
  return {
    regle: regle('R-COMP-04'),
    conforme: sieges === attendu ? true : null,
    phrase: `Le tableau a ${combien(sieges, 'siège')} ; au premier renouvellement, une commune nouvelle de ${combien(population, 'habitant')} en a ${attendu}, sauf règle plus récente.`,
    queFaire:
      sieges === attendu
        ? null
        : 'Vérifiez l’effectif fixé par la préfecture pour ce renouvellement.',
    faits: { population, sieges, attendu },
  };
}
