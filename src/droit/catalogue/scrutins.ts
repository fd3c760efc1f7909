import { BLOC_COMMUNAL, COMMUNE, TOUS, fiche } from './fiche.ts';

/** How the assembly votes, and how it appoints. */
export const SCRUTINS = [
  fiche({
    id: 'R-VOTE-01',
    titre: 'Majorité des suffrages exprimés',
    enClair:
      'Une délibération est adoptée quand elle a plus de voix pour que contre, pouvoirs compris. Abstentions, bulletins blancs ou nuls et refus de prendre part au vote ne comptent pas. À égalité, la voix du président l’emporte, sauf scrutin secret.',
    textes: [
      'L2121-20 al. 2',
      'L2121-20 al. 3',
      'L3121-14 al. 3',
      'L3121-15',
      'L4132-13 al. 3',
      'L4132-14',
    ],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-VOTE-02',
    titre: 'Noms des votants au scrutin public',
    enClair:
      'Au scrutin public, le registre et le procès-verbal portent le nom des votants et le sens de leur vote. À main levée, les noms sont facultatifs.',
    textes: ['L2121-21 al. 1', 'L2121-15 al. 4'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-VOTE-03',
    titre: 'Demande de scrutin public',
    enClair:
      'On vote au scrutin public quand un quart des membres présents le demande (un sixième dans un département ou une région).',
    textes: ['L2121-21 al. 1', 'L3121-15', 'L4132-14 al. 1'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-VOTE-04',
    titre: 'Demande de scrutin secret',
    enClair:
      'On vote au scrutin secret quand un tiers des membres présents le réclame, ou pour une nomination. Le maire ne peut pas le décider seul.',
    textes: ['L2121-21 al. 3'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-VOTE-05',
    titre: 'Demandes de scrutin public et secret à la fois',
    enClair:
      'Si les deux demandes réunissent assez de membres, le scrutin secret l’emporte dans une commune ou un EPCI, le scrutin public dans un département.',
    textes: ['CE 15 mai 1908, Souet', 'Réponse ministérielle n° 46449', 'L2121-21'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'B',
  }),
  fiche({
    id: 'R-VOTE-06',
    titre: 'Vote unique sur plusieurs délibérations',
    enClair:
      'On peut voter en une fois plusieurs délibérations qui ont un objet commun, si aucun membre ne demande un vote séparé.',
    textes: ['CE 5 juillet 2021, n° 433537', 'L2121-20'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'B',
  }),
  fiche({
    id: 'R-VOTE-07',
    titre: 'Vote secret demandé en visioconférence',
    enClair:
      'En visioconférence, une demande de vote secret adoptée renvoie l’affaire à une séance tenue sans visioconférence.',
    textes: ['L5211-11-1', 'L3121-9-1'],
    genres: ['epci', 'departement', 'region'],
    gravite: 'illegal',
    certitude: 'A',
    du: '2022-02-23',
  }),
  fiche({
    id: 'R-VOTE-08',
    titre: 'Vote des comptes',
    enClair: 'Le compte est adopté s’il n’y a pas une majorité de voix contre.',
    textes: ['L1612-12'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-NOM-01',
    titre: 'Nomination en trois tours',
    enClair:
      'On nomme au scrutin secret : à la majorité absolue aux deux premiers tours, à la majorité relative au troisième. À égalité, le plus âgé est élu.',
    textes: ['L2121-21 al. 5', 'L2122-7', 'L2122-4'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-NOM-02',
    titre: 'Dispense de scrutin secret',
    enClair:
      'Le conseil peut, à l’unanimité, nommer sans scrutin secret, sauf si un texte impose ce mode de scrutin.',
    textes: ['L2121-21 al. 6'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-NOM-03',
    titre: 'Candidature ou liste unique',
    enClair:
      'S’il n’y a qu’une candidature par poste, ou qu’une liste, dans une commission ou un organisme extérieur, la nomination prend effet aussitôt et le maire en donne lecture.',
    textes: ['L2121-21 al. 7'],
    genres: BLOC_COMMUNAL,
    gravite: 'information',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-NOM-04',
    titre: 'Élection des adjoints',
    enClair:
      'À partir de 1 000 habitants, les adjoints sont élus sur une liste bloquée, en trois tours au plus ; à égalité, la liste dont la moyenne d’âge est la plus élevée l’emporte.',
    textes: ['L2122-7-2', 'L2122-7-1'],
    genres: COMMUNE,
    gravite: 'illegal',
    certitude: 'A15',
    calculPartiel:
      'La parité des listes et les règles des communes de moins de 1 000 habitants depuis 2026 sont à vérifier.',
  }),
] as const;
