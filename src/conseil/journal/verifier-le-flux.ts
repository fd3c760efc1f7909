import { err } from '#base/result.ts';
import { type CommandeSimple, type CommandeParType, DECISIONS, FAIT_DE } from '../decisions.ts';
import { commandeDe } from '../commande-de.ts';
import type { Fait } from '../faits.ts';
import type { Refus } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { resoudre } from '../seance/rejeu/rectifications.ts';
import { suivreLaSeance } from '../seance/rejouer.ts';
import { preparerLaSeance } from '../preparation/preparer-la-seance.ts';
import { suitePossible } from '../suites/suite-possible.ts';

const decision = <T extends keyof CommandeParType>(
  type: T,
  seance: Seance,
  commande: CommandeParType[T],
) => DECISIONS[type](seance, commande);

/** Decides a command on a sitting that exists: the tables first, then the act itself. */
export function deciderSimple(seance: Seance, commande: CommandeSimple) {
  const id =
    'affaire' in commande && typeof commande.affaire === 'string' ? commande.affaire : null;
  const refus = suitePossible(seance, FAIT_DE[commande.type], id);
  return refus === null ? decision(commande.type, seance, commande) : err(refus);
}

export type RefusSitue = { readonly position: number; readonly refus: Refus };

/**
 * Every fact of a stream that could not have happened where it stands, corrections and
 * insertions resolved, in the order things happened; `position` is that of the stream. The
 * stream goes on after each one, so that all are told at once. Empty: the stream holds together.
 */
export function verifierLeFlux(flux: readonly Fait[]): readonly RefusSitue[] {
  const [premier, ...suite] = resoudre(flux).faits;
  const identite = premier?.fait;
  if (identite?.type !== 'SeancePreparee') {
    return [{ position: 0, refus: { code: 'seance-inexistante' } }];
  }
  const refus: RefusSitue[] = [];
  const preparee = preparerLaSeance({ ...identite, type: 'PreparerLaSeance' });
  if (!preparee.ok) refus.push({ position: 0, refus: preparee.error });
  const suivie = suivreLaSeance(identite);
  for (const { position, fait } of suite) {
    if (fait === null) continue;
    if (fait.type === 'SeancePreparee') {
      const { id } = suivie.seance().identite;
      refus.push({ position, refus: { code: 'seance-deja-preparee', id } });
      continue;
    }
    const decide = deciderSimple(suivie.seance(), commandeDe(fait));
    if (!decide.ok) refus.push({ position, refus: decide.error });
    suivie.ajouter(fait);
  }
  return refus;
}
