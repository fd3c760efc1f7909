import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** What the operative part itself says of what it authorises to sign or to ask. */
export type Autorisation = {
  readonly objet: boolean;
  readonly montant: boolean;
  readonly cocontractant: boolean;
  /** The same figures stand in the report the council adopted. */
  readonly montantDansLeRapport: boolean;
  readonly cocontractantDansLeRapport: boolean;
};

/**
 * R-FIN-03: authorising a signature supposes that the council knows the essential terms (CE 13
 * October 2004, Montélimar, known from memory; L2121-13). A report that says them and is adopted
 * with them informs the council; the operative part should repeat them. The case is known from
 * memory (certainty M), so nothing is told for certain.
 */
export function constatDAutorisation(a: Autorisation): Constat {
  const absents = [
    ...(a.objet ? [] : ['l’objet']),
    ...(a.montant ? [] : ['le montant']),
    ...(a.cocontractant ? [] : ['le cocontractant']),
  ];
  const connus =
    (a.montant || a.montantDansLeRapport) &&
    (a.cocontractant || a.cocontractantDansLeRapport) &&
    a.objet;
  return {
    regle: regle('R-FIN-03'),
    conforme: absents.length === 0 ? true : null,
    phrase:
      absents.length === 0
        ? 'Le dispositif dit l’objet, le montant et le cocontractant.'
        : `Le dispositif ne dit pas ${absents.join(', ni ')}.${connus ? ' Le rapport adopté le dit : c’est admis, mais fragile.' : ' Le rapport ne le dit pas non plus : l’autorisation peut être contestée.'}`,
    queFaire:
      absents.length === 0
        ? null
        : 'Écrivez dans le dispositif qui signe quoi, avec qui et jusqu’à quel montant.',
    faits: { objet: a.objet, montant: a.montant, cocontractant: a.cocontractant },
  };
}
