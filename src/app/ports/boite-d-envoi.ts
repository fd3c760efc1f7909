import type { Json } from '#base/canonical-json.ts';
import type { Instant } from '#base/instant.ts';
import type { IdCollectivite } from './magasin.ts';

/** What is to be done with an operator: send an act, follow it, cancel it, answer a letter. */
export type GenreDEnvoi = 'depot' | 'suivi' | 'annulation' | 'reponse';

/** `a-verifier`: nothing more is tried until a person has looked. */
export type EtatDEnvoi = 'a-faire' | 'fait' | 'a-verifier';

export type EnvoiADeposer = {
  /** One key, one sending: the same key deposited again changes nothing. */
  readonly cle: string;
  readonly genre: GenreDEnvoi;
  /** The stream it is about, `seance/…`. */
  readonly flux: string;
  readonly affaire: string;
  readonly charge: Json;
  /** Not before. */
  readonly prochainEssai: Instant;
};

export type Envoi = EnvoiADeposer & {
  readonly etat: EtatDEnvoi;
  /** How many times it was taken, crashes included: kept before anything leaves. */
  readonly tentatives: number;
  /** Why the last try did not end it, in French; null when nothing went wrong. */
  readonly echec: string | null;
};

/** What a try leads to. */
export type SuiteDEnvoi = {
  readonly etat: EtatDEnvoi;
  readonly prochainEssai: Instant;
  readonly echec: string | null;
};

/**
 * What remains to be done outside. It only holds the work and its tries: what happened is in the
 * facts, from which a lost box is filled again. Every method acts within one tenant.
 */
export interface BoiteDEnvoi {
  /** False when the key is already there: nothing changed. */
  deposer(collectivite: IdCollectivite, envoi: EnvoiADeposer): Promise<boolean>;
  /**
   * Takes what has waited longest among what is due, or that key if it is, and holds it until
   * `bail`: two programs never hold the same. Null when nothing is due.
   */
  prendre(
    collectivite: IdCollectivite,
    quand: { readonly maintenant: Instant; readonly bail: Instant; readonly cle?: string },
  ): Promise<Envoi | null>;
  /** Notes the end of the try `tentatives`; false when another took it since: nothing changed. */
  noter(
    collectivite: IdCollectivite,
    essai: Pick<Envoi, 'cle' | 'tentatives'>,
    suite: SuiteDEnvoi,
  ): Promise<boolean>;
  /** Makes due again what waits for a check or for its hour; false when it is done or unknown. */
  relancer(collectivite: IdCollectivite, cle: string, maintenant: Instant): Promise<boolean>;
  lire(collectivite: IdCollectivite, cle: string): Promise<Envoi | null>;
  /** All that is not done, in the order of their next try. */
  enAttente(collectivite: IdCollectivite): Promise<readonly Envoi[]>;
}
