import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import type { Genre } from '../../regime.ts';
import { regle } from '../../regles.ts';

/** Since then, being in the room is not by itself taking part (law 2025-1249 art. 32). */
export const PRESENCE_SEULE_ADMISE = jour('2025-12-24');

/** What one interested member did about one item; null: the facts do not tell. */
export type FaitsDInteret = {
  /** An interest of their own, distinct from that of the inhabitants in general. */
  readonly interetDistinct: boolean | null;
  readonly present: boolean | null;
  readonly aParle: boolean | null;
  /** Voted in their own name or for the member whose pouvoir they carry (AN 20278). */
  readonly aVote: boolean | null;
  /** Weighed on the result (CE 16 December 1994, Oullins); null when nobody proved either way. */
  readonly influence: boolean | null;
  readonly le: Jour;
};

export type Legalite = 'legale' | 'illegale' | 'douteuse';

/** Whether the member took part; null when their presence alone leaves it open. */
export function aPrisPart({ present, aParle, aVote, le }: FaitsDInteret): boolean | null {
  if (aVote === true || aParle === true) return true;
  if (present === false || le >= PRESENCE_SEULE_ADMISE) {
    return aVote === false || present === false ? false : null;
  }
  return present === null && aVote === false && aParle === false ? false : null;
}

/**
 * Whether a text makes the deliberation illegal: L2131-11 for communes and EPCI; L3132-5 and
 * L4142-5 for départements and régions, only since law 2025-1249.
 */
const regiParUnTexte = (genre: Genre, le: Jour): boolean =>
  (genre !== 'departement' && genre !== 'region') || le >= PRESENCE_SEULE_ADMISE;

/**
 * L2131-11: a distinct interest, and a part taken. The text asks no more; the case-law spares the
 * deliberation on which that part is proved not to have weighed (AN 20278), so that taking part is
 * enough as long as nothing proves it (R-INT-01). An interest, or a part, that is not known leaves
 * the answer open; so does a département or a région before the text that covers it.
 */
export function legaliteDuVote(faits: FaitsDInteret, genre: Genre = 'commune'): Legalite {
  const part = aPrisPart(faits);
  if (faits.interetDistinct === false || part === false || faits.influence === false) {
    return 'legale';
  }
  return faits.interetDistinct === true && part === true && regiParUnTexte(genre, faits.le)
    ? 'illegale'
    : 'douteuse';
}

/** A member with no interest, kept out of the vote: illegal too (CAA Douai 13DA00765). */
export const exclusionReguliere = (interesse: boolean, exclu: boolean): boolean =>
  interesse || !exclu;

/** Whether interested members kept away from one item (R-INT-01). */
export function constatDInteret(
  interesses: readonly (FaitsDInteret & { readonly membre: string })[],
  genre: Genre = 'commune',
): Constat {
  const ou = (voulue: Legalite): readonly string[] =>
    interesses.filter((i) => legaliteDuVote(i, genre) === voulue).map(({ membre }) => membre);
  const [illegales, douteuses] = [ou('illegale'), ou('douteuse')];
  const conforme = illegales.length > 0 ? false : douteuses.length > 0 ? null : true;
  const phrase =
    illegales.length > 0
      ? `Ce membre intéressé a pris part à la décision : ${enumerer(illegales)}. La délibération est illégale, sauf preuve que cela n’a pas pesé sur elle.`
      : douteuses.length > 0
        ? `Il reste à savoir si ce membre intéressé a pris part à la décision : ${enumerer(douteuses)}.`
        : interesses.length === 0
          ? 'Aucun membre n’a déclaré d’intérêt dans cette affaire.'
          : 'Les membres intéressés n’ont pas pris part à la décision.';
  return {
    regle: regle('R-INT-01'),
    conforme,
    phrase,
    queFaire:
      conforme === true
        ? null
        : 'Avant l’affaire, demandez qui y a un intérêt personnel ; notez que ce membre sort, ne parle pas, ne vote pas et n’use pas de son pouvoir.',
    faits: {
      interesses: interesses.length,
      ontPrisPart: illegales.length,
      aVerifier: douteuses.length,
    },
  };
}
