import type { Evolutions } from './evolutions.ts';
import { inscrire, quitterLaDiscussion } from './affaires.ts';
import { assistance } from './salle.ts';

type Tenue = Pick<
  Evolutions,
  | 'SeancePreparee'
  | 'AffaireInscrite'
  | 'ConvocationEnvoyee'
  | 'SeanceOuverte'
  | 'SecretaireNomme'
  | 'SeanceSuspendue'
  | 'SeanceReprise'
  | 'HuisClosPrononce'
  | 'HuisClosLeve'
  | 'SeanceLevee'
  | 'ListePubliee'
  | 'ProcesVerbalArrete'
  | 'ConstatPasseOutre'
>;

/** How the sitting itself goes: prepared, convened, opened, suspended, resumed, closed, and after. */
export const TENUE: Tenue = {
  SeancePreparee: (seance, fait) => ({ ...seance, identite: fait }),
  AffaireInscrite: (seance, { affaire }) => inscrire(seance, affaire),
  ConvocationEnvoyee: (seance, fait) => ({
    ...seance,
    etat: seance.etat === 'preparee' ? 'convoquee' : seance.etat,
    convocation: fait,
  }),
  SeanceOuverte: (avant, { president, presents, heure }) => {
    const seance = {
      ...avant,
      etat: 'ouverte' as const,
      president,
      presents: [...new Set(presents)],
    };
    const salle = assistance(seance, null);
    return salle === null ? seance : { ...seance, ouverture: { heure, assistance: salle } };
  },
  SecretaireNomme: (seance, { membres, auxiliaires }) => ({
    ...seance,
    secretaires: membres,
    auxiliaires,
  }),
  SeanceSuspendue: (seance) =>
    seance.etat === 'ouverte' ? { ...seance, etat: 'suspendue' } : seance,
  SeanceReprise: (seance) =>
    seance.etat === 'suspendue' ? { ...seance, etat: 'ouverte' } : seance,
  HuisClosPrononce: (seance, fait) => ({
    ...seance,
    huisClos: fait,
    votesDeHuisClos: [...seance.votesDeHuisClos, { fait, assistance: assistance(seance, null) }],
  }),
  HuisClosLeve: (seance) => ({ ...seance, huisClos: null }),
  SeanceLevee: (seance, { heure, motif }) => ({
    ...quitterLaDiscussion(seance),
    etat: 'levee',
    levee: { heure, motif },
  }),
  /** Posting and putting on line may be told at two moments: the later fact completes the first. */
  ListePubliee: (seance, fait) => ({
    ...seance,
    liste: {
      ...fait,
      afficheeLe: fait.afficheeLe ?? seance.liste?.afficheeLe ?? null,
      enLigneLe: fait.enLigneLe ?? seance.liste?.enLigneLe ?? null,
    },
  }),
  ProcesVerbalArrete: (seance, fait) => ({ ...seance, procesVerbal: fait }),
  ConstatPasseOutre: (seance, fait) => ({ ...seance, passesOutre: [...seance.passesOutre, fait] }),
};
