import type { Defaut } from '#base/defaut.ts';
import type { Result } from '#base/result.ts';

/** What an archive holds. */
export type BilanDeSauvegarde = {
  readonly collectivites: number;
  readonly faits: number;
  readonly fichiers: number;
};

export type BilanDeRestauration = BilanDeSauvegarde & {
  /** The store held exactly these facts already: nothing was written. */
  readonly dejaPresente: boolean;
};

/** How far the work has gone; called some hundred times at most a second. */
export type Avancement = {
  readonly etape: 'sauvegarde' | 'controle' | 'restauration';
  readonly faits: number;
  readonly fichiers: number;
};

export type Suivre = (avancement: Avancement) => void;

/**
 * The whole store in one file (`parvis-sauvegarde/1`, gzip), taken while it works, at one moment.
 * A fault names the line of the archive where it lies (`ligne 12`), or `fichier`, or `magasin`.
 */
export interface Sauvegardes {
  /** Writes under a temporary name, reads all of it again, then renames: whole or not at all. */
  sauvegarder(fichier: string, suivre?: Suivre): Promise<Result<BilanDeSauvegarde, Defaut>>;
  /** Reads an archive whole and recomputes every hash, without touching the store. */
  controler(fichier: string, suivre?: Suivre): Promise<Result<BilanDeSauvegarde, Defaut>>;
  /**
   * Holds the store against an archive taken before: every fact and every file of the archive must
   * still be there, under the same hash. A chain tells nothing of the facts cut off its end; a copy
   * kept elsewhere does. Touches nothing.
   */
  temoigner(fichier: string, suivre?: Suivre): Promise<Result<BilanDeSauvegarde, Defaut>>;
  /** Writes all of it or nothing, into an empty store; refused over other facts. */
  restaurer(fichier: string, suivre?: Suivre): Promise<Result<BilanDeRestauration, Defaut>>;
}
