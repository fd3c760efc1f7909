import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** From so many inhabitants (L312-1-1 last al.) and so many full-time agents (D312-1-1-1). */
const HABITANTS = 3_500;
const AGENTS = 50;

/** Whether the body must publish its documents and data on line without being asked. */
export const doitOuvrirSesDonnees = (population: number, agents: number): boolean =>
  population >= HABITANTS && agents >= AGENTS;

/** R-OPEN-01: the duty of open data; the number of agents may not be told. */
export function constatDOuverture(population: number, agents: number | null): Constat {
  const duty = agents === null ? null : doitOuvrirSesDonnees(population, agents);
  const petite = population < HABITANTS;
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
