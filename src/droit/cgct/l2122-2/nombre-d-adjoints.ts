import { assert } from '#base/assert.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { regle } from '../../regles.ts';

/** At most 30 % of the legal size, rounded down: 16 of 55, 8 of 29 (L2122-2). */
export function nombreMaximalDAdjoints(effectif: number): number {
  assert(Number.isSafeInteger(effectif) && effectif >= 0, 'a council has a whole number of seats');
  return Math.floor((effectif * 3) / 10);
}

/** Whether the council has created no more adjoints than the law allows. */
export function constatDuNombreDAdjoints(adjoints: number, effectif: number): Constat {
  const maximum = nombreMaximalDAdjoints(effectif);
  const conforme = adjoints <= maximum;
  return {
    regle: regle('R-COMP-03'),
    conforme,
    phrase: `Le conseil a ${combien(adjoints, 'adjoint')} ; la loi en permet ${maximum} au plus pour ${combien(effectif, 'siège')}.`,
    queFaire: conforme ? null : 'Ramenez le nombre d’adjoints à ce que la loi permet.',
    faits: { adjoints, effectif, maximum },
  };
}
