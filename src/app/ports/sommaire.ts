import type { Jour } from '#base/jour.ts';
import type { IdCollectivite } from './magasin.ts';

/** A stream in a list: the legal day of its first fact, and how many facts it holds. */
export type LigneDeSommaire = {
  readonly flux: string;
  readonly jour: Jour;
  readonly version: number;
};

/** What lists need, without reading the streams themselves. */
export interface Sommaire {
  /** Streams of sittings (`seance/…`), the latest day first, then by name. */
  sommaire(collectivite: IdCollectivite): Promise<readonly LigneDeSommaire[]>;
  /** Drops the lists and makes them again from the facts; gives the number of lines. */
  reconstruire(): Promise<number>;
}
