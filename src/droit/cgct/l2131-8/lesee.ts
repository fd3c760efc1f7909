import { type Jour, ajouterMois } from '#base/jour.ts';

/**
 * Last day for a person harmed by an act to ask the prefect to act (L2131-8 al. 1): two months
 * from the day the act became executory. It does not lengthen the prefect's own delay (al. 2).
 * The text says « dans le délai de deux mois »; it is told here without the clear day.
 */
export const limiteDeSaisineDuPrefet = (executoireDepuis: Jour): Jour =>
  ajouterMois(executoireDepuis, 2);
