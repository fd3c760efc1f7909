import { COMMUNE, TOUS, fiche } from './fiche.ts';

/** What follows an act: review, appeals, open data, archives, money. */
export const SUITES = [
  fiche({
    id: 'R-CTRL-01',
    titre: 'Délai du préfet',
    enClair:
      'Le préfet a deux mois francs, à compter de la réception de l’acte complet, pour saisir le tribunal. Sa demande de pièces nécessaires ou son recours gracieux prolongent ce délai.',
    textes: ['L2131-6', 'CE 15 mai 2013, n° 357031'],
    genres: TOUS,
    gravite: 'information',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-CTRL-02',
    titre: 'Suspension automatique',
    enClair:
      'En urbanisme, marchés et délégations de service public, la suspension demandée par le préfet dans les dix jours arrête l’acte, pour un mois au plus.',
    textes: ['L2131-6 al. 4', 'L2131-6 al. 5'],
    genres: TOUS,
    gravite: 'information',
    certitude: 'A15',
  }),
  fiche({
    id: 'R-CTRL-03',
    titre: 'Saisine du préfet par une personne lésée',
    enClair:
      'Une personne lésée par un acte peut demander au préfet, dans les deux mois, de le déférer au tribunal.',
    textes: ['L2131-8'],
    genres: TOUS,
    gravite: 'information',
    certitude: 'A15',
    calculPartiel:
      'Le dernier jour est calculé ; la demande elle-même n’est pas enregistrée avec la séance.',
  }),
  fiche({
    id: 'R-REC-01',
    titre: 'Délai de recours',
    enClair:
      'Un acte se conteste devant le tribunal administratif dans les deux mois francs de sa publication ou de sa notification. Un recours gracieux, fait dans ce délai, en ouvre un nouveau après la réponse ou deux mois de silence.',
    textes: [
      'CJA R421-1',
      'CJA R421-2',
      'CJA R421-5',
      'CJA R421-7',
      'CRPA L411-2',
      'CRPA L411-7',
      'CRPA L231-4',
    ],
    genres: TOUS,
    gravite: 'information',
    certitude: 'A',
  }),
  fiche({
    id: 'R-REC-02',
    titre: 'Mention des voies et délais de recours',
    enClair:
      'La mention n’est exigée que pour une décision notifiée. Sur un acte publié, elle est facultative, mais doit partir de la publication.',
    textes: ['CJA R421-5'],
    genres: TOUS,
    gravite: 'conseil',
    certitude: 'A',
  }),
  fiche({
    id: 'R-OPEN-01',
    titre: 'Données ouvertes',
    enClair:
      'À partir de 3 500 habitants et de 50 agents, la collectivité publie en ligne ses documents et ses données.',
    textes: ['CRPA L312-1-1', 'CRPA D312-1-1-1'],
    genres: TOUS,
    condition: '3 500 habitants et 50 agents au moins',
    gravite: 'risque',
    certitude: 'A',
    du: '2018-10-07',
  }),
  fiche({
    id: 'R-DATA-01',
    titre: 'Occultation avant mise en ligne',
    enClair:
      'Avant la mise en ligne, on masque les secrets et le nom des tiers, sauf texte contraire, accord de la personne ou catégorie permise.',
    textes: ['CRPA L312-1-2', 'CRPA L311-6', 'CRPA D312-1-3', 'Conseil CADA n° 20221096'],
    genres: TOUS,
    gravite: 'illegal',
    certitude: 'B',
    du: '2022-07-01',
    calculPartiel: 'Repérer une donnée personnelle dans un texte demande une lecture.',
  }),
  fiche({
    id: 'R-ARCH-01',
    titre: 'Archives publiques',
    enClair:
      'Registres, procès-verbaux et délibérations sont des archives publiques, gardées sans limite de durée.',
    textes: [
      'Code du patrimoine L211-4',
      'Code du patrimoine L212-1',
      'Code du patrimoine L212-6',
      'L2121-15 al. 6',
    ],
    genres: TOUS,
    gravite: 'risque',
    certitude: 'A',
    nonCalcule: 'La conservation se constate aux archives, non dans les faits d’une séance.',
  }),
  fiche({
    id: 'R-DELEG-01',
    titre: 'Compétences déléguées au maire',
    enClair:
      'Le conseil peut charger le maire de certaines décisions, dont les demandes de subvention depuis 2015. Le maire en rend compte à chaque réunion.',
    textes: ['L2122-22', 'L2122-23'],
    genres: COMMUNE,
    gravite: 'conseil',
    certitude: 'B',
    du: '2015-08-09',
  }),
  fiche({
    id: 'R-FIN-01',
    titre: 'Plan de financement équilibré',
    enClair: 'Les parts du plan de financement, au centime, font exactement le coût total.',
    textes: ['Arithmétique du plan de financement'],
    genres: TOUS,
    gravite: 'risque',
    certitude: 'A',
  }),
  fiche({
    id: 'R-FIN-02',
    titre: 'Part minimale du maître d’ouvrage',
    enClair:
      'Pour un investissement, la collectivité qui porte l’opération apporte au moins 20 % des financements publics.',
    textes: ['L1111-10 III'],
    genres: TOUS,
    condition: 'opérations d’investissement',
    gravite: 'illegal',
    certitude: 'A15',
    du: '2010-12-16',
  }),
  fiche({
    id: 'R-FIN-03',
    titre: 'Autorisation de signer',
    enClair:
      'Pour autoriser une signature, le conseil connaît l’essentiel : l’objet, le montant et le cocontractant.',
    textes: ['CE 13 octobre 2004, Montélimar', 'L2121-13'],
    genres: TOUS,
    gravite: 'risque',
    certitude: 'M',
  }),
] as const;
