import { BLOC_COMMUNAL, TOUS, fiche } from './fiche.ts';

/** Who chairs, who keeps the minutes, and who must step aside. */
export const PERSONNES = [
  fiche({
    id: 'R-PRES-01',
    titre: 'Présidence de la séance',
    enClair:
      'Le maire préside, ou celui qui le remplace. Quand on débat du compte administratif, le conseil élit un autre président et le maire se retire au moment du vote.',
    textes: ['L2121-14', 'L2122-17'],
    genres: BLOC_COMMUNAL,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-SECR-01',
    titre: 'Secrétaire de séance',
    enClair:
      'Au début de chaque séance, le conseil nomme un ou plusieurs secrétaires parmi ses membres. Des auxiliaires peuvent les aider, sans voter.',
    textes: [
      'L2121-15 al. 1',
      'L2121-15 al. 2',
      'Réponse ministérielle, Sénat, n° 04239, 5 juin 2025',
    ],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
  }),
  fiche({
    id: 'R-INT-01',
    titre: 'Membre intéressé à l’affaire',
    enClair:
      'La délibération est illégale si un membre y a un intérêt propre, distinct de celui des habitants, et y a pris part en pesant sur la décision. Depuis le 24 décembre 2025, sa seule présence n’est pas une participation.',
    textes: [
      'L2131-11',
      'L2541-17',
      'L3132-5',
      'L4142-5',
      'CE 21 novembre 2012, n° 334726',
      'CAA Douai 8 septembre 2014, n° 13DA00765',
    ],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A',
    calculPartiel:
      'L’intérêt et l’influence s’apprécient cas par cas : Parvis part de ce qui a été déclaré et noté.',
  }),
  fiche({
    id: 'R-INT-02',
    titre: 'Représentant désigné dans un organisme',
    enClair:
      'L’élu que la loi fait siéger dans un organisme n’est pas intéressé de ce seul fait. Il ne prend pourtant pas part à la décision qui attribue à cet organisme un contrat public, une garantie d’emprunt ou une aide, sauf budget et dépense obligatoire.',
    textes: ['L1111-6', 'L2131-11'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A',
    du: '2022-02-23',
  }),
] as const;
