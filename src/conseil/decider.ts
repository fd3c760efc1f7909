import { type Result, err } from '#base/result.ts';
import type { CommandeSimple } from './decisions.ts';
import type { Fait } from './faits.ts';
import { type Inserer, inserer } from './journal/inserer.ts';
import { type Rectifier, rectifier } from './journal/rectifier.ts';
import { deciderSimple } from './journal/verifier-le-flux.ts';
import { type PreparerLaSeance, preparerLaSeance } from './preparation/preparer-la-seance.ts';
import type { Refus } from './refus/refus.ts';
import type { Seance } from './seance/etat.ts';

/** All that can be asked of a sitting; each command yields the fact that bears its fields. */
export type Commande = PreparerLaSeance | CommandeSimple | Rectifier | Inserer;

/**
 * Decides a command: the facts to append, or why they cannot have happened. `seance` is null while
 * the sitting does not exist. Nothing here looks at the law: irregular facts are accepted, and
 * judged by `droit`.
 */
export function decider(seance: Seance | null, commande: Commande): Result<readonly Fait[], Refus> {
  if (commande.type === 'PreparerLaSeance') {
    return seance === null
      ? preparerLaSeance(commande)
      : err({ code: 'seance-deja-preparee', id: seance.identite.id });
  }
  if (seance === null) return err({ code: 'seance-inexistante' });
  if (commande.type === 'Rectifier') return rectifier(seance, commande);
  return commande.type === 'Inserer' ? inserer(seance, commande) : deciderSimple(seance, commande);
}
