import type { IdMembre } from '../../membre.ts';
import { changer, confier } from './affaires.ts';
import type { Evolutions } from './evolutions.ts';

type Presence = Pick<
  Evolutions,
  | 'ExcuseRecue'
  | 'ArriveeConstatee'
  | 'DepartConstate'
  | 'PouvoirRemis'
  | 'PouvoirRetire'
  | 'DeportDeclare'
  | 'PresidenceConfiee'
>;

const avec = (ids: readonly IdMembre[], id: IdMembre): readonly IdMembre[] =>
  ids.includes(id) ? ids : [...ids, id];

/**
 * Who comes, goes, gives a proxy, steps aside, takes the chair. A proxy holds until it is withdrawn
 * or replaced: it sleeps while its giver is in the room, and while its holder is away.
 */
export const PRESENCE: Presence = {
  ExcuseRecue: (seance, { membre }) => ({ ...seance, excuses: avec(seance.excuses, membre) }),
  ArriveeConstatee: (seance, { membre }) => ({
    ...seance,
    presents: avec(seance.presents, membre),
  }),
  DepartConstate: (seance, { membre }) => ({
    ...seance,
    presents: seance.presents.filter((id) => id !== membre),
  }),
  PouvoirRemis: (seance, { mandant, mandataire, ecrit }) => ({
    ...seance,
    pouvoirs: [
      ...seance.pouvoirs.filter((pouvoir) => pouvoir.mandant !== mandant),
      { mandant, mandataire, ecrit },
    ],
  }),
  PouvoirRetire: (seance, { mandant }) => ({
    ...seance,
    pouvoirs: seance.pouvoirs.filter((pouvoir) => pouvoir.mandant !== mandant),
  }),
  DeportDeclare: (seance, fait) =>
    changer(seance, fait.affaire, (suivi) => ({ ...suivi, deports: [...suivi.deports, fait] })),
  PresidenceConfiee: confier,
};
