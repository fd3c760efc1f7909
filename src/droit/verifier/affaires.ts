import { enSimple } from './en-simple.ts';

const nommee = (motif: RegExp) => (item: string | undefined) =>
  item !== undefined && motif.test(enSimple(item));

/**
 * The account on which the mayor withdraws (L2121-14) and which only a majority against rejects
 * (L1612-12): the administrative account, or the single financial account that replaces it; not
 * the compte de gestion, which is the accountant's.
 */
export const estUnCompte = nommee(
  /^(?:ca|cfu|comptes?)$|\baccounts?\b|\bcomptes? (?:administratif|financier)|\bcfu\b|(?:vote|adoption|approbation|arrete) des comptes/,
);

/** A request that the public leave (L2121-18). */
export const estUnHuisClos = nommee(/huis[ -]clos|closed (?:session|meeting)|in camera/);

/** The two decisions L1111-6 II leaves alone: the vote of the budget, a compulsory expense. */
export const estBudgetOuDepenseObligatoire = nommee(
  /^(?:le |vote du |adoption du |vote of the |the )?budget(?: primitif| supplementaire| vote)?$|depense obligatoire|(?:compulsory|mandatory) (?:expense|expenditure)/,
);
