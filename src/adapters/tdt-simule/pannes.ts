import { type Hasard, octetsAuHasard } from './hasard.ts';

/** What can go wrong on the way, on demand. */
export const GENRES_DE_PANNE = {
  delai: 'répond en retard',
  coupure: 'coupe la connexion sans rien faire',
  'coupure-apres': 'fait ce qui est demandé, puis coupe sans répondre',
  tronquee: 'coupe au milieu de la réponse',
  charabia: 'répond n’importe quoi',
  ko: 'répond KO avec le texte voulu',
  http: 'répond par un code HTTP d’erreur',
} as const;

export type GenreDePanne = keyof typeof GENRES_DE_PANNE;

export type Panne = {
  readonly genre: GenreDePanne;
  /** Part of the address; empty means every address of the platform. */
  readonly chemin: string;
  readonly ms: number;
  readonly texte: string;
  readonly statut: number;
  /** How many requests it still strikes. */
  fois: number;
};

const PANNES = 100;
const ATTENTE_MAX = 30_000;

/** Failures armed by control calls, the oldest first. */
export class Pannes {
  #armees: Panne[] = [];

  armer(panne: Panne): boolean {
    if (this.#armees.length >= PANNES) return false;
    this.#armees.push({ ...panne, ms: Math.min(panne.ms, ATTENTE_MAX) });
    return true;
  }

  toutes(): readonly Panne[] {
    return this.#armees;
  }

  oublier(): void {
    this.#armees = [];
  }

  /** The failure that strikes this request, if any; it is then used up. */
  frapper(chemin: string): Panne | null {
    const panne = this.#armees.find((p) => p.fois > 0 && chemin.includes(p.chemin)) ?? null;
    if (panne !== null) {
      panne.fois -= 1;
      if (panne.fois === 0) this.#armees = this.#armees.filter((p) => p !== panne);
    }
    return panne;
  }
}

export const charabia = (hasard: Hasard): Uint8Array =>
  octetsAuHasard(hasard, 64 + Math.floor(hasard() * 512));
