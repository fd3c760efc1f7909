import { membresEnExercice } from '#conseil/membre.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { quorum } from '#droit/cgct/l2121-17/quorum.ts';
import type { Constat } from '#droit/constat.ts';
import { regle } from '#droit/regles.ts';

/** The finding on the quorum at the opening, as the pages show it. */
export function quorumDEssai(seance: Seance): readonly Constat[] {
  const { ouverture, identite } = seance;
  if (ouverture === null) return [];
  const exige = quorum(membresEnExercice(identite.tableau, identite.jour).length);
  const presents = ouverture.assistance.presents.length;
  const atteint = presents >= exige;
  return [
    {
      regle: regle('R-QUOR-01'),
      conforme: atteint,
      phrase: `Le quorum ${atteint ? 'est' : 'n’est pas'} atteint : ${presents} membres présents, il en faut ${exige}.`,
      queFaire: null,
      faits: { presents, exige },
    },
  ];
}
