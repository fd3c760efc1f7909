import { BLOC_COMMUNAL, TOUS, fiche } from './fiche.ts';

/** How members are called, how long before, and with what. */
export const CONVOCATION = [
  fiche({
    id: 'R-CONV-01',
    titre: 'Contenu et envoi de la convocation',
    enClair:
      'Le maire (ou le président) convoque. La convocation dit l’ordre du jour, est inscrite au registre, affichée ou publiée, et envoyée par voie électronique, sur papier à qui le demande.',
    textes: ['L2121-10', 'R2121-7', 'L5211-1'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A',
    du: '2019-12-29',
  }),
  fiche({
    id: 'R-CONV-02',
    titre: 'Délai de convocation',
    enClair:
      'Entre l’envoi et la séance, il faut 3 jours francs sous 3 500 habitants, 5 jours francs au-dessus et dans tout EPCI, 3 jours en Alsace-Moselle, 12 jours pour les rapports d’un département ou d’une région. En urgence : 1 jour franc (la veille en Alsace-Moselle). Samedis, dimanches et jours fériés comptent.',
    textes: [
      'L2121-12 al. 3',
      'L2121-11',
      'L2121-7 al. 2',
      'L5211-1',
      'L2541-2',
      'L3121-19',
      'L4132-18',
      'CE 13 octobre 1993, d’André',
      'CE 22 juillet 2015, n° 383072',
    ],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A',
  }),
  fiche({
    id: 'R-CONV-03',
    titre: 'On ne délibère que sur l’ordre du jour',
    enClair:
      'Seules les affaires inscrites à l’ordre du jour peuvent être votées. Les « questions diverses » n’accueillent, au mieux, que des points minimes.',
    textes: [
      'L2121-10',
      'CAA Versailles 18 octobre 2018, n° 17VE02826',
      'CE 29 septembre 1982, Richert',
    ],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'B',
  }),
  fiche({
    id: 'R-CONV-04',
    titre: 'Le conseil se prononce sur l’urgence',
    enClair:
      'Quand le délai a été abrégé pour urgence, le maire l’explique dès l’ouverture et le conseil se prononce ; il peut renvoyer l’affaire à une autre séance.',
    textes: [
      'L2121-12 al. 4',
      'L2121-11 al. 2',
      'L2541-2 al. 4',
      'L3121-19 al. 4',
      'L4132-18 al. 5',
    ],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-CONV-05',
    titre: 'Convocation pour élire le maire',
    enClair:
      'Pour élire le maire ou les adjoints, la convocation le dit expressément et le conseil est au complet. Le plus âgé des conseillers préside l’élection du maire.',
    textes: ['L2122-8'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-CONV-06',
    titre: 'Preuve de l’envoi',
    enClair:
      'On garde, pour chaque membre, la preuve de l’envoi de la convocation : date, destinataire et moyen.',
    textes: ['Réponse ministérielle, Sénat, 1987'],
    genres: TOUS,
    gravite: 'conseil',
    certitude: 'C',
  }),
  fiche({
    id: 'R-CONV-07',
    titre: 'Réunion demandée par le préfet ou les conseillers',
    enClair:
      'Le conseil se réunit dans les trente jours quand le préfet, ou un tiers des membres (la majorité sous 1 000 habitants), le demande avec des motifs. C’est la réunion elle-même qui doit tenir dans le délai.',
    textes: ['L2121-9 al. 2', 'L2541-2 al. 2', 'CE 26 novembre 1976, Soldani'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A',
    du: '2020-03-01',
  }),
  fiche({
    id: 'R-CONV-08',
    titre: 'Seconde réunion faute de quorum',
    enClair:
      'Sans quorum, le conseil est convoqué de nouveau, à trois jours francs d’intervalle au moins, sur les mêmes affaires : il délibère alors quel que soit le nombre des présents. Dans un département ou une région, la réunion se tient de plein droit trois jours plus tard.',
    textes: [
      'L2121-17 al. 2',
      'L3121-14 al. 2',
      'L4132-13 al. 2',
      'L2541-4',
      'CE 16 juin 1997, Pfister, n° 142691',
    ],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-NOTE-01',
    titre: 'Note explicative de synthèse',
    enClair:
      'À partir de 3 500 habitants et dans tout EPCI, chaque affaire est accompagnée, dès la convocation, d’une note qui l’explique ; un exposé des motifs suffisant en tient lieu. Dans un département ou une région, c’est un rapport.',
    textes: [
      'L2121-12 al. 1',
      'L2121-13',
      'L5211-1',
      'L3121-19',
      'L4132-18',
      'CE 14 novembre 2012, Mandelieu',
    ],
    genres: TOUS,
    condition: 'communes de 3 500 habitants et plus, et toutes les autres assemblées',
    gravite: 'illegal',
    certitude: 'A15',
    calculPartiel: 'Qu’une note soit assez complète reste à lire.',
  }),
] as const;
