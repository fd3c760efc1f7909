import type { IdAffaire } from '../../affaire.ts';
import type { FaitDeRecours } from '../../recours/faits.ts';
import type { Contestation } from '../../recours/suivi.ts';
import type { Seance } from '../etat.ts';
import { changer } from './affaires.ts';
import type { Evolutions } from './evolutions.ts';

const suivre = (
  seance: Seance,
  affaire: IdAffaire,
  suite: (c: Contestation) => Partial<Contestation>,
): Seance =>
  changer(seance, affaire, (suivi) => ({
    ...suivi,
    contestation: { ...suivi.contestation, ...suite(suivi.contestation) },
  }));

/** What is done against an act, or to hurry or end it. Its legal effects are derived. */
export const DE_RECOURS: Pick<Evolutions, FaitDeRecours['type']> = {
  UrgenceInvoquee: (seance, fait) => suivre(seance, fait.affaire, () => ({ urgence: fait })),
  RecoursGracieuxRecu: (seance, fait) =>
    suivre(seance, fait.affaire, ({ recours }) => ({ recours: [...recours, fait] })),
  RecoursGracieuxTranche: (seance, fait) =>
    suivre(seance, fait.affaire, ({ reponses }) => ({ reponses: [...reponses, fait] })),
  PiecesDemandees: (seance, fait) =>
    suivre(seance, fait.affaire, ({ piecesDemandees }) => ({
      piecesDemandees: [...piecesDemandees, fait],
    })),
  PiecesFournies: (seance, fait) =>
    suivre(seance, fait.affaire, ({ piecesFournies }) => ({
      piecesFournies: [...piecesFournies, fait],
    })),
  DefereNotifie: (seance, fait) => suivre(seance, fait.affaire, () => ({ defere: fait })),
  ActeRetire: (seance, fait) => suivre(seance, fait.affaire, () => ({ retrait: fait })),
  ActeAbroge: (seance, fait) => suivre(seance, fait.affaire, () => ({ abrogation: fait })),
};
