import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { estEcartee } from '../extrait/corps.ts';

/** An item that became an act, with its order number in the sitting (R2121-9 al. 2). */
export type ActeInscrit = {
  readonly suivi: SuiviDAffaire;
  readonly ordre: number;
  /** « n° 3 — DL.2022-330 », as the margin and the tables name it. */
  readonly nom: string;
};

/**
 * The deliberations taken, in the order of the sitting. An item adjourned, withdrawn, referred or
 * left without a decision makes no act: the register does not hold it.
 */
export const actesInscrits = ({ affaires }: Seance): readonly ActeInscrit[] =>
  affaires.flatMap((suivi, i) => {
    if (estEcartee(suivi) || suivi.etat === 'en-discussion') return [];
    const ordre = suivi.affaire.rang ?? i + 1;
    const { numero } = suivi.affaire;
    return [{ suivi, ordre, nom: numero === null ? `n° ${ordre}` : `n° ${ordre} — ${numero}` }];
  });
