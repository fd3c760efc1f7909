import { assert } from '#base/assert.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import type { Genre } from '../../regime.ts';
import { demandeursDuHuisClos } from '../../regimes/genres.ts';
import { regle } from '../../regles.ts';
import { quorum } from '../l2121-17/quorum.ts';

/** Whether the request may be put to the vote: the president, or enough members. */
export const huisClosRecevable = (
  genre: Genre,
  parLePresident: boolean,
  demandeurs: number,
): boolean => parLePresident || demandeurs >= demandeursDuHuisClos(genre);

/**
 * The votes for that close the doors: more than half of the members present or represented, so an
 * abstention weighs against (L2121-18 al. 2) — 27 of 53.
 */
export const majoriteDuHuisClos = (presentsOuRepresentes: number): number =>
  quorum(presentsOuRepresentes);

/** Whether the assembly closed its doors as the law wants (R-SEAN-06). */
export function constatDeHuisClos(faits: {
  readonly genre: Genre;
  readonly parLePresident: boolean;
  readonly demandeurs: number;
  readonly pour: number;
  readonly presentsOuRepresentes: number;
}): Constat {
  const { genre, parLePresident, demandeurs, pour, presentsOuRepresentes } = faits;
  assert(pour >= 0 && pour <= presentsOuRepresentes, 'no more voices than members');
  const requis = demandeursDuHuisClos(genre);
  const recevable = huisClosRecevable(genre, parLePresident, demandeurs);
  const majorite = majoriteDuHuisClos(presentsOuRepresentes);
  const conforme = recevable && pour >= majorite;
  return {
    regle: regle('R-SEAN-06'),
    conforme,
    phrase: recevable
      ? `Le huis clos a ${combien(pour, 'voix', 'voix')} pour ; il en faut ${majorite}, la majorité des ${presentsOuRepresentes} présents ou représentés.`
      : `Le huis clos est demandé par ${combien(demandeurs, 'membre')} ; il faut le président ou ${requis} membres.`,
    queFaire: conforme ? null : 'La séance reste publique : ouvrez les portes et notez-le.',
    faits: { demandeurs, requis, parLePresident, pour, majorite },
  };
}
