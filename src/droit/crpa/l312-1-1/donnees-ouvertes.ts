import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';

/** A day on which the latest text known here is in force. */
const AUJOURD_HUI: Jour = jour('2999-12-31');

/** Full-time agents from which the duty holds (D312-1-1-1). */
const AGENTS = 50;

/**
 * Whether the body must publish its documents and data on line without being asked (L312-1-1).
 * `le` null: under the law of today.
 */
export const doitOuvrirSesDonnees = (
  population: number,
  agents: number,
  le: Jour | null,
): boolean => agents >= AGENTS && atteintLeSeuil('donnees-ouvertes', population, le ?? AUJOURD_HUI);

/** R-OPEN-01: the duty of open data; the number of agents may not be told. */
export function constatDOuverture(population: number, agents: number | null, le: Jour): Constat {
  const duty = agents === null ? null : doitOuvrirSesDonnees(population, agents, le);
  const petite = !atteintLeSeuil('donnees-ouvertes', population, le);
  return {
    regle: regle('R-OPEN-01'),
    conforme: petite || duty !== null ? true : null,
    phrase:
      petite || duty === false
        ? 'La collectivité n’est pas obligée de publier d’elle-même ses documents et ses données ; elle le peut.'
        : duty === true
          ? 'La collectivité publie en ligne ses documents et ses données, sans attendre qu’on les demande.'
          : 'La collectivité publie ses documents et ses données si elle a au moins 50 agents : leur nombre n’est pas connu.',
    queFaire:
      duty === null && !petite ? 'Indiquez le nombre d’agents en équivalent temps plein.' : null,
    faits: { population, agents },
  };
}
