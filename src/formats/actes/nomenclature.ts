/**
 * The national nomenclature of ACTES: six natures, nine matters of 57 sub-matters. Levels 3 to 5 are
 * local and come with the classification fetched from the prefecture. Labels are ours, accented:
 * the ministry's own file loses accents. Order and codes: protocol ACTES 2.2.
 */

/** Code of the nature of an act, 1 to 6. */
export type CodeNature = 1 | 2 | 3 | 4 | 5 | 6;

export type Nature = {
  readonly code: CodeNature;
  /** Two letters of the file names: DE, AR, AI, CC, BF, AU. */
  readonly abrege: 'DE' | 'AR' | 'AI' | 'CC' | 'BF' | 'AU';
  readonly libelle: string;
  /** The type of file proposed for the act itself, when nothing else is chosen. */
  readonly typologie: string;
};

export const NATURES: readonly Nature[] = [
  { code: 1, abrege: 'DE', libelle: 'Délibérations', typologie: '99_DE' },
  { code: 2, abrege: 'AR', libelle: 'Actes réglementaires', typologie: '99_AR' },
  { code: 3, abrege: 'AI', libelle: 'Actes individuels', typologie: '99_AI' },
  { code: 4, abrege: 'CC', libelle: 'Contrats, conventions et avenants', typologie: '99_DC' },
  { code: 5, abrege: 'BF', libelle: 'Documents budgétaires et financiers', typologie: '99_BU' },
  { code: 6, abrege: 'AU', libelle: 'Autres', typologie: '99_AU' },
];

export type Matiere = {
  readonly code: number;
  readonly libelle: string;
  readonly sous: readonly string[];
};

/** `sous[0]` is sub-matter 1. */
export const MATIERES: readonly Matiere[] = [
  {
    code: 1,
    libelle: 'Commande publique',
    sous: [
      'Marchés publics',
      'Délégations de service public',
      'Conventions de mandat',
      'Autres types de contrats',
      'Transactions et protocoles d’accord',
      'Maîtrise d’œuvre',
      'Actes spéciaux et divers',
    ],
  },
  {
    code: 2,
    libelle: 'Urbanisme',
    sous: [
      'Documents d’urbanisme',
      'Droit d’occupation ou d’utilisation des sols',
      'Droit de préemption urbain',
    ],
  },
  {
    code: 3,
    libelle: 'Domaine et patrimoine',
    sous: [
      'Acquisitions',
      'Aliénations',
      'Locations',
      'Limites territoriales',
      'Autres actes de gestion du domaine public',
      'Autres actes de gestion du domaine privé',
    ],
  },
  {
    code: 4,
    libelle: 'Fonction publique',
    sous: [
      'Personnels titulaires et stagiaires',
      'Personnels contractuels',
      'Fonction publique hospitalière',
      'Autres catégories de personnels',
      'Régime indemnitaire',
    ],
  },
  {
    code: 5,
    libelle: 'Institutions et vie politique',
    sous: [
      'Élection de l’exécutif',
      'Fonctionnement des assemblées',
      'Désignation de représentants',
      'Délégation de fonctions',
      'Délégation de signature',
      'Exercice des mandats locaux',
      'Intercommunalité',
      'Décision d’agir en justice',
    ],
  },
  {
    code: 6,
    libelle: 'Libertés publiques et pouvoirs de police',
    sous: [
      'Police municipale',
      'Pouvoirs du président du conseil départemental',
      'Pouvoirs du président du conseil régional',
      'Autres actes réglementaires',
      'Actes pris au nom de l’État et soumis au contrôle hiérarchique',
    ],
  },
  {
    code: 7,
    libelle: 'Finances locales',
    sous: [
      'Décisions budgétaires',
      'Fiscalité',
      'Emprunts',
      'Interventions économiques',
      'Subventions',
      'Contributions budgétaires',
      'Avances',
      'Fonds de concours',
      'Prises de participation',
      'Divers',
    ],
  },
  {
    code: 8,
    libelle: 'Domaines de compétences par thèmes',
    sous: [
      'Enseignement',
      'Aide sociale',
      'Voirie',
      'Aménagement du territoire',
      'Politique de la ville, habitat, logement',
      'Emploi, formation professionnelle',
      'Transports',
      'Environnement',
      'Culture',
    ],
  },
  {
    code: 9,
    libelle: 'Autres domaines de compétences',
    sous: ['Communes', 'Départements', 'Régions', 'Vœux et motions'],
  },
];

/** The label of « 8.5 », first and second levels; null when the nomenclature has no such code. */
export function libelleDeMatiere(code: string): string | null {
  const [premier, second] = code.split('.').map(Number);
  const matiere = MATIERES.find((m) => m.code === premier);
  if (matiere === undefined) return null;
  if (second === undefined) return matiere.libelle;
  return matiere.sous[second - 1] ?? null;
}
