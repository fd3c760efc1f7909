import { BLOC_COMMUNAL, COMMUNE, fiche } from './fiche.ts';

/** What is written down after the sitting: register, signatures, list, minutes. */
export const REGISTRE = [
  fiche({
    id: 'R-REG-01',
    titre: 'Tenue du registre',
    enClair:
      'Le registre est coté et paraphé par le maire. Chaque délibération y a son numéro d’ordre dans la séance ; chaque feuillet porte la commune et la date ; un feuillet clôt la séance. Il est relié chaque année (tous les cinq ans au plus sous 1 000 habitants), sans collage, avec des tables.',
    textes: ['R2121-9'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
    calculPartiel:
      'Le papier, l’encre, la reliure et les paraphes se voient sur le registre lui-même.',
  }),
  fiche({
    id: 'R-REG-02',
    titre: 'Registre papier et registre numérique',
    enClair:
      'Le registre est tenu sur papier ; une version numérique peut le compléter. Si les délibérations sont signées électroniquement, le papier est signé à la main une fois par séance.',
    textes: ['R2121-9 al. 8', 'R2121-9 al. 9'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-SIGN-01',
    titre: 'Signature des délibérations',
    enClair:
      'Depuis le 1er juillet 2022, le maire et le ou les secrétaires signent les délibérations ; avant, tous les membres présents signaient. Une signature oubliée est un défaut de forme. Sans aucune signature, l’existence même de l’acte n’est pas établie.',
    textes: ['L2121-23', 'Réponse ministérielle, Sénat, n° 02858, 2 février 2023'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-SIGN-02',
    titre: 'Certification d’un extrait',
    enClair:
      'Un délégué du maire peut certifier un extrait conforme, même s’il n’était pas à la séance. Certifier n’est pas signer la délibération.',
    textes: ['L2122-18', 'L2122-19'],
    genres: COMMUNE,
    gravite: 'risque',
    certitude: 'M',
  }),
  fiche({
    id: 'R-LIST-01',
    titre: 'Liste des délibérations examinées',
    enClair:
      'Dans la semaine qui suit la séance, la liste des délibérations examinées est affichée à la mairie et mise en ligne sur le site de la commune, s’il existe.',
    textes: ['L2121-25'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-LIST-02',
    titre: 'Compte rendu affiché (avant juillet 2022)',
    enClair:
      'Jusqu’au 30 juin 2022, un compte rendu de la séance était affiché par extraits dans la huitaine.',
    textes: ['L2121-25', 'R2121-11'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '1996-02-24',
    au: '2022-06-30',
  }),
  fiche({
    id: 'R-PV-01',
    titre: 'Le procès-verbal est arrêté à la séance suivante',
    enClair:
      'Le ou les secrétaires rédigent le procès-verbal. Il est arrêté au début de la séance suivante et signé par le maire et le ou les secrétaires.',
    textes: ['L2121-15 al. 3'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-PV-02',
    titre: 'Contenu du procès-verbal',
    enClair:
      'Le procès-verbal dit la date et l’heure, le président, les présents et représentés, les secrétaires, le quorum, l’ordre du jour, les délibérations et leurs rapports, les demandes de scrutin particulier, les résultats (avec les noms au scrutin public) et la teneur des discussions.',
    textes: ['L2121-15 al. 4'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-PV-03',
    titre: 'Publication du procès-verbal',
    enClair:
      'Dans la semaine qui suit la séance où il est arrêté, le procès-verbal est publié sur le site de la commune, s’il existe, et tenu à disposition sur papier.',
    textes: ['L2121-15 al. 5'],
    genres: BLOC_COMMUNAL,
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
  fiche({
    id: 'R-EPCI-01',
    titre: 'Envoi aux conseillers des communes membres',
    enClair:
      'L’EPCI envoie, dans le mois, la liste des délibérations et le procès-verbal aux conseillers municipaux des communes membres.',
    textes: ['L5211-40-2'],
    genres: ['epci'],
    gravite: 'risque',
    certitude: 'A',
    du: '2022-07-01',
  }),
] as const;
