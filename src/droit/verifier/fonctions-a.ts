import type { Fonctions } from './fonction.ts';
import { COMPOSITION_LUE } from './avant-le-vote/composition.ts';
import { CONVOCATION_LUE } from './avant-le-vote/convocation.ts';
import { INTERETS_LUS } from './avant-le-vote/interets.ts';
import { PRESENCES_LUES } from './avant-le-vote/presences.ts';

/** The assembly before it votes: who it is, how it is called, who is there and may decide. */
export const FONCTIONS_A: Fonctions = {
  ...COMPOSITION_LUE,
  ...CONVOCATION_LUE,
  ...PRESENCES_LUES,
  ...INTERETS_LUS,
};
