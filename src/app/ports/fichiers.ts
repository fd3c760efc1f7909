import type { Result } from '#base/result.ts';

export type FichierAEcrire = { readonly nom: string; readonly contenu: Uint8Array };

/** What to put in a folder, and which of its files (plain names) to take out. */
export type Depot = {
  readonly ecrire: readonly FichierAEcrire[];
  readonly retirer: readonly string[];
};

/** The files of the one who typed the command. Every error is one French sentence. */
export interface Fichiers {
  /** The bytes of a file; an error when it is absent, a folder, unreadable or above `auPlus` bytes. */
  lire(chemin: string, auPlus: number): Promise<Result<Uint8Array, string>>;
  /** Plain names in a folder; null when nothing is there, an error when it is not a folder. */
  lister(dossier: string): Promise<Result<readonly string[] | null, string>>;
  /** All or nothing, short of a power cut between two renames: written apart first, then moved in. */
  deposer(dossier: string, depot: Depot): Promise<Result<null, string>>;
}
