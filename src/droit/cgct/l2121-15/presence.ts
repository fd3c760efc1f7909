import type { Constat } from '../../constat.ts';
import { combien, enumerer } from '../../phrases.ts';
import { regle } from '../../regles.ts';

/** Three lists of members, under any name that tells one from another. */
export type Appel = {
  readonly presents: readonly string[];
  readonly representes: readonly string[];
  readonly absents: readonly string[];
};

/** Present + represented + absent, to be compared with the members in office. */
export const sommeDesPresences = (presents: number, representes: number, absents: number): number =>
  presents + representes + absents;

/** The names that stand in two lists, or twice in one, each once, in the order met. */
export function comptesDeuxFois({ presents, representes, absents }: Appel): readonly string[] {
  const vus = new Set<string>();
  const doubles = new Set<string>();
  for (const nom of [...presents, ...representes, ...absents]) {
    if (vus.has(nom)) doubles.add(nom);
    vus.add(nom);
  }
  return [...doubles];
}

/** Whether every member in office is accounted for, once (R-COMP-05). */
export function constatDePresence(appel: Appel, membresEnExercice: number): Constat {
  const { presents, representes, absents } = appel;
  const doubles = comptesDeuxFois(appel);
  const somme = sommeDesPresences(presents.length, representes.length, absents.length);
  const conforme = doubles.length === 0 && somme === membresEnExercice;
  const compte = `${combien(presents.length, 'présent')}, ${combien(representes.length, 'représenté')} et ${combien(absents.length, 'absent')} font ${somme} pour ${combien(membresEnExercice, 'membre')} en exercice`;
  const repetes = doubles.length === 0 ? '' : ` ; comptés deux fois : ${enumerer(doubles)}`;
  return {
    regle: regle('R-COMP-05'),
    conforme,
    phrase: `${compte}${repetes}.`,
    queFaire: conforme
      ? null
      : 'Reprenez l’appel : chaque membre en exercice est présent, représenté ou absent, une seule fois.',
    faits: {
      presents: presents.length,
      representes: representes.length,
      absents: absents.length,
      somme,
      membresEnExercice,
      comptesDeuxFois: doubles.length,
    },
  };
}
