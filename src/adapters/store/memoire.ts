import { hash } from 'node:crypto';
import { defautsDInscription, FaitIrrecevable, rupture } from '#app/chaine.ts';
import type { Annonce, Annonces } from '#app/ports/annonces.ts';
import type { Horloge } from '#app/ports/horloge.ts';
import type {
  FaitAInscrire,
  FaitInscrit,
  Fichier,
  IdCollectivite,
  Magasin,
  RefusDuMagasin,
  RuptureDeChaine,
} from '#app/ports/magasin.ts';
import type { LigneDeSommaire, Sommaire } from '#app/ports/sommaire.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import { err, ok, type Result } from '#base/result.ts';
import { scellerALaSuite, sha256 } from './sceller.ts';

type Coffre = {
  readonly flux: Map<string, readonly FaitInscrit[]>;
  readonly fichiers: Map<string, Uint8Array>;
};

/**
 * The store without a disk: for tests, and for `parvis produire`, which keeps nothing. It obeys
 * the same contract as the real one (test/contracts).
 */
export const magasinEnMemoire = (horloge: Horloge): Magasin & Annonces & Sommaire =>
  new MagasinEnMemoire(horloge);

class MagasinEnMemoire implements Magasin, Annonces, Sommaire {
  readonly #horloge: Horloge;
  readonly #coffres = new Map<IdCollectivite, Coffre>();
  readonly #rappels = new Set<(annonce: Annonce) => void>();

  constructor(horloge: Horloge) {
    this.#horloge = horloge;
  }

  async ajouter(
    collectivite: IdCollectivite,
    flux: string,
    versionAttendue: number,
    faits: readonly FaitAInscrire[],
  ): Promise<Result<readonly FaitInscrit[], RefusDuMagasin>> {
    const defauts = defautsDInscription(collectivite, flux, faits);
    if (defauts.length > 0) throw new FaitIrrecevable(defauts);
    const deja = this.#lire(collectivite, flux);
    if (deja.length !== versionAttendue) {
      return err({ code: 'version-perimee', attendue: versionAttendue, trouvee: deja.length });
    }
    if (faits.length === 0) return ok([]);
    const tete = { version: deja.length, empreinte: deja.at(-1)?.empreinte ?? null };
    const lieu = { collectivite, flux, instant: this.#horloge.maintenant() };
    const inscrits = scellerALaSuite(lieu, tete, faits.map(copier));
    this.#ouvrir(collectivite).flux.set(flux, [...deja, ...inscrits]);
    const annonce = { collectivite, flux, version: deja.length + inscrits.length };
    for (const rappel of this.#rappels) queueMicrotask(() => rappel(annonce));
    return ok(inscrits);
  }

  async lire(collectivite: IdCollectivite, flux: string): Promise<readonly FaitInscrit[]> {
    return this.#lire(collectivite, flux);
  }

  async flux(collectivite: IdCollectivite, prefixe: string): Promise<readonly string[]> {
    return this.#noms(collectivite, prefixe);
  }

  async collectivites(): Promise<readonly IdCollectivite[]> {
    return [...this.#coffres.keys()].toSorted(parCodePoint);
  }

  async deposer(collectivite: IdCollectivite, contenu: Uint8Array, mime: string): Promise<Fichier> {
    const nom = hash('sha256', contenu, 'hex');
    this.#ouvrir(collectivite).fichiers.set(nom, Uint8Array.from(contenu));
    return { sha256: nom, octets: contenu.byteLength, mime };
  }

  async retirer(collectivite: IdCollectivite, nom: string): Promise<Uint8Array | null> {
    const contenu = this.#coffres.get(collectivite)?.fichiers.get(nom);
    return contenu === undefined ? null : Uint8Array.from(contenu);
  }

  async verifier(collectivite: IdCollectivite): Promise<readonly RuptureDeChaine[]> {
    return this.#noms(collectivite, '').flatMap((nom) => {
      const faits = this.#lire(collectivite, nom);
      return faits.flatMap((fait, i) => rupture(fait, faits[i - 1] ?? null, sha256) ?? []);
    });
  }

  async sommaire(collectivite: IdCollectivite): Promise<readonly LigneDeSommaire[]> {
    return this.#noms(collectivite, 'seance/')
      .flatMap((flux) => {
        const faits = this.#lire(collectivite, flux);
        return faits[0] === undefined ? [] : [{ flux, jour: faits[0].jour, version: faits.length }];
      })
      .toSorted((a, b) => parCodePoint(b.jour, a.jour) || parCodePoint(a.flux, b.flux));
  }

  async reconstruire(): Promise<number> {
    return [...this.#coffres.keys()].reduce((n, c) => n + this.#noms(c, 'seance/').length, 0);
  }

  async suivre(rappel: (annonce: Annonce) => void): Promise<() => Promise<void>> {
    this.#rappels.add(rappel);
    return async () => void this.#rappels.delete(rappel);
  }

  async fermer(): Promise<void> {
    this.#rappels.clear();
  }

  #ouvrir(collectivite: IdCollectivite): Coffre {
    const coffre = this.#coffres.get(collectivite) ?? { flux: new Map(), fichiers: new Map() };
    this.#coffres.set(collectivite, coffre);
    return coffre;
  }

  #lire(collectivite: IdCollectivite, flux: string): readonly FaitInscrit[] {
    return this.#coffres.get(collectivite)?.flux.get(flux) ?? [];
  }

  #noms(collectivite: IdCollectivite, prefixe: string): string[] {
    return [...(this.#coffres.get(collectivite)?.flux.keys() ?? [])]
      .filter((nom) => nom.startsWith(prefixe))
      .toSorted(parCodePoint);
  }
}

/** Orders by code points, as the database does (COLLATE "C"), not by UTF-16 units. */
const parCodePoint = (a: string, b: string): number =>
  Buffer.compare(Buffer.from(a), Buffer.from(b));

/** A copy the caller cannot change afterwards, in the shape a store on disk would give back. */
function copier(fait: FaitAInscrire): FaitAInscrire {
  const charge: Json = JSON.parse(canonicalJson(fait.charge));
  return { ...fait, charge };
}
