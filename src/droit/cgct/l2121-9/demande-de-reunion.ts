import { assert } from '#base/assert.ts';
import { type Jour, ajouterJours, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';
import { quorum } from '../l2121-17/quorum.ts';

/** The part of the members in office who may have the assembly called. */
export type PartDesDemandeurs = 'tiers' | 'majorite';

/**
 * A third of the members, or the majority in small communes: below 1 000 inhabitants since March
 * 2020, below 3 500 before (L2121-9 al. 2). Alsace-Moselle: a third for all (L2541-2 al. 2).
 */
export function partDesDemandeurs(regime: RegimeMinimal, le: Jour): PartDesDemandeurs {
  if (regime.genre !== 'commune' || regime.alsaceMoselle) return 'tiers';
  return atteintLeSeuil('demande-de-reunion', regime.population, le) ? 'tiers' : 'majorite';
}

/** How many members must ask. */
export function demandeursRequis(regime: RegimeMinimal, membresEnExercice: number, le: Jour) {
  assert(membresEnExercice >= 0, 'members are counted from zero');
  return partDesDemandeurs(regime, le) === 'tiers'
    ? Math.ceil(membresEnExercice / 3)
    : quorum(membresEnExercice);
}

/** The meeting itself is held within thirty days of the request (CE 26 November 1976, Soldani). */
export const reunionAuPlusTard = (demandeRecue: Jour): Jour => ajouterJours(demandeRecue, 30);

/** Whether a request binds, and whether the meeting is in time (R-CONV-07). */
export function constatDeDemandeDeReunion(faits: {
  readonly regime: RegimeMinimal;
  readonly demandeRecue: Jour;
  /** The prefect's request binds by itself. */
  readonly parLePrefet: boolean;
  readonly demandeurs: number;
  readonly membresEnExercice: number;
  /** Null while no meeting is set. */
  readonly reunion: Jour | null;
}): Constat {
  const { regime, demandeRecue, parLePrefet, demandeurs, membresEnExercice, reunion } = faits;
  const requis = demandeursRequis(regime, membresEnExercice, demandeRecue);
  const oblige = parLePrefet || demandeurs >= requis;
  const limite = reunionAuPlusTard(demandeRecue);
  const conforme = !oblige ? true : reunion === null ? null : reunion <= limite;
  const qui = parLePrefet ? 'Le préfet' : combien(demandeurs, 'membre');
  const phrase = oblige
    ? `${qui} ${parLePrefet || demandeurs < 2 ? 'a demandé' : 'ont demandé'} une réunion : elle se tient au plus tard le ${enToutesLettres(limite)}.`
    : `${qui} ${demandeurs < 2 ? 'a demandé' : 'ont demandé'} une réunion ; il en faut ${requis} pour qu’elle soit obligatoire.`;
  return {
    regle: regle('R-CONV-07'),
    conforme,
    phrase,
    queFaire:
      conforme === true
        ? null
        : `Convoquez le conseil pour le ${enToutesLettres(limite)} au plus tard.`,
    faits: { demandeurs, requis, limite, reunion },
  };
}
