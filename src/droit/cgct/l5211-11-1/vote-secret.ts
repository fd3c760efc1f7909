import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

export type VoteADistance = {
  readonly visioconference: boolean;
  /** The council agreed to vote secretly on this item. */
  readonly secretAdopte: boolean;
};

/** What the chair does with the item. */
export type Conduite = 'renvoyer' | 'scrutin-public' | 'scrutin-secret' | 'scrutin-ordinaire';

/**
 * A video meeting votes by public ballot only; a secret ballot agreed upon sends the item to a
 * later meeting without video (L5211-11-1 for EPCI, L3121-9-1 for départements, and the like in
 * régions).
 */
export function conduiteDuVote({ visioconference, secretAdopte }: VoteADistance): Conduite {
  if (!visioconference) return secretAdopte ? 'scrutin-secret' : 'scrutin-ordinaire';
  return secretAdopte ? 'renvoyer' : 'scrutin-public';
}

/** R-VOTE-07: an item voted by video, and how it was. */
export function constatDeVoteADistance(
  v: VoteADistance,
  tenu: 'public' | 'secret' | 'ordinaire' | 'renvoye',
): Constat {
  const conduite = conduiteDuVote(v);
  const attendu = {
    renvoyer: 'renvoye',
    'scrutin-public': 'public',
    'scrutin-secret': 'secret',
    'scrutin-ordinaire': 'ordinaire',
  } as const;
  const conforme = !v.visioconference || attendu[conduite] === tenu;
  return {
    regle: regle('R-VOTE-07'),
    conforme,
    phrase: v.visioconference
      ? v.secretAdopte
        ? 'Le vote secret a été demandé en visioconférence : l’affaire est renvoyée à une séance tenue sans visioconférence.'
        : 'En visioconférence, on vote seulement au scrutin public.'
      : 'La séance se tient sans visioconférence : la règle ne s’applique pas.',
    queFaire: conforme
      ? null
      : v.secretAdopte
        ? 'Renvoyez l’affaire à une séance tenue en un même lieu.'
        : 'Recommencez le vote au scrutin public, par appel nominal.',
    faits: { visioconference: v.visioconference, secretAdopte: v.secretAdopte, tenu },
  };
}
