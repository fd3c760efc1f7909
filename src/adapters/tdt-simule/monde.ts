import type { Horloge } from '#app/ports/horloge.ts';
import { type Instant, PARIS, enHeureLocale, instant } from '#base/instant.ts';
import type { Jour } from '#base/jour.ts';
import type { Compte, Etat, Limites } from './etat.ts';
import type { Hasard } from './hasard.ts';

/** Writes the stamp of the prefecture on a PDF; the error is one French sentence. */
export type Tamponner = (
  pdf: Uint8Array,
  tampon: {
    readonly envoyeLe: Jour;
    readonly recuLe: Jour;
    readonly publieLe: Jour | null;
    readonly id: string;
  },
) => Promise<
  { readonly ok: true; readonly value: Uint8Array } | { readonly ok: false; readonly error: string }
>;

/** Time on this platform: the clock it was given, that a control call may push forward. */
export class Temps {
  readonly #horloge: Horloge;
  #decalage = 0;

  constructor(horloge: Horloge) {
    this.#horloge = horloge;
  }

  ms(): number {
    return Date.parse(this.#horloge.maintenant()) + this.#decalage;
  }

  /** Forward only: a receipt never leaves before its act. */
  avancer(ms: number): void {
    this.#decalage += ms;
  }
}

export const instantDe = (ms: number): Instant => instant(new Date(ms).toISOString());
export const jourDe = (ms: number): Jour => enHeureLocale(instantDe(ms), PARIS).jour;

/** The platform and what it stands on, handed to every function that acts on it. */
export type Monde = {
  readonly temps: Temps;
  readonly hasard: Hasard;
  readonly comptes: readonly Compte[];
  readonly limites: Limites;
  readonly tamponner: Tamponner;
  etat: Etat;
};

/** Day of the platform's clock. */
export const aujourdhui = (monde: Monde): Jour => jourDe(monde.temps.ms());
