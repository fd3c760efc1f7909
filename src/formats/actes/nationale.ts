import { jour } from '#base/jour.ts';
import type { Classification } from './classification.ts';
import { MATIERES, NATURES } from './nomenclature.ts';

/**
 * Types of files by nature as the ministry publishes them since its notice of April 2019 (types no
 * longer depend on the subject). Codes: two digits for the subject (99 for all), two letters.
 */
const LIBELLES: Readonly<Record<string, string>> = {
  '10_AV': 'Avenant au contrat',
  '10_DE': 'Délibération autorisant à passer le contrat',
  '11_AC': 'Avis d’appel public à la concurrence',
  '11_AE': 'Acte d’engagement',
  '11_AP': 'Cahier des clauses administratives particulières',
  '11_AT': 'Renseignements, attestations et déclarations fournies par l’attributaire',
  '11_AV': 'Avis du jury de concours',
  '11_IN': 'Invitation des candidats à soumissionner',
  '11_JU': 'Rapport justifiant le choix du marché, les modalités et la procédure de passation',
  '11_PV': 'Procès-verbal de la commission d’appel d’offres',
  '11_RA': 'Rapport de la commission d’appel d’offres',
  '11_RC': 'Règlement de consultation',
  '11_RP': 'Rapport de présentation de l’acheteur',
  '11_TP': 'Cahier des clauses techniques particulières',
  '12_AD': 'Avis de délégation',
  '12_CC': 'Cahier des charges',
  '12_CD': 'Contrat de délégation',
  '12_CR': 'Courriers de rejet des offres incomplètes ou irrecevables',
  '12_DA': 'Déclarations et documents justificatifs de l’attributaire',
  '12_DC': 'Documents de consultation',
  '12_IP': 'Invitation à présenter une offre',
  '12_NR': 'Notification du rejet des offres',
  '12_RS': 'Rapport de sélection du délégataire',
  '12_ST': 'Spécifications techniques et fonctionnelles',
  '15_JU': 'Copie du jugement d’homologation de la transaction',
  '17_CE': 'Demande de cautionnement',
  '17_GA': 'Garantie d’emprunt',
  '17_RC': 'Règlement de concours',
  '21_DA': 'Décision arrêtant le projet',
  '21_DB': 'Débat d’orientation du plan d’aménagement et de développement durable',
  '21_DE': 'Délibération de prescription',
  '21_DO': 'Document d’orientation et d’objectifs',
  '21_EP': 'Enquête publique',
  '21_PA': 'Projet d’aménagement et de développement durable',
  '21_RP': 'Rapport de présentation',
  '22_AC': 'Accord d’une autorité administrative',
  '22_AG': 'Agrément ou certificat',
  '22_AR': 'Accusé de réception',
  '22_AT': 'Attestation',
  '22_AV': 'Avis',
  '22_CO': 'Convention',
  '22_DD': 'Demande',
  '22_DN': 'Décision',
  '22_DP': 'Document photographique',
  '22_LE': 'Lettre',
  '22_NE': 'Notice explicative',
  '22_PE': 'Présentation des états initiaux et futurs',
  '22_PN': 'Plans',
  '22_RE': 'Rapport d’étude',
  '22_TA': 'Tableau',
  '23_DE': 'Délibération mettant en œuvre le droit de préemption',
  '23_IA': 'Déclaration d’intention d’aliéner',
  '23_PR': 'Décision de préempter',
  '31_AA': 'Avis de l’autorité compétente de l’État',
  '31_CO': 'Contrat',
  '31_DE': 'Délibération autorisant l’acquisition',
  '31_DP': 'Documents précontractuels',
  '32_AA': 'Avis de l’autorité compétente de l’État',
  '32_CV': 'Contrat de vente',
  '32_DC': 'Délibération constatant la désaffectation',
  '32_DE': 'Délibération de déclassement',
  '32_DP': 'Documents précontractuels',
  '33_AC': 'Avis de l’autorité compétente de l’État',
  '33_AO': 'Autorisation d’occupation du domaine public',
  '33_CC': 'Contrat de concession',
  '41_AT': 'Attestation',
  '41_AV': 'Avis de vacance d’emploi',
  '41_CA': 'Avis de commission administrative paritaire',
  '41_CM': 'Avis de la commission mixte paritaire',
  '41_DA': 'Demande de l’agent',
  '41_DE': 'Délibération établissant la liste de postes à pourvoir',
  '41_IC': 'Information du centre de gestion',
  '41_IN': 'Inscription sur liste d’aptitude',
  '41_NC': 'Notification de création ou de vacance de poste',
  '41_RA': 'Rapport biennal des avancements d’échelon',
  '42_AC': 'Avenant au contrat',
  '42_AT': 'Attestation',
  '42_AV': 'Avis de vacance d’emploi',
  '42_DE': 'Délibération sur les contractuels',
  '43_AC': 'Avenant au contrat',
  '43_AV': 'Avis de vacance d’emploi',
  '43_CA': 'Avis de commission administrative paritaire',
  '43_CM': 'Avis de la commission mixte paritaire',
  '43_DA': 'Demande de l’agent',
  '43_IN': 'Inscription sur liste d’aptitude',
  '43_LI': 'Liste de postes à pourvoir',
  '43_NC': 'Notification de création ou de vacance de poste',
  '70_DE': 'Délibération budgétaire ou financière',
  '99_AI': 'Acte individuel',
  '99_AR': 'Acte réglementaire',
  '99_AU': 'Autre document',
  '99_BU': 'Document budgétaire',
  '99_DC': 'Document contractuel',
  '99_DE': 'Délibération',
  '99_SE': 'Fichier de signature électronique',
};

