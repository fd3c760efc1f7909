import type { NatureDActe } from '../../cgct/l2131-2/transmission.ts';

type Reconnaissance = readonly [motif: RegExp, nature: NatureDActe];

/** What the council does by deliberation, exceptions of L2131-2 I 1° first. */
const DELIBERATIONS: readonly Reconnaissance[] = [
  [/taux de promotion|centres? de gestion/, 'deliberation-gestion-du-personnel'],
  [
    /voirie|stationnement|alignement|nivellement|voies? (communale|departementale)|rues?\b|chemins? rura/,
    'deliberation-voirie',
  ],
];

/** Other acts, the most particular first; words without accents, lower case. */
const ACTES: readonly Reconnaissance[] = [
  [/saisonnier|accroissement (temporaire|d'activite)/, 'agent-accroissement-temporaire'],
  [/non[ -]titulaire|contractuel|contrat d'engagement|vacataire/, 'agent-non-titulaire'],
  [/titulaire|stagiaire|avancement|fonctionnaire/, 'agent-titulaire'],
  [
    /permis (de|d')|certificats? d'urbanisme|declaration prealable|(utilisation|occupation) du sol|autorisation d'urbanisme/,
    'urbanisme',
  ],
  [/requisition/, 'requisition-du-comptable'],
  [/debits? de boissons?|buvette/, 'debit-de-boissons-temporaire'],
  [/circulation|stationnement/, 'circulation-stationnement'],
  [/\bpolice\b|peril|fermeture d|hygiene|tranquillite/, 'police'],
  [
    /decisions? (du maire|prises? par delegation|par delegation)|l\.? ?2122-22/,
    'decision-par-delegation',
  ],
  [
    /emprunt|concession|delegation de service public|\bdsp\b|affermage|marche de partenariat|contrat de partenariat/,
    'contrat-soumis',
  ],
  [/(marche|accord-cadre).*(sous le|inferieur|en dessous|au-dessous|<)/, 'marche-sous-le-seuil'],
  [/(marche|accord-cadre).*(superieur|au-dessus|au-dela|egal|depass|>|≥)/, 'contrat-soumis'],
  [/economie mixte|\bsem\b/, 'prerogative-de-sem'],
  [/droit prive|domaine prive|courrier|bail\b/, 'droit-prive'],
  [
    /arrete.*(reglement|general)|delegations? de (signature|fonction)|acte reglementaire|^reglement /,
    'acte-reglementaire',
  ],
];

/** A deliberation that does not say its name. */
const SANS_LE_DIRE =
  /secretaires? de seance|proces-verbal|\bpv\b|\bmotions?\b|compte administratif|compte financier|budget|subvention|tarif|\bvoeux?\b|reglement interieur|elections? d|designation/;

/** What L2131-2 I 1° a leaves aside, named without the word « délibération ». */
const VOIRIE_SANS_LE_DIRE =
  /(tarif|droit)s? (de|des) .*(voirie|stationnement)|(classement|ouverture|redressement|elargissement).*(voie|voirie|\brues?\b|chemin)|^(plans? d')?alignement|^nivellement/;

const INFORMATION =
  /\binformations?\b|compte rendu des decisions|liste des decisions|question orale/;

const parmi = (table: readonly Reconnaissance[], mot: string): NatureDActe | undefined =>
  table.find(([motif]) => motif.test(mot))?.[1];

/**
 * The kind of act, for L2131-2, that a few words name; undefined when they name none we know, as
 * a public contract whose amount is not compared with the threshold of D2131-5-1. `mot`: lower
 * case, without accents.
 */
export function natureNommee(mot: string): NatureDActe | undefined {
  if (INFORMATION.test(mot)) return 'information-du-conseil';
  if (/deliberation/.test(mot)) return parmi(DELIBERATIONS, mot) ?? 'deliberation';
  if (/taux de promotion|centres? de gestion/.test(mot)) return 'deliberation-gestion-du-personnel';
  if (VOIRIE_SANS_LE_DIRE.test(mot)) return 'deliberation-voirie';
  return parmi(ACTES, mot) ?? (SANS_LE_DIRE.test(mot) ? 'deliberation' : undefined);
}
