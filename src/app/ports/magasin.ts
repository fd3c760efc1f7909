import type { Json } from '#base/canonical-json.ts';
import type { Instant } from '#base/instant.ts';
import type { Jour } from '#base/jour.ts';
import type { Result } from '#base/result.ts';

/** Names a tenant: its SIREN. Row-level security keeps tenants apart. */
export type IdCollectivite = string;

/** A fact as it enters the store: `charge` is the fact itself, its `type` included. */
export type FaitAInscrire = {
  readonly type: string;
  /** Version of the shape of `charge`, from 1; older shapes are upcast when read. */
  readonly version: number;
  /** The legal day it bears on, in the collectivity's zone. */
  readonly jour: Jour;
  /** Who entered it: a person or a command. */
  readonly auteur: string;
  readonly charge: Json;
};

export type FaitInscrit = FaitAInscrire & {
  readonly collectivite: IdCollectivite;
  /** The stream, `seance/2022-10-14-conseil-municipal`. */
  readonly flux: string;
  /** Rank in the stream, from 0, without a gap. */
  readonly position: number;
  readonly instant: Instant;
  /** Hash of the previous fact of the stream; null for the first. SHA-256, 64 hexadecimal digits. */
  readonly empreintePrecedente: string | null;
  /** SHA-256 of the canonical JSON of all the above. */
  readonly empreinte: string;
};

export type RefusDuMagasin = {
  /** Someone wrote in the stream since it was read: read again, decide again. */
  readonly code: 'version-perimee';
  readonly attendue: number;
  readonly trouvee: number;
};

export type Fichier = {
  /** SHA-256 of the bytes: the file's name. */
  readonly sha256: string;
  readonly octets: number;
  readonly mime: string;
};

/** A break in a chain of facts: what was altered, where. */
export type RuptureDeChaine = {
  readonly collectivite: IdCollectivite;
  readonly flux: string;
  readonly position: number;
  readonly phrase: string;
};

/**
 * Where facts are kept. Every method acts within one tenant; nothing of another tenant can be
 * read or written through it. `ajouter` resolves only once the facts are on disk.
 */
export interface Magasin {
  /** Appends all or nothing, in order, when the stream holds exactly `versionAttendue` facts. */
  ajouter(
    collectivite: IdCollectivite,
    flux: string,
    versionAttendue: number,
    faits: readonly FaitAInscrire[],
  ): Promise<Result<readonly FaitInscrit[], RefusDuMagasin>>;
  lire(collectivite: IdCollectivite, flux: string): Promise<readonly FaitInscrit[]>;
  /** Names of the streams that begin with `prefixe`, in order. */
  flux(collectivite: IdCollectivite, prefixe: string): Promise<readonly string[]>;
  collectivites(): Promise<readonly IdCollectivite[]>;
  deposer(collectivite: IdCollectivite, contenu: Uint8Array, mime: string): Promise<Fichier>;
  retirer(collectivite: IdCollectivite, sha256: string): Promise<Uint8Array | null>;
  /** Recomputes every hash; an empty list means nothing was altered. */
  verifier(collectivite: IdCollectivite): Promise<readonly RuptureDeChaine[]>;
  fermer(): Promise<void>;
}
