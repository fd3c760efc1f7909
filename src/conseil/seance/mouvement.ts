import type { Fait } from '../faits.ts';

const MOUVEMENTS = [
  'ArriveeConstatee',
  'DepartConstate',
  'PouvoirRemis',
  'PouvoirRetire',
  'DeportDeclare',
  'PresidenceConfiee',
  'SeanceSuspendue',
  'SeanceReprise',
  'HuisClosPrononce',
  'HuisClosLeve',
] as const;

/** A fact that moves the room or its rules: the minutes tell it at its moment. */
export type FaitDeMouvement = Extract<Fait, { readonly type: (typeof MOUVEMENTS)[number] }>;

/** Whether a fact moves the room or its rules. */
export const estUnMouvement = (fait: Fait): fait is FaitDeMouvement =>
  MOUVEMENTS.some((type) => type === fait.type);

/**
 * An arrival, departure, suspension… kept in order for the minutes. `position`: rank in the order
 * things happened, which is that of the stream but for facts inserted afterwards.
 */
export type Mouvement = { readonly position: number; readonly fait: FaitDeMouvement };
