import { type Jour, ajouterJours } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/**
 * Département and région: without a quorum the meeting is held by law three days later, without a
 * new notice and whatever the number of those present (L3121-14 al. 2; L4132-13 al. 2).
 */
export const secondeReunionDePleinDroit = (premiereReunion: Jour): Jour =>
  ajouterJours(premiereReunion, 3);

/** Whether the second meeting was held on the day the law sets. */
export function constatDeSecondeReunion(premiereReunion: Jour, reunion: Jour): Constat {
  const attendue = secondeReunionDePleinDroit(premiereReunion);
  const conforme = reunion === attendue;
  return {
    regle: regle('R-CONV-08'),
    conforme,
    phrase: conforme
      ? 'La réunion se tient de plein droit trois jours après celle qui a manqué de quorum : aucun nombre n’est exigé.'
      : 'La réunion ne se tient pas le jour que la loi fixe, trois jours après celle qui a manqué de quorum : le quorum est de nouveau exigé.',
    queFaire: conforme ? null : 'Vérifiez le quorum, ou tenez la réunion au jour fixé par la loi.',
    faits: { premiereReunion, reunion, attendue },
  };
}
