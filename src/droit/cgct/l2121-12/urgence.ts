import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/**
 * Whether the assembly ruled on the urgency at the opening (L2121-12 al. 4, L2121-11 al. 2,
 * L2541-2 al. 4). A null says that the facts
 * do not tell.
 */
export function constatDUrgence(faits: {
  /** The president gave an account of the urgency at the opening. */
  readonly compteRendu: boolean | null;
  /** The assembly ruled, either way. */
  readonly decision: 'admise' | 'refusee' | 'aucune' | null;
}): Constat {
  const { compteRendu, decision } = faits;
  const manque = compteRendu === false || decision === 'aucune';
  const inconnu = compteRendu === null || decision === null;
  const conforme = manque ? false : inconnu ? null : decision === 'admise';
  const phrases = {
    admise: 'Le conseil a admis l’urgence à l’ouverture de la séance.',
    refusee: 'Le conseil a refusé l’urgence : les affaires sont renvoyées à une autre séance.',
    aucune: 'Le conseil ne s’est pas prononcé sur l’urgence à l’ouverture de la séance.',
  };
  return {
    regle: regle('R-CONV-04'),
    conforme,
    phrase:
      decision === null
        ? 'La convocation est urgente, et rien ne dit si le conseil s’est prononcé sur l’urgence.'
        : compteRendu === false
          ? 'Le président n’a pas rendu compte de l’urgence à l’ouverture de la séance.'
          : phrases[decision],
    queFaire:
      conforme === true
        ? null
        : 'À l’ouverture, le président explique l’urgence ; faites voter le conseil et notez son vote.',
    faits: { compteRendu, decision },
  };
}
