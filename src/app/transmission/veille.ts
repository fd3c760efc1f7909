import type { Bureau } from './bureau.ts';
import { type LireCourrier, releverLesCourriers } from './envois/courriers.ts';
import { reprendre, traiterLaBoite } from './traiter.ts';

/** The watch over all the collectivities of an installation. */
export type Veille = {
  readonly collectivites: () => Promise<readonly string[]>;
  /** The operator of a collectivity; null when it has none. */
  readonly bureauDe: (collectivite: string) => Bureau | null;
  /** Told, in French, of what went wrong; the watch goes on. */
  readonly signaler: (phrase: string) => void;
  readonly lireCourrier?: LireCourrier;
  /** Waits until the next round; false when the program stops. */
  readonly patienter: () => Promise<boolean>;
};

/** Rounds between two looks for letters: they come a few times a day at most. */
const TOURS_ENTRE_COURRIERS = 30;

/** `repris`: collectivities taken up since the program started. */
async function unTour(veille: Veille, tour: number, repris: Set<string>): Promise<void> {
  for (const collectivite of await veille.collectivites()) {
    const bureau = veille.bureauDe(collectivite);
    if (bureau === null) continue;
    if (!repris.has(collectivite)) await reprendre(bureau, collectivite);
    repris.add(collectivite);
    await traiterLaBoite(bureau, collectivite);
    if (tour % TOURS_ENTRE_COURRIERS !== 0) continue;
    const { difficultes } = await releverLesCourriers(bureau, collectivite, veille.lireCourrier);
    for (const phrase of difficultes) veille.signaler(phrase);
  }
}

/**
 * Does what is due, round after round, until told to stop. What an earlier program left is taken up
 * first; trouble in one round does not stop the next.
 */
export async function veiller(veille: Veille): Promise<void> {
  const repris = new Set<string>();
  for (let tour = 0; ; tour += 1) {
    try {
      await unTour(veille, tour, repris);
    } catch (erreur) {
      const cause = erreur instanceof Error ? erreur.message : String(erreur);
      veille.signaler(`La relève des transmissions a été interrompue (${cause}). Elle reprendra.`);
    }
    if (!(await veille.patienter())) return;
  }
}
