import { changer, clore, cloreUnTour, ecarter, mettreEnDiscussion } from './affaires.ts';
import type { Evolutions } from './evolutions.ts';

type OrdreDuJour = Pick<
  Evolutions,
  | 'AffaireMiseEnDiscussion'
  | 'DiscussionNotee'
  | 'ScrutinDemande'
  | 'VoteClos'
  | 'TourDeNominationClos'
  | 'AffaireAjournee'
  | 'AffaireRetiree'
  | 'AffaireRenvoyee'
>;

/** What becomes of each item: discussed, voted, adjourned, withdrawn, referred. */
export const ORDRE_DU_JOUR: OrdreDuJour = {
  AffaireMiseEnDiscussion: mettreEnDiscussion,
  DiscussionNotee: (seance, fait) =>
    fait.affaire === null
      ? { ...seance, discussion: [...seance.discussion, fait] }
      : changer(seance, fait.affaire, (suivi) => ({
          ...suivi,
          discussion: [...suivi.discussion, fait],
        })),
  ScrutinDemande: (seance, fait) =>
    changer(seance, fait.affaire, (suivi) => ({
      ...suivi,
      scrutinsDemandes: [...suivi.scrutinsDemandes, fait],
    })),
  VoteClos: clore,
  TourDeNominationClos: cloreUnTour,
  AffaireAjournee: (seance, { affaire, motif }) => ecarter(seance, affaire, 'ajournee', motif),
  AffaireRetiree: (seance, { affaire, motif }) => ecarter(seance, affaire, 'retiree', motif),
  AffaireRenvoyee: (seance, { affaire, vers }) => ecarter(seance, affaire, 'renvoyee', vers),
};
