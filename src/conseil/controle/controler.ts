import type { Constat } from '#droit/constat.ts';
import { concerne, selonLeRegime } from '#droit/catalogue/fondements.ts';
import { regimeDe } from '../acte/regime-de.ts';
import { vieDeLActe } from '../acte/vie-de-l-acte.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { constatsDeConcordance } from './concordance/concordance.ts';
import { constatsDeConvocation } from './convocation.ts';
import { constatsDeFinances } from './finances.ts';
import { constatsDInterets } from './interets.ts';
import { constatsDeMiseEnDiscussion, constatsDeSalle } from './salle.ts';
import { constatsDuJournal } from './journal.ts';
import { constatsDesMotsDe } from './mots.ts';
import { constatsDeMouvements } from './mouvements.ts';
import { constatsDeScrutin } from './scrutin.ts';
import { constatsDeSignature } from './signatures.ts';
import { constatsDeSuites } from './suites.ts';

/** The findings whose rule binds this body, each with the article that does so on that day. */
function selonLeDroitApplicable(
  { identite }: Seance,
  constats: readonly Constat[],
): readonly Constat[] {
  const regime = regimeDe(identite.collectivite);
  return constats
    .filter(({ regle }) => concerne(regle.id, regime))
    .map((constat) => ({ ...constat, regle: selonLeRegime(constat.regle, regime, identite.jour) }));
}

/** What the law says of one item, each finding marked with its id. */
function* etapesDUneAffaire(seance: Seance, suivi: SuiviDAffaire): Generator<readonly Constat[]> {
  const { id } = suivi.affaire;
  const parties = [
    () => constatsDeMiseEnDiscussion(seance, suivi),
    () => constatsDInterets(seance, suivi),
    () => constatsDeScrutin(seance, suivi),
    () => constatsDeFinances(suivi.affaire, seance.identite),
    () => constatsDeSignature(seance, suivi),
    () => vieDeLActe(seance, suivi).constats,
    () => constatsDesMotsDe(seance, suivi),
  ];
  for (const partie of parties) {
    yield selonLeDroitApplicable(seance, partie()).map((constat) => ({ ...constat, affaire: id }));
  }
}

/**
 * Everything the law says of a sitting, in the order of its life: the convocation, the room, each
 * item and its act, then what must follow. It judges, it never blocks: an irregular sitting can be
 * recorded, and this says so.
 */
export const controler = (seance: Seance): readonly Constat[] =>
  [...etapesDuControle(seance)].flat();

/** The same, a part at a time: whoever must not wait may do something else meanwhile. */
export function* etapesDuControle(seance: Seance): Generator<readonly Constat[], void> {
  yield selonLeDroitApplicable(seance, constatsDeConvocation(seance));
  yield selonLeDroitApplicable(seance, constatsDeSalle(seance));
  yield selonLeDroitApplicable(seance, constatsDeMouvements(seance));
  yield selonLeDroitApplicable(seance, constatsDuJournal(seance));
  yield selonLeDroitApplicable(seance, constatsDeConcordance(seance));
  for (const suivi of seance.affaires) yield* etapesDUneAffaire(seance, suivi);
  yield selonLeDroitApplicable(seance, constatsDeSuites(seance));
}
