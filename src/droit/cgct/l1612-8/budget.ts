import { type Jour, ajouterJours, annee, enToutesLettres, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

export type DocumentBudgetaire = 'budget-primitif' | 'compte';

export type EnvoiBudgetaire = {
  readonly document: DocumentBudgetaire;
  /** The budget's year, or that of the accounts. */
  readonly exercice: number;
  /** A general renewal took place that year: the budget may be voted until 30 April. */
  readonly renouvellement: boolean;
};

/**
 * Last day to adopt: 15 April of the year, 30 April in a year of renewal (L1612-2); 30 June of the
 * next year for the accounts (L1612-12). Both texts are known from memory (certainty M); a late
 * notice of State figures moves the first one, which is not computed.
 */
export function limiteDAdoption(e: EnvoiBudgetaire): Jour {
  if (e.document === 'compte') return jour(`${e.exercice + 1}-06-30`);
  return jour(`${e.exercice}-04-${e.renouvellement ? '30' : '15'}`);
}

/** Sent to the prefect within fifteen days of that last day (L1612-8, L1612-13). */
export const limiteDEnvoi = (e: EnvoiBudgetaire): Jour => ajouterJours(limiteDAdoption(e), 15);

/** R-TRANS-03: the budget or the accounts, sent in time. */
export function constatDEnvoiBudgetaire(e: EnvoiBudgetaire, transmisLe: Jour | null): Constat {
  const limite = limiteDEnvoi(e);
  const nom = e.document === 'compte' ? `Le compte ${e.exercice}` : `Le budget ${e.exercice}`;
  return {
    regle: regle('R-TRANS-03'),
    conforme: transmisLe === null ? null : transmisLe <= limite,
    phrase: `${nom} doit être transmis au préfet au plus tard le ${enToutesLettres(limite)} ; ${transmisLe === null ? 'aucune transmission n’est enregistrée' : `il l’a été le ${enToutesLettres(transmisLe)}`}.`,
    queFaire: transmisLe === null ? 'Transmettez le document, puis notez la date.' : null,
    faits: { exercice: e.exercice, limite, transmisLe, annee: annee(limite) },
  };
}
