import type { Instant } from '#base/instant.ts';
import type { SuiteDEnvoi } from '../ports/boite-d-envoi.ts';
import type { EchecDuTdt } from '../ports/tdt.ts';
import { plusTard } from './bureau.ts';

/** How long a program may hold a sending: longer than the longest exchange with an operator. */
export const MINUTES_DE_BAIL = 15;

/** Minutes between two questions about a transaction, then every two hours, for as long as it takes. */
const SUIVI = [1, 2, 5, 10, 30, 60, 120] as const;
/** Minutes between two tries of what failed. */
const ECHEC = [1, 2, 5, 15, 60, 240] as const;
/** A deposit that failed that often, more than a week, waits for somebody. */
const ESSAIS_AU_PLUS = 50;

const rang = (minutes: readonly number[], tentatives: number): number =>
  minutes[Math.min(Math.max(tentatives, 1), minutes.length) - 1] ?? 1;

export type Essai = { readonly tentatives: number; readonly maintenant: Instant };

export const fait = ({ maintenant }: Essai): SuiteDEnvoi => ({
  etat: 'fait',
  prochainEssai: maintenant,
  echec: null,
});

export const aVerifier = ({ maintenant }: Essai, echec: string): SuiteDEnvoi => ({
  etat: 'a-verifier',
  prochainEssai: maintenant,
  echec,
});

/** Nothing new yet, and nothing wrong: silence is no failure, whatever its length. */
export const patienter = ({ tentatives, maintenant }: Essai): SuiteDEnvoi => ({
  etat: 'a-faire',
  prochainEssai: plusTard(maintenant, rang(SUIVI, tentatives)),
  echec: null,
});

/** Left for the operator the act was given to: this one knows nothing of it. */
export const pourUnAutre = (essai: Essai, operateur: string): SuiteDEnvoi =>
  reessayer(essai, {
    phrase: `Cet acte a été confié à « ${operateur} », qui n’est pas l’opérateur réglé ici. Rétablissez-le pour continuer.`,
    texte: '',
  });

/** Tried again later, the reason kept; a person is called when `borne` and it has failed too long. */
export const reessayer = (
  { tentatives, maintenant }: Essai,
  { phrase, texte }: Pick<EchecDuTdt, 'phrase' | 'texte'>,
  borne: 'borne' | 'sans-fin' = 'sans-fin',
): SuiteDEnvoi => ({
  etat: borne === 'borne' && tentatives >= ESSAIS_AU_PLUS ? 'a-verifier' : 'a-faire',
  prochainEssai: plusTard(maintenant, rang(ECHEC, tentatives)),
  echec: texte === '' ? phrase : `${phrase} (« ${texte} »)`,
});