const CODES: Readonly<Record<number, string>> = {
  1:
    '21_DA 21_DB 21_DE 21_DO 21_EP 21_PA 21_RP 23_DE 23_IA 31_DE 31_DP 41_RA 42_AC 42_DE ' +
    '43_AC 70_DE 99_DE 99_SE',
  2: '21_DA 21_DB 21_DE 21_DO 21_EP 21_PA 21_RP 99_AR 99_SE',
  3:
    '22_AC 22_AG 22_AR 22_AT 22_AV 22_CO 22_DD 22_DN 22_DP 22_LE 22_NE 22_PE 22_PN 22_RE ' +
    '22_TA 23_PR 41_AT 41_AV 41_CA 41_CM 41_DA 41_DE 41_IC 41_IN 41_NC 42_AT 43_AC 43_AV ' +
    '43_CA 43_CM 43_DA 43_IN 43_LI 43_NC 99_AI 99_SE',
  4:
    '10_AV 10_DE 11_AC 11_AE 11_AP 11_AT 11_AV 11_IN 11_JU 11_PV 11_RA 11_RC 11_RP 11_TP ' +
    '12_AD 12_CC 12_CD 12_CR 12_DA 12_DC 12_IP 12_NR 12_RS 12_ST 15_JU 17_CE 17_GA 17_RC ' +
    '31_AA 31_CO 31_DE 31_DP 32_AA 32_CV 32_DC 32_DE 32_DP 33_AC 33_AO 33_CC 42_AC 42_AT ' +
    '42_AV 42_DE 43_AC 99_DC 99_SE',
  5: '70_DE 99_BU 99_SE',
  6: '99_AU 99_SE',
};

/** What applies while a prefecture has not sent its own: two levels of subjects, and these types. */
export const CLASSIFICATION_NATIONALE: Classification = {
  le: jour('2019-04-18'),
  natures: NATURES.map(({ code, abrege, libelle }) => ({
    code,
    abrege,
    libelle,
    typologies: (CODES[code] ?? '')
      .split(' ')
      .map((typologie) => ({ code: typologie, libelle: LIBELLES[typologie] ?? typologie })),
  })),
  matieres: MATIERES.map(({ code, libelle, sous }) => ({
    code,
    libelle,
    sous: sous.map((sousLibelle, i) => ({ code: i + 1, libelle: sousLibelle, sous: [] })),
  })),
};
