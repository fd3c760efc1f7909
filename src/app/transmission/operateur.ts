import type { Jour } from '#base/jour.ts';
import type { IdCollectivite } from '../ports/magasin.ts';
import type { Tdt } from '../ports/tdt.ts';

/** The operator of this installation, as its settings give it. */
export type OperateurRegle = {
  readonly tdt: Tdt;
  /** Whose account it is; null when the settings do not say. */
  readonly collectivite: IdCollectivite | null;
  /** Last day of our certificate, read without asking anybody; null when there is none to read. */
  readonly certificatJusquAu: Jour | null;
  /** A prefecture to practise with: what it answers is worth nothing. */
  readonly simulation: boolean;
  readonly fermer: () => void;
};

/**
 * Why this operator may not send for that collectivity, in French; null when it may. An account is
 * one collectivity's: through it, the act of another would leave under the wrong name.
 */
export function refusDeServir(
  { collectivite: sienne }: OperateurRegle,
  collectivite: IdCollectivite,
  toutes: readonly IdCollectivite[],
): string | null {
  if (sienne === collectivite) return null;
  if (sienne !== null) {
    return `L’opérateur est réglé pour la collectivité ${sienne}, et non pour ${collectivite} (PARVIS_TDT_COLLECTIVITE).`;
  }
  return toutes.length <= 1
    ? null
    : `Ce registre tient ${toutes.length} collectivités, et un compte de télétransmission n’en sert qu’une : donnez son SIREN dans PARVIS_TDT_COLLECTIVITE.`;
}
