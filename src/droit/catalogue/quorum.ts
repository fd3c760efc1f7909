import { BLOC_COMMUNAL, DEPARTEMENT_REGION, TOUS, fiche } from './fiche.ts';

/** Who must be in the room, and who may vote for an absent colleague. */
export const QUORUM = [
  fiche({
    id: 'R-QUOR-01',
    titre: 'Quorum du conseil',
    enClair:
      'Plus de la moitié des membres en exercice sont dans la salle, à l’ouverture et quand chaque affaire est mise en discussion. Les pouvoirs ne comptent pas. Un membre intéressé n’est pas compté présent. Un départ en plein débat ne change rien.',
    textes: [
      'L2121-17 al. 1',
      'L2131-11',
      'L5211-1',
      'CE 19 janvier 1983, Chauré',
      'CE 22 mai 1986, La Teste-de-Buch',
    ],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A',
  }),
  fiche({
    id: 'R-QUOR-02',
    titre: 'Quorum du département et de la région',
    enClair:
      'La majorité absolue des membres en exercice est présente. Les représentants qui doivent se retirer (L1111-6 II) ne quittent le compte des membres en exercice que depuis le 24 décembre 2025.',
    textes: ['L3121-14 al. 1', 'L4132-13 al. 1', 'L3132-5', 'L4142-5'],
    genres: DEPARTEMENT_REGION,
    gravite: 'illegal',
    certitude: 'A',
    du: '2025-12-24',
  }),
  fiche({
    id: 'R-QUOR-03',
    titre: 'Quorum et pouvoirs pendant la crise sanitaire',
    enClair:
      'Pendant les périodes d’exception de 2020 à 2022, un tiers des membres en exercice suffisait et chacun pouvait porter deux pouvoirs.',
    textes: [
      'Loi n° 2020-290 du 23 mars 2020, art. 10',
      'Loi n° 2020-1379 du 14 novembre 2020, art. 6',
      'Loi n° 2021-1465 du 10 novembre 2021, art. 10',
    ],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'B',
    du: '2020-03-24',
    au: '2022-07-31',
  }),
  fiche({
    id: 'R-QUOR-04',
    titre: 'Exceptions d’Alsace-Moselle au quorum',
    enClair:
      'En Alsace-Moselle, le quorum n’est pas exigé à la seconde convocation qui rappelle cette règle, ni quand la moitié au moins du conseil est intéressée à l’affaire.',
    textes: ['L2541-4'],
    genres: ['commune-alsace-moselle'],
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-POUV-01',
    titre: 'Pouvoirs',
    enClair:
      'Un membre empêché donne un pouvoir écrit à un collègue présent. Chacun ne porte qu’un pouvoir. Il est toujours révocable et vaut pour trois séances de suite au plus, sauf maladie constatée.',
    textes: ['L2121-20 al. 1', 'L5211-1'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-POUV-02',
    titre: 'Délégation de vote',
    enClair:
      'Un conseiller départemental ou régional empêché délègue son vote à un collègue, pour cette réunion seulement. Chacun ne reçoit qu’une délégation.',
    textes: ['L3121-16', 'L4132-15'],
    genres: DEPARTEMENT_REGION,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-POUV-03',
    titre: 'Suppléant d’une commune à un seul siège',
    enClair:
      'Dans une communauté de communes ou d’agglomération, le suppléant d’une commune à siège unique remplace d’abord le titulaire absent ; un pouvoir ne vient qu’à défaut.',
    textes: ['L5211-6 al. 4'],
    genres: ['epci'],
    condition: 'communautés de communes et d’agglomération',
    gravite: 'illegal',
    certitude: 'A15',
  }),
] as const;
