import { COMMUNE, TOUS, fiche } from './fiche.ts';

/** How an act is made public, sent to the prefect, and comes into force. */
export const ACTES = [
  fiche({
    id: 'R-PUBL-01',
    titre: 'Références qui ne sont plus en vigueur',
    enClair:
      'Depuis le 1er juillet 2022, un acte ne cite plus le compte rendu de L2121-25, ni R2121-10, ni R2121-11, ni le recueil des actes, ni l’affichage comme publicité à partir de 3 500 habitants.',
    textes: ['Ordonnance n° 2021-1310', 'Décret n° 2021-1311, art. 3'],
    genres: TOUS,
    gravite: 'conseil',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-PUBL-02',
    titre: 'Publication électronique',
    enClair:
      'À partir de 3 500 habitants, et dans tout EPCI, département ou région, l’acte est publié en entier sur le site, non modifiable, téléchargeable, avec le nom et la qualité de son auteur et la date de mise en ligne, pendant deux mois au moins.',
    textes: ['L2131-1 III', 'R2131-1', 'L3131-1', 'R3131-2'],
    genres: TOUS,
    condition: 'communes de 3 500 habitants et plus, et toutes les autres assemblées',
    gravite: 'illegal',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-PUBL-03',
    titre: 'Choix du mode de publicité',
    enClair:
      'Sous 3 500 habitants, la commune choisit par délibération l’affichage, le papier ou la forme électronique ; sans choix, c’est la forme électronique. Sans site, le choix est publié sur le site de l’EPCI (depuis 2024).',
    textes: ['L2131-1 IV', 'R2131-1 II', 'R2131-1 II bis'],
    genres: COMMUNE,
    condition: 'moins de 3 500 habitants',
    gravite: 'illegal',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-PUBL-04',
    titre: 'Copie sur papier',
    enClair:
      'Toute personne peut demander sur papier un acte publié en ligne, sauf demande abusive.',
    textes: ['L2131-1 VI'],
    genres: COMMUNE,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
    nonCalcule: 'Les demandes des habitants ne sont pas des faits de la séance.',
  }),
  fiche({
    id: 'R-EXEC-01',
    titre: 'Caractère exécutoire',
    enClair:
      'L’acte s’applique quand il a reçu la publicité que la loi demande (ou la notification, s’il vise une personne) et, s’il doit l’être, quand il a été transmis au préfet. L’accusé de réception n’est pas une condition.',
    textes: ['L2131-1 I', 'L2131-1 V'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-EXEC-02',
    titre: 'Certificat du caractère exécutoire',
    enClair:
      'Le maire peut certifier que l’acte est exécutoire. La mention vise la publication requise et la transmission, non le compte rendu.',
    textes: ['L2131-1 I'],
    genres: TOUS,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-TRANS-01',
    titre: 'Actes à transmettre au préfet',
    enClair:
      'La loi dresse la liste des actes transmis au préfet et de ceux qui ne le sont pas (circulation, promotion d’agents, informations au conseil…).',
    textes: ['L2131-2', 'L3131-2', 'L4141-2'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A',
  }),
  fiche({
    id: 'R-TRANS-02',
    titre: 'Délai et voie de transmission',
    enClair:
      'Une décision individuelle est transmise dans les quinze jours de sa signature. Au-dessus de 50 000 habitants, la transmission est électronique depuis le 7 août 2020.',
    textes: ['L2131-2 II', 'L2131-1'],
    genres: COMMUNE,
    gravite: 'risque',
    certitude: 'A',
  }),
  fiche({
    id: 'R-TRANS-03',
    titre: 'Transmission du budget et du compte',
    enClair:
      'Le budget est transmis dans les quinze jours qui suivent la date limite de son adoption, le compte dans les quinze jours qui suivent celle de son vote.',
    textes: ['L1612-8', 'L1612-13'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'A15',
  }),
] as const;
