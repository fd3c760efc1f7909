import { BLOC_COMMUNAL, COMMUNE, DEPARTEMENT_REGION, TOUS, fiche } from './fiche.ts';

/** When, where and how the assembly sits. */
export const SEANCES = [
  fiche({
    id: 'R-SEAN-01',
    titre: 'Une réunion par trimestre',
    enClair: 'Le conseil municipal se réunit au moins une fois par trimestre.',
    textes: ['L2121-7 al. 1', 'L2541-2'],
    genres: ['commune'],
    gravite: 'conseil',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-SEAN-02',
    titre: 'Première réunion après le renouvellement',
    enClair:
      'Après un renouvellement général, le conseil municipal se réunit entre le vendredi et le dimanche qui suivent le tour où il a été élu au complet. Le maire lit la charte de l’élu local.',
    textes: ['L2121-7 al. 2', 'L2121-7 al. 3'],
    genres: COMMUNE,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-SEAN-03',
    titre: 'Fréquence des réunions hors communes',
    enClair:
      'Le conseil communautaire, départemental ou régional se réunit au moins une fois par trimestre ; un syndicat à objet unique, une fois par semestre.',
    textes: ['L5211-11 al. 1', 'L3121-9 al. 1', 'L4132-8'],
    genres: ['epci', 'departement', 'region'],
    gravite: 'conseil',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-SEAN-04',
    titre: 'Lieu de la réunion du conseil municipal',
    enClair:
      'Le conseil municipal se réunit à la mairie, ou à titre définitif dans un autre lieu de la commune, neutre, accessible, sûr et ouvert au public. La visioconférence ne lui est pas ouverte.',
    textes: ['L2121-7 al. 4'],
    genres: COMMUNE,
    gravite: 'illegal',
    certitude: 'A',
    calculPartiel:
      'La neutralité, l’accessibilité et la sécurité du lieu s’apprécient sur place : Parvis demande seulement si le lieu a été choisi à titre définitif.',
  }),
  fiche({
    id: 'R-SEAN-05',
    titre: 'Visioconférence',
    enClair:
      'Un EPCI, un département ou une région peut siéger en visioconférence : les présents à distance comptent dans le quorum, on n’y vote qu’au scrutin public, jamais pour élire l’exécutif ni pour adopter le budget primitif, et tous se retrouvent en un même lieu au moins une fois par semestre.',
    textes: ['L5211-11-1', 'L3121-9-1'],
    genres: ['epci', 'departement', 'region'],
    gravite: 'illegal',
    certitude: 'A',
    du: '2022-02-23',
  }),
  fiche({
    id: 'R-SEAN-06',
    titre: 'Séance publique et huis clos',
    enClair:
      'Les séances sont publiques. Le président ou trois membres (cinq hors des communes) peuvent demander le huis clos, voté sans débat à la majorité absolue des membres présents ou représentés.',
    textes: ['L2121-18', 'L3121-11', 'L4132-10', 'L5211-11 al. 2'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-SEAN-07',
    titre: 'Police de l’assemblée',
    enClair: 'Le président a seul la police de l’assemblée.',
    textes: ['L2121-16'],
    genres: TOUS,
    gravite: 'information',
    certitude: 'A15',
    nonCalcule: 'C’est un pouvoir du président : aucun fait de la séance ne permet d’en juger.',
  }),
  fiche({
    id: 'R-SEAN-08',
    titre: 'Règlement intérieur',
    enClair:
      'Le conseil adopte son règlement intérieur dans les six mois de son installation à partir de 1 000 habitants (3 500 avant le 1er mars 2020) et dans tout EPCI ; dans le mois de son renouvellement pour un département ou une région.',
    textes: ['L2121-8', 'L2541-5', 'L5211-1', 'L3121-8'],
    genres: [...BLOC_COMMUNAL, ...DEPARTEMENT_REGION],
    condition: 'communes de 1 000 habitants et plus, et toutes les autres assemblées',
    gravite: 'illegal',
    certitude: 'A',
    du: '2020-03-01',
  }),
  fiche({
    id: 'R-SEAN-09',
    titre: 'Débat de politique générale',
    enClair:
      'Un dixième des membres peut demander, une fois par an, un débat sur la politique générale de la commune.',
    textes: ['L2121-19'],
    genres: COMMUNE,
    gravite: 'illegal',
    certitude: 'B',
    du: '2019-12-29',
    calculPartiel: 'Les questions orales relèvent du règlement intérieur de chaque conseil.',
  }),
] as const;
