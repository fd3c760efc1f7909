import type { Constat } from '../../constat.ts';
import { combien, enumerer } from '../../phrases.ts';
import { regle } from '../../regles.ts';

/** Whether one or more members in the room were named secretaries (L2121-15 al. 1). */
export function constatDeSecretaire(faits: {
  /** Names of the secretaries; null when the facts do not tell. */
  readonly secretaires: readonly string[] | null;
  readonly presents: readonly string[];
}): Constat {
  const { secretaires, presents } = faits;
  const horsDeLaSalle = (secretaires ?? []).filter((nom) => !presents.includes(nom));
  const conforme =
    secretaires === null ? null : secretaires.length > 0 && horsDeLaSalle.length === 0;
  return {
    regle: regle('R-SECR-01'),
    conforme,
    phrase: phrase(secretaires, horsDeLaSalle),
    queFaire:
      conforme === true
        ? null
        : 'Faites nommer par le conseil, au début de la séance, un secrétaire parmi les membres présents, et notez-le.',
    faits: {
      secretaires: secretaires === null ? null : secretaires.length,
      horsDeLaSalle: horsDeLaSalle.length,
    },
  };
}

function phrase(secretaires: readonly string[] | null, horsDeLaSalle: readonly string[]): string {
  if (secretaires === null) return 'La nomination du secrétaire de séance n’est pas connue.';
  if (secretaires.length === 0) return 'Aucun secrétaire de séance n’a été nommé.';
  if (horsDeLaSalle.length > 0) {
    return `Le secrétaire est pris parmi les membres présents : ${enumerer(horsDeLaSalle)} n’en fait pas partie.`;
  }
  return `${combien(secretaires.length, 'secrétaire')} de séance : ${enumerer(secretaires)}, parmi les membres présents.`;
}
