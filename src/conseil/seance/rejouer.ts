import { assert } from '#base/assert.ts';
import type { Fait, FaitSimple, SeancePreparee } from '../faits.ts';
import type { Seance } from './etat.ts';
import { estUnMouvement } from './mouvement.ts';
import type { Evolutions, FaitParType } from './rejeu/evolutions.ts';
import { FORMALITES } from './rejeu/formalites.ts';
import { ORDRE_DU_JOUR } from './rejeu/ordre-du-jour.ts';
import { PRESENCE } from './rejeu/presence.ts';
import { DE_RECOURS } from './rejeu/recours.ts';
import { resoudre } from './rejeu/rectifications.ts';
import { TENUE } from './rejeu/tenue.ts';
import { DE_TRANSMISSION } from './rejeu/transmission.ts';

const EVOLUTIONS: Evolutions = {
  ...TENUE,
  ...PRESENCE,
  ...ORDRE_DU_JOUR,
  ...FORMALITES,
  ...DE_TRANSMISSION,
  ...DE_RECOURS,
};

const preparee = (identite: SeancePreparee): Seance => ({
  etat: 'preparee',
  faits: [],
  version: 0,
  identite,
  convocation: null,
  affaires: [],
  enDiscussion: null,
  ouverture: null,
  levee: null,
  president: null,
  presidenceDAffaire: null,
  secretaires: [],
  auxiliaires: [],
  presents: [],
  excuses: [],
  pouvoirs: [],
  huisClos: null,
  votesDeHuisClos: [],
  mouvements: [],
  discussion: [],
  signatures: [],
  liste: null,
  procesVerbal: null,
  passesOutre: [],
  rectifications: [],
  insertions: [],
});

const evolution = <T extends keyof FaitParType>(
  type: T,
  seance: Seance,
  { fait, position }: { readonly fait: FaitParType[T]; readonly position: number },
): Seance => EVOLUTIONS[type](seance, fait, position);

function appliquer(seance: Seance, fait: FaitSimple, position: number): Seance {
  const suite = evolution(fait.type, seance, { fait, position });
  return estUnMouvement(fait)
    ? { ...suite, mouvements: [...suite.mouvements, { position, fait }] }
    : suite;
}

/**
 * The state of a sitting, computed from its facts. It judges nothing and refuses nothing: what
 * was recorded happened, even when irregular; a fact that points to an unknown member or item
 * leaves the state as it is. Throws only when the first fact is not `SeancePreparee`: there is
 * then no sitting to speak of.
 */
export function rejouer(flux: readonly Fait[]): Seance {
  const etapes = etapesDuRejeu(flux);
  let etape = etapes.next();
  while (etape.done !== true) etape = etapes.next();
  return etape.value;
}

/** The same, stopping after each fact: whoever must not wait may do something else meanwhile. */
export function* etapesDuRejeu(flux: readonly Fait[]): Generator<void, Seance> {
  const { faits, rectifications, insertions } = resoudre(flux);
  const identite = faits[0]?.fait;
  assert(identite?.type === 'SeancePreparee', 'a stream begins with SeancePreparee');
  let seance = preparee(identite);
  for (const [rang, { fait }] of faits.entries()) {
    if (fait !== null && rang > 0) seance = appliquer(seance, fait, rang);
    yield;
  }
  return { ...seance, faits: flux, version: flux.length, rectifications, insertions };
}

/** The state after one more fact: the same as replaying the stream with it, at less cost. */
export const evoluer = (seance: Seance, fait: Fait): Seance =>
  apres(seance, fait, [...seance.faits, fait]);

const apres = (seance: Seance, fait: Fait, faits: readonly Fait[]): Seance =>
  fait.type === 'FaitRectifie' || fait.type === 'FaitInsere'
    ? rejouer(faits)
    : { ...appliquer(seance, fait, seance.version), faits, version: faits.length };

/** A sitting followed fact by fact. */
export type SeanceSuivie = {
  /** The state now. Its list of facts is the one that grows: look at it before the next fact. */
  readonly seance: () => Seance;
  readonly ajouter: (fait: Fait) => void;
};

/** Follows a long stream without copying its facts at each of them, as `evoluer` has to. */
export function suivreLaSeance(identite: SeancePreparee): SeanceSuivie {
  const faits: Fait[] = [identite];
  let seance = rejouer(faits);
  return {
    seance: () => seance,
    ajouter: (fait) => {
      faits.push(fait);
      seance = apres(seance, fait, faits);
    },
  };
}
