import { COMMUNE, TOUS, fiche } from './fiche.ts';

/** How many members a council has, and whether every one of them is accounted for. */
export const COMPOSITION = [
  fiche({
    id: 'R-COMP-01',
    titre: 'Effectif du conseil municipal',
    enClair:
      'Le nombre de sièges du conseil municipal dépend de la population de la commune : de 7 sièges sous 100 habitants à 69 à partir de 300 000.',
    textes: ['L2121-2', 'Code électoral R25-1', 'L2512-3', 'L2513-1'],
    genres: COMMUNE,
    gravite: 'illegal',
    certitude: 'A15',
    du: '2014-03-23',
    calculPartiel:
      'Paris, Lyon et Marseille ont un effectif propre, modifié pour 2026 : il est à vérifier.',
  }),
  fiche({
    id: 'R-COMP-02',
    titre: 'Conseil réputé complet des petites communes',
    enClair:
      'Une petite commune qui n’a pas pourvu tous ses sièges a quand même un conseil complet à partir de 5 membres (moins de 100 habitants), de 9 (100 à 499) et, depuis le renouvellement de 2026, de 13 (500 à 999). Son effectif légal est alors le nombre de membres élus.',
    textes: ['L2121-2-1'],
    genres: COMMUNE,
    condition: 'moins de 1 000 habitants',
    gravite: 'information',
    certitude: 'A',
    du: '2019-12-29',
  }),
  fiche({
    id: 'R-COMP-03',
    titre: 'Nombre maximal d’adjoints',
    enClair:
      'Le conseil municipal a au plus 30 % d’adjoints, calculés sur l’effectif légal et arrondis à l’entier inférieur.',
    textes: ['L2122-2'],
    genres: COMMUNE,
    gravite: 'illegal',
    certitude: 'A15',
    du: '1996-02-24',
  }),
  fiche({
    id: 'R-COMP-04',
    titre: 'Effectif du conseil d’une commune nouvelle',
    enClair:
      'Au premier renouvellement qui suit sa création, la commune nouvelle a le nombre de sièges de la tranche de population juste au-dessus de la sienne.',
    textes: ['L2113-8', 'L2113-7'],
    genres: COMMUNE,
    condition: 'commune nouvelle',
    gravite: 'illegal',
    certitude: 'B',
    du: '2010-12-16',
    calculPartiel:
      'La composition transitoire dépend de l’arrêté du préfet ; le texte a changé depuis 2015 et reste à vérifier.',
  }),
  fiche({
    id: 'R-COMP-05',
    titre: 'Chaque membre compté une fois',
    enClair:
      'Présents, représentés et absents, additionnés, font le nombre des membres en exercice, et personne n’y figure deux fois.',
    textes: ['L2121-15', 'L2121-20'],
    genres: TOUS,
    gravite: 'risque',
    certitude: 'A',
  }),
] as const;
