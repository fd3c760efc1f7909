import { regleDeComplement } from '../../catalogue/complements.ts';
import type { Constat } from '../../constat.ts';

/** R-FAIT-01: a recorded fact that cannot have happened where it stands, and why. */
export const constatDeContradiction = (c: {
  /** Rank of the fact in the journal, from 0. */
  readonly position: number;
  /** Why it cannot have happened, in one French sentence or two. */
  readonly raison: string;
}): Constat => ({
  regle: regleDeComplement('R-FAIT-01'),
  conforme: false,
  phrase: `Depuis un ajout fait après coup, le fait n° ${c.position} du journal ne s’accorde plus avec ce qui précède. ${c.raison}`,
  queFaire: 'Rectifiez ce fait, ou rectifiez l’ajout.',
  faits: { position: c.position },
});

/** R-FAIT-01: a fact added afterwards changes what was counted on an item. */
export const constatDeChangement = (c: {
  readonly objet: string;
  /** « le quorum », « le vote », with what it was and what it is, in French. */
  readonly changements: readonly string[];
}): Constat => ({
  regle: regleDeComplement('R-FAIT-01'),
  conforme: null,
  phrase: `Un ajout fait après coup change « ${c.objet} » : ${c.changements.join(' ; ')}.`,
  queFaire: 'Comparez avec ce qui a été annoncé en séance, et rectifiez ce qui est faux.',
  faits: { changements: c.changements.join(' ; ') },
});
