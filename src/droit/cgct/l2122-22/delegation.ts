import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** First day a council may delegate grant applications to the mayor (L2122-22 26°, loi NOTRe). */
export const DEMANDES_DE_SUBVENTION: Jour = jour('2015-08-09');

/** Whether applying for grants could be delegated to the mayor on that day. */
export const demandeDeSubventionDelegable = (le: Jour): boolean => le >= DEMANDES_DE_SUBVENTION;

/**
 * R-DELEG-01 for a grant application: the council is competent (L2121-29); since 2015 the mayor
 * may be by delegation (L2122-22 26°), who then reports at each compulsory meeting (L2122-23).
 * `deleguee` null: nobody told whether the council has delegated.
 */
export function constatDeCompetence(d: {
  readonly le: Jour;
  readonly deleguee: boolean | null;
}): Constat {
  const delegable = demandeDeSubventionDelegable(d.le);
  return {
    regle: regle('R-DELEG-01'),
    conforme: d.deleguee === true ? null : true,
    phrase: delegable
      ? d.deleguee === true
        ? 'Le conseil a délégué les demandes de subvention au maire : tant que cette délégation tient, c’est au maire de décider, sauf empêchement ou disposition contraire de la délibération.'
        : 'Le conseil est compétent pour demander une subvention. Il pourrait aussi charger le maire de ces demandes, par délégation.'
      : 'Le conseil est seul compétent pour demander une subvention à cette date.',
    queFaire: d.deleguee === true ? 'Vérifiez les termes de la délégation.' : null,
    faits: { le: d.le, delegable, deleguee: d.deleguee },
  };
}
