import { type ServerBuild, createRequestHandler } from 'react-router';
import type { Contexte, Provenance, Sources } from '../contexte.ts';
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
/** Effort of brotli: one more costs twice the time and gains 3 % of an act's page. */
const NIVEAU = 3;

type PageGardee = {
  readonly page: PageFaite;
  /** Until when it is served without a look at the facts. */
  readonly jusquA: number;
  /** What it was made from: it is served again as long as that stays; null when nobody told. */
  readonly sources: Sources | null;
};

/** Pages kept, the least recently read forgotten first. */
class PagesGardees {
  readonly #pages = new Map<string, PageGardee>();
  #octets = 0;

  lire(adresse: string): PageGardee | null {
    const gardee = this.#pages.get(adresse);
    if (gardee === undefined) return null;
    this.#oublier(adresse);
    this.#inscrire(adresse, gardee);
    return gardee;
  }

  garder(adresse: string, gardee: PageGardee): void {
    this.#oublier(adresse);
    this.#inscrire(adresse, gardee);
    for (const plusAncienne of this.#pages.keys()) {
      if (this.#octets <= OCTETS_GARDES) return;
      this.#oublier(plusAncienne);
    }
  }

  #inscrire(adresse: string, gardee: PageGardee): void {
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
  /** How long a page may be served again without a look at the facts, in milliseconds; 0: never. */
  readonly fraicheurMs: number;
};

/**
 * Makes pages. The same page asked for many times at once is made once; a page found is served
 * again for `fraicheurMs` without a look at the facts, and after that as long as its loader says
 * that what it was made from is still the same. What is not found is not kept: nobody can fill
 * the memory with guesses.
 */
export function creerPages({ build, portail, contexte, fraicheurMs }: Options) {
  const rendre = createRequestHandler(build, 'production');
  const gardees = new PagesGardees();
  const enCours = new Map<string, Promise<PageFaite>>();

  async function faire(adresse: string, avant: PageGardee | null): Promise<PageFaite> {
    // The host is ours, not the visitor's: no page can depend on what a request claims.
    const requete = new Request(`http://parvis.invalid${adresse}`);
    const provenance: Provenance = { avant: avant?.sources ?? null, sources: null };
    const reponse = await rendre(requete, portail.fournir(contexte, provenance));
    const jusquA = performance.now() + fraicheurMs;
    if (reponse.status === 304 && avant !== null) {
      gardees.garder(adresse, { ...avant, jusquA });
      return avant.page;
    }
    const corps = preparer(Buffer.from(portail.texteDe(reponse)), NIVEAU);
    const page = { statut: reponse.status, corps, vers: reponse.headers.get('Location') };
    const { sources } = provenance;
    if (page.statut < 400 && (fraicheurMs > 0 || sources !== null)) {
      gardees.garder(adresse, { page, jusquA, sources });
    }
    return page;
  }

  return (adresse: string): Promise<PageFaite> => {
    const gardee = gardees.lire(adresse);
    if (gardee !== null && performance.now() < gardee.jusquA) return Promise.resolve(gardee.page);
    const deja = enCours.get(adresse);
    if (deja !== undefined) return deja;
    const nouvelle = faire(adresse, gardee).finally(() => enCours.delete(adresse));
    enCours.set(adresse, nouvelle);
    return nouvelle;
  };
}
