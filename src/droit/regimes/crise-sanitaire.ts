import { type Jour, jour } from '#base/jour.ts';
import { type Periode, comprend } from '../temps/periodes.ts';

/**
 * When a third of the members was enough, two pouvoirs a holder were allowed and any assembly
 * could sit by video: law 2020-290 art. 10 (until 30 August 2020, then again from the state of
 * emergency of 17 October 2020), law 2020-1379 art. 6 (until 30 September 2021), law 2021-1465
 * art. 10 (10 November 2021 to 31 July 2022); ordinance 2020-391 art. 6 for the video meetings.
 */
export const CRISE_SANITAIRE: readonly Periode[] = [
  { du: jour('2020-03-24'), au: jour('2020-08-30') },
  { du: jour('2020-10-17'), au: jour('2021-09-30') },
  { du: jour('2021-11-10'), au: jour('2022-07-31') },
];

/** Whether the rules of the health crisis applied that day. */
export const enCriseSanitaire = (le: Jour): boolean =>
  CRISE_SANITAIRE.some((periode) => comprend(periode, le));
