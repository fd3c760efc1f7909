import type { IdCollectivite } from './magasin.ts';

/** Tells that a stream now holds `version` facts. */
export type Annonce = {
  readonly collectivite: IdCollectivite;
  readonly flux: string;
  readonly version: number;
};

/**
 * Word that something was written, by this process or another. It is a hint, sent once the facts
 * are on disk: several may be merged into the last, and one may be lost with the process that
 * wrote; whoever must not miss anything reads the stream again after a reconnection.
 */
export interface Annonces {
  /** Calls `rappel` at each word until the returned function is called. */
  suivre(rappel: (annonce: Annonce) => void): Promise<() => Promise<void>>;
}
