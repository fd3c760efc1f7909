import type { Affaire, IdAffaire } from '../../affaire.ts';
import type {
  AffaireMiseEnDiscussion,
  PresidenceConfiee,
  TourDeNominationClos,
  VoteClos,
} from '../../faits.ts';
import { JAMAIS_CONTESTE } from '../../recours/suivi.ts';
import { JAMAIS_TRANSMIS } from '../../transmission/suivi.ts';
import type { EtatDAffaire, Seance, SuiviDAffaire } from '../etat.ts';
import { assistance } from './salle.ts';
import { compterLeTour, compterLeVote } from './voix.ts';

const suiviNeuf = (affaire: Affaire): SuiviDAffaire => ({
  affaire,
  etat: 'inscrite',
  president: null,
  miseEnDiscussion: null,
  deports: [],
  discussion: [],
  scrutinsDemandes: [],
  vote: null,
  tours: [],
  issue: null,
  signatures: [],
  mentions: [],
  transmission: null,
  reception: null,
  publications: [],
  teletransmission: JAMAIS_TRANSMIS,
  contestation: JAMAIS_CONTESTE,
});

/** The follow-up of an item; null when the sitting has no such item. */
export const suiviDe = (seance: Seance, id: IdAffaire | null): SuiviDAffaire | null =>
  id === null ? null : (seance.affaires.find(({ affaire }) => affaire.id === id) ?? null);

/** Changes one item and leaves the others as they are; an unknown item changes nothing. */
export const changer = (
  seance: Seance,
  id: IdAffaire,
  suite: (suivi: SuiviDAffaire) => SuiviDAffaire,
): Seance => ({
  ...seance,
  affaires: seance.affaires.map((suivi) => (suivi.affaire.id === id ? suite(suivi) : suivi)),
});

/** An item written twice keeps its rank and what happened to it, with its later text. */
export const inscrire = (seance: Seance, affaire: Affaire): Seance =>
  suiviDe(seance, affaire.id) === null
    ? { ...seance, affaires: [...seance.affaires, suiviNeuf(affaire)] }
    : changer(seance, affaire.id, (suivi) => ({ ...suivi, affaire }));

/**
 * Ends the discussion under way. A matter the council merely takes note of asks for no vote: once
 * discussed, note has been taken.
 */
export function quitterLaDiscussion(seance: Seance): Seance {
  const { enDiscussion } = seance;
  if (enDiscussion === null) return seance;
  const suite = changer(seance, enDiscussion, (suivi) =>
    suivi.etat === 'en-discussion' && suivi.affaire.genre === 'prise-d-acte'
      ? { ...suivi, etat: 'prise-d-acte' }
      : suivi,
  );
  return { ...suite, enDiscussion: null, presidenceDAffaire: null };
}

/** The room is looked at here (L2121-17): later departures do not change the quorum of the item. */
export function mettreEnDiscussion(
  avant: Seance,
  { affaire, heure }: AffaireMiseEnDiscussion,
  position: number,
): Seance {
  const seance = avant.enDiscussion === affaire ? avant : quitterLaDiscussion(avant);
  const suivi = suiviDe(seance, affaire);
  const salle = assistance(seance, suivi);
  if (suivi === null || salle === null) return seance;
  return {
    ...changer(seance, affaire, () => ({
      ...suivi,
      etat: 'en-discussion',
      issue: null,
      miseEnDiscussion: { position, heure, assistance: salle },
    })),
    enDiscussion: affaire,
    presidenceDAffaire: suivi.president,
  };
}

const apresLeVote = ({ genre }: Affaire, adoptee: boolean): EtatDAffaire => {
  if (!adoptee) return 'rejetee';
  if (genre === 'nomination') return 'pourvue';
  return genre === 'prise-d-acte' ? 'prise-d-acte' : 'adoptee';
};

/** Without an opening there is no room, so no vote to count: nothing changes. */
export function clore(seance: Seance, fait: VoteClos): Seance {
  const suivi = suiviDe(seance, fait.affaire);
  const salle = assistance(seance, suivi);
  if (suivi === null || salle === null) return seance;
  const vote = compterLeVote(fait, salle, suivi);
  const etat = apresLeVote(suivi.affaire, vote.resultat.adoptee);
  return fermer(
    changer(seance, fait.affaire, () => ({ ...suivi, vote, etat })),
    fait.affaire,
  );
}

/** A round: the item stays under discussion until somebody is appointed. */
export function cloreUnTour(seance: Seance, fait: TourDeNominationClos): Seance {
  const suivi = suiviDe(seance, fait.affaire);
  const salle = assistance(seance, suivi);
  if (suivi === null || salle === null) return seance;
  const tour = compterLeTour(fait, salle);
  const pourvue = tour.elu !== null;
  const suite = changer(seance, fait.affaire, () => ({
    ...suivi,
    tours: [...suivi.tours, tour],
    etat: pourvue ? 'pourvue' : suivi.etat,
  }));
  return pourvue ? fermer(suite, fait.affaire) : suite;
}

const fermer = (seance: Seance, affaire: IdAffaire): Seance =>
  seance.enDiscussion === affaire
    ? { ...seance, enDiscussion: null, presidenceDAffaire: null }
    : seance;

/** Adjourned, withdrawn or referred: the item leaves the sitting without a decision. */
export const ecarter = (
  seance: Seance,
  affaire: IdAffaire,
  etat: 'ajournee' | 'retiree' | 'renvoyee',
  issue: string | null,
): Seance =>
  fermer(
    changer(seance, affaire, (suivi) => ({ ...suivi, etat, issue })),
    affaire,
  );

/** The chair of the sitting, or of one item only, such as the compte administratif (L2121-14). */
export function confier(seance: Seance, { membre, affaire }: PresidenceConfiee): Seance {
  if (affaire === null) return { ...seance, president: membre };
  const suite = changer(seance, affaire, (suivi) => ({ ...suivi, president: membre }));
  return seance.enDiscussion === affaire ? { ...suite, presidenceDAffaire: membre } : suite;
}
