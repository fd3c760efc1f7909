import { type ServerBuild, createRequestHandler } from 'react-router';
import type { Contexte } from '../contexte.ts';
import { type Corps, preparer } from './corps.ts';
import type { Portail } from './construction.ts';

export type PageFaite = {
  readonly statut: number;
  readonly corps: Corps;
  /** Where a redirection leads; null for a page. */
  readonly vers: string | null;
};

const OCTETS_GARDES = 32 * 1024 * 1024;
/** A page weighs its bytes and about as much again once compressed. */
const POIDS_DE_BASE = 2048;

/** Pages kept for a moment, the least recently read forgotten first. */
class PagesGardees {
  readonly #pages = new Map<string, { readonly page: PageFaite; readonly jusquA: number }>();
  #octets = 0;

  lire(adresse: string, maintenant: number): PageFaite | null {
    const gardee = this.#pages.get(adresse);
    if (gardee === undefined) return null;
    this.#oublier(adresse);
    if (gardee.jusquA < maintenant) return null;
    this.#inscrire(adresse, gardee);
    return gardee.page;
  }

  garder(adresse: string, page: PageFaite, jusquA: number): void {
    this.#oublier(adresse);
    this.#inscrire(adresse, { page, jusquA });
    for (const plusAncienne of this.#pages.keys()) {
      if (this.#octets <= OCTETS_GARDES) return;
      this.#oublier(plusAncienne);
    }
  }

  #inscrire(adresse: string, gardee: { readonly page: PageFaite; readonly jusquA: number }): void {
    this.#pages.set(adresse, gardee);
    this.#octets += PagesGardees.#poids(gardee.page);
  }

  #oublier(adresse: string): void {
    const gardee = this.#pages.get(adresse);
    if (gardee === undefined) return;
    this.#pages.delete(adresse);
    this.#octets -= PagesGardees.#poids(gardee.page);
  }

  static #poids({ corps }: PageFaite): number {
    return corps.octets.byteLength * 1.5 + POIDS_DE_BASE;
  }
}

type Options = {
  readonly build: ServerBuild;
  readonly portail: Portail;
  readonly contexte: Contexte;
  /** How long a page may be served again without being made again, in milliseconds; 0: never. */
  readonly fraicheurMs: number;
};

/**
 * Makes pages. The same page asked for many times at once is made once; a page found is kept
 * for `fraicheurMs`. What is not found is not kept: nobody can fill the memory with guesses.
 */
export function creerPages({ build, portail, contexte, fraicheurMs }: Options) {
  const rendre = createRequestHandler(build, 'production');
  const gardees = new PagesGardees();
  const enCours = new Map<string, Promise<PageFaite>>();

  async function faire(adresse: string): Promise<PageFaite> {
    // The host is ours, not the visitor's: no page can depend on what a request claims.
    const requete = new Request(`http://parvis.invalid${adresse}`);
    const reponse = await rendre(requete, portail.fournir(contexte));
    const corps = preparer(Buffer.from(portail.texteDe(reponse)), 4);
    const page = { statut: reponse.status, corps, vers: reponse.headers.get('Location') };
    if (fraicheurMs > 0 && page.statut < 400) {
      gardees.garder(adresse, page, performance.now() + fraicheurMs);
    }
    return page;
  }

  return (adresse: string): Promise<PageFaite> => {
    const gardee = gardees.lire(adresse, performance.now());
    if (gardee !== null) return Promise.resolve(gardee);
    const deja = enCours.get(adresse);
    if (deja !== undefined) return deja;
    const nouvelle = faire(adresse).finally(() => enCours.delete(adresse));
    enCours.set(adresse, nouvelle);
    return nouvelle;
  };
}
