import { assert } from '#base/assert.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import { regle } from '../../regles.ts';

/** A tenth of the members in office may ask for a debate on the policy of the commune. */
export function demandeursDuDebat(membresEnExercice: number): number {
  assert(membresEnExercice >= 0, 'members are counted from zero');
  return Math.ceil(membresEnExercice / 10);
}

/** Whether a requested debate is due; at most one a year is (R-SEAN-09). */
export function constatDeDebat(faits: {
  readonly demandeurs: number;
  readonly membresEnExercice: number;
  readonly debatsDeLAnnee: number;
  readonly tenu: boolean;
}): Constat {
  const requis = demandeursDuDebat(faits.membresEnExercice);
  const du = faits.demandeurs >= requis && faits.debatsDeLAnnee === 0;
  return {
    regle: regle('R-SEAN-09'),
    conforme: !du || faits.tenu,
    phrase: du
      ? `${combien(faits.demandeurs, 'membre')} sur ${faits.membresEnExercice} demandent un débat de politique générale : il se tient à la prochaine réunion.`
      : `Le débat de politique générale n’est pas dû : il faut ${combien(requis, 'demandeur')}, et un débat par an au plus.`,
    queFaire:
      !du || faits.tenu ? null : 'Inscrivez le débat à l’ordre du jour de la prochaine réunion.',
    faits: { demandeurs: faits.demandeurs, requis, debatsDeLAnnee: faits.debatsDeLAnnee },
  };
}
