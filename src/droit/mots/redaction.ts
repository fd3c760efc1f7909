import { regleDePoids } from '../regles.ts';
import type { Trouvaille } from './constat.ts';
import { regleDesMots } from './regles.ts';
import { type TexteLu, contient, lireTexte, reperer } from './texte.ts';

const SESSION = /sessions? (extra-?)?ordinaires?/gu;
const PARTENAIRES =
  /(de|par|avec|entre) (ces|les|nos|leurs) (partenaires|financeurs|cofinanceurs)/gu;
const CES_PARTENAIRES = /(ces|nos) (partenaires|financeurs|cofinanceurs)/gu;
const LANCEE =
  /(a|ont|avons) (deja )?(lance|engage|commence|demarre|attribue|notifie|signe) (une? |l'|la |le |les |des )?(etudes?|travaux|marches?|operations?|prestations?|missions?)/gu;
const CONVENTION = /convention [^.;]{0,80}sign\w+/gu;
const VISA = /\bvu (la|les|l'|le) (deliberation|convention)|deliberation n/u;

/** W5: a « session ordinaire », which the law of communes no longer knows (from memory). */
export function sessionOrdinaire(t: TexteLu): Trouvaille | null {
  const [extrait] = reperer(t, SESSION);
  if (extrait === undefined) return null;
  return {
    regle: regleDesMots('R-MOTS-02'),
    code: 'session-ordinaire',
    conforme: null,
    phrase: `Le texte dit « ${extrait.mots} » : la loi ne distingue plus de sessions ordinaires et extraordinaires, le conseil tient des réunions. (Point tenu de mémoire, à vérifier.)`,
    queFaire: 'Écrivez « réuni en séance publique ».',
    extrait,
  };
}

/** The usual class of a grant application in the ACTES nomenclature. */
const SUBVENTIONS = '7.5';

/** D8: a grant application classed elsewhere than among grants. */
export function matiereDUneSubvention(code: string | null): Trouvaille | null {
  if (code === null || code === SUBVENTIONS || code.startsWith(`${SUBVENTIONS}.`)) return null;
  return {
    regle: regleDesMots('R-MOTS-03'),
    code: 'matiere-d-une-subvention',
    conforme: null,
    phrase: `L’acte est classé en ${code} alors qu’il demande une subvention, ce que l’on classe d’ordinaire en ${SUBVENTIONS}. Ce choix est admis.`,
    queFaire: 'Vérifiez la matière choisie avant la transmission.',
    extrait: null,
  };
}

/** D5: funders in the plural, though the plan names one. */
export function financeursAuPluriel(rapport: TexteLu, financeurs: number): Trouvaille | null {
  if (financeurs !== 1) return null;
  const [extrait] = [...reperer(rapport, CES_PARTENAIRES), ...reperer(rapport, PARTENAIRES)];
  if (extrait === undefined) return null;
  return {
    regle: regleDesMots('R-MOTS-04'),
    code: 'financeurs-au-pluriel',
    conforme: null,
    phrase: `Le rapport dit « ${extrait.mots} », au pluriel, alors que le plan ne nomme qu’un financeur.`,
    queFaire: 'Nommez le financeur, ou complétez le plan de financement.',
    extrait,
  };
}

/** D6: words that say the operation began, before the grant is given. */
export function operationCommencee(rapport: TexteLu): Trouvaille | null {
  const [extrait] = reperer(rapport, LANCEE);
  if (extrait === undefined) return null;
  return {
    regle: regleDesMots('R-MOTS-06'),
    code: 'operation-commencee',
    conforme: null,
    phrase: `Le rapport dit « ${extrait.mots} » : si le marché a été signé avant l’accord du financeur, celui-ci peut refuser son aide.`,
    queFaire: 'Vérifiez les conditions du financeur et la date de signature du marché.',
    extrait,
  };
}

/** D11: a convention already signed, without the deliberation that approved it. */
export function conventionSansVisa(rapport: TexteLu): Trouvaille | null {
  const [extrait] = reperer(rapport, CONVENTION);
  if (extrait === undefined || contient(rapport, VISA)) return null;
  return {
    regle: regleDesMots('R-MOTS-05'),
    code: 'convention-sans-visa',
    conforme: null,
    phrase: `Le rapport s’appuie sur une convention (« ${extrait.mots} ») sans citer la délibération qui l’a approuvée.`,
    queFaire: 'Ajoutez un visa : « Vu la délibération n° … du … ».',
    extrait,
  };
}

/** Funders without a board where a member of the council would sit for themselves. */
const PUISSANCE_PUBLIQUE =
  /^(l'|le |la )?(etat|ministere|prefecture|prefet|departement|region|conseil (departemental|regional)|union europeenne|fonds europeen)/u;

/**
 * D10: a member may sit on the board of the funder. The collectivity is the one that receives, so
 * L1111-6 II does not apply; a personal interest must be told all the same (L2131-11). Null for a
 * public authority, which has no such board.
 */
export function elusChezLeFinanceur(financeur: string): Trouvaille | null {
  if (contient(lireTexte(financeur), PUISSANCE_PUBLIQUE)) return null;
  return {
    regle: regleDePoids('R-INT-01', 'information'),
    code: 'elus-chez-le-financeur',
    conforme: null,
    phrase: `Un élu siège-t-il dans les instances de « ${financeur} » ? L’aide vient de cet organisme et n’est pas à son profit : le déport obligatoire (L1111-6 II) ne joue pas, mais un intérêt personnel se déclare.`,
    queFaire: 'Posez la question avant le vote, et notez la réponse.',
    extrait: null,
  };
}
