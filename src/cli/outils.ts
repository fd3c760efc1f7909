import type { Archives } from '#app/ports/archives.ts';
import type { BoiteDEnvoi } from '#app/ports/boite-d-envoi.ts';
import type { Denouement } from '#app/demonstration/derouler.ts';
import type { Fichiers } from '#app/ports/fichiers.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import type { Imprimeur } from '#app/ports/imprimeur.ts';
import type { Magasin } from '#app/ports/magasin.ts';
import type { Sauvegardes } from '#app/ports/sauvegarde.ts';
import type { AtelierDeSignature } from '#app/ports/signature.ts';
import type { Sommaire } from '#app/ports/sommaire.ts';
import type { OperateurRegle } from '#app/transmission/operateur.ts';
import type { Result } from '#base/result.ts';

/** A store opened for one command, and how to leave it. */
export type MagasinDeCommande = {
  readonly magasin: Magasin & Sommaire;
  /** What remains to be sent, or asked, outside. */
  readonly boite: BoiteDEnvoi;
  /** The whole store in one file, and back. */
  readonly sauvegardes: Sauvegardes;
  /** Where the facts lie, in words. */
  readonly lieu: string;
  arreter(): Promise<void>;
};

/** Where a command writes: results on one side, news and errors on the other. */
export type Sortie = {
  ecrire(texte: string): void;
  annoncer(texte: string): void;
  /** Whether somebody is watching: progress is then told. */
  readonly interactive: boolean;
};

/** Signatures: the workshop is costly to load, and only three commands need it. */
export type OutilsDeSignature = {
  ouvrir(): Promise<AtelierDeSignature>;
  /** The password of the key, from the environment; null when it is not there. */
  readonly motDePasse: string | null;
  /** The folder of the certificates this installation trusts. */
  readonly ancres: string;
};

/**
 * What the command line is given: main.ts chooses. Costly things come as functions, called only by
 * the commands that need them. Errors are French sentences.
 */
export type Outils = {
  readonly version: string;
  readonly sortie: Sortie;
  readonly fichiers: Fichiers;
  readonly archives: Archives;
  readonly horloge: Horloge;
  readonly signature: OutilsDeSignature;
  /** Who enters facts, for the log: « commande importer, jeanne ». */
  readonly auteur: string;
  ouvrirLeMagasin(): Promise<Result<MagasinDeCommande, string>>;
  ouvrirLImprimeur(): Promise<Imprimeur>;
  /** The operator that transmits acts; the error says what to set. */
  ouvrirLeTdt(): Promise<Result<OperateurRegle, string>>;
  /** Serves the pages until stopped; gives the exit code. */
  servir(): Promise<number>;
  /** Plays the example to its entry into force, with keys and a prefecture to practise with. */
  deroulerLExemple(raconter: (phrase: string) => void): Promise<Result<Denouement, string>>;
  /** Opens the practice prefecture until stopped; gives the exit code. */
  simulerLeTdt(ou: { readonly port: number; readonly tls: boolean }): Promise<number>;
};
