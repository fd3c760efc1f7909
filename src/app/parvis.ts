import type { Jour } from '#base/jour.ts';
import type { VieDeLActe } from '#conseil/acte/vie.ts';
import type { Collectivite } from '#conseil/collectivite.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Constat } from '#droit/constat.ts';

/** A document made from the facts of a sitting, as the manifest lists it. */
export type DocumentProduit = {
  /** File name, unique within the sitting: `DL.2022-330.pdf`. */
  readonly fichier: string;
  /** `convocation`, `extrait`, `proces-verbal`, … */
  readonly genre: string;
  readonly titre: string;
  readonly sha256: string;
  readonly octets: number;
  readonly pages: number;
};

export type VueDeSeance = {
  readonly seance: Seance;
  readonly constats: readonly Constat[];
  readonly documents: readonly DocumentProduit[];
  /** Some documents are still being printed: `documents` lists those that are ready. */
  readonly enPreparation: boolean;
};

export type VueDActe = {
  readonly seance: Seance;
  readonly suivi: SuiviDAffaire;
  readonly vie: VieDeLActe;
  /** Later sittings that voted another act under the same number, by mistake; most often none. */
  readonly homonymes: readonly { readonly id: string; readonly jour: Jour }[];
  /** Findings about this act. */
  readonly constats: readonly Constat[];
  /** Its extract first, then the documents of the sitting that concern it. */
  readonly documents: readonly DocumentProduit[];
  /** Some documents are still being printed: `documents` lists those that are ready. */
  readonly enPreparation: boolean;
};

/** What the public pages may ask. `collectivite` is a SIREN. */
export interface Lecture {
  collectivites(): Promise<readonly Collectivite[]>;
  /** Sittings of a collectivity, the latest first. */
  seances(collectivite: string): Promise<readonly Seance[]>;
  seance(collectivite: string, id: string): Promise<VueDeSeance | null>;
  /** By the number of the act, `DL.2022-330`; of two acts under one number, the oldest. */
  acte(collectivite: string, numero: string): Promise<VueDActe | null>;
  /** The bytes of a produced document; null when unknown. */
  document(collectivite: string, seance: string, fichier: string): Promise<Uint8Array | null>;
}
