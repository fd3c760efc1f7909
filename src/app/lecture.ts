import { setTimeout as attendre } from 'node:timers/promises';
import type { DocumentDeSeance } from '#formats/documents-de-seance/documents-de-seance.ts';
import type { IdAffaire } from '#conseil/affaire.ts';
import type { Collectivite } from '#conseil/collectivite.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { versionPublique } from '#conseil/huis-clos/version-publique.ts';
import { donneUnActe, vieDeLActe } from '#conseil/acte/vie-de-l-acte.ts';
import type { Constat } from '#droit/constat.ts';
import { fluxDe } from './importer.ts';
import { numerosEcrits } from './journal/numeros.ts';
import type { DocumentProduit, Lecture, VueDActe, VueDeSeance } from './parvis.ts';
import type { Imprimeur } from './ports/imprimeur.ts';
import type { Magasin } from './ports/magasin.ts';
import type { LigneDeSommaire, Sommaire } from './ports/sommaire.ts';
import {
  DE_FRONT,
  type Impression,
  type Produit,
  documentsANommer,
  reimprimer,
} from './produire.ts';
import type { Result } from '#base/result.ts';
import { relireEtJuger } from './par-etapes.ts';

export type SourcesDeLecture = {
  readonly magasin: Magasin & Sommaire;
  readonly imprimeur: Imprimeur;
  /** Hears of a document that could not be printed: readers see the others. */
  readonly signaler: (phrase: string) => void;
};

/** A line of the manifest, with the item it is about. */
type Garde = DocumentProduit & { readonly affaire?: IdAffaire };

/** A document kept, and what it was printed from. */
type Imprime = { readonly garde: Garde; readonly modele: string | null };

/** A sitting replayed at one version, and its documents once somebody asked for them. */
type Fiche = {
  readonly seance: Seance;
  readonly constats: readonly Constat[];
  /** The last printing of each document, at this version or before: most facts change few. */
  readonly imprimes: Map<string, Imprime>;
  /** A fact came since: what is not printed yet will be from the next version. */
  perimee: boolean;
  /** Those printed and kept so far, in the order of printing. */
  readonly prets: Map<string, Garde>;
  /** Those asked for, by file name: each is printed once. */
  readonly demandes: Map<string, Promise<Garde | null>>;
  documents: Promise<readonly Garde[]> | null;
};

/** How long a page waits for its documents, in milliseconds: it then shows those that are ready. */
const PATIENCE = 1_500;

/** The documents anyone may have: minutes are a draft until the council has adopted them. */
const documentsPublics = (seance: Seance): readonly DocumentDeSeance[] =>
  documentsANommer(seance).filter(({ brouillon }) => brouillon !== true);

const SIREN = /^\d{9}$/;
const IDENTIFIANT = /^[a-z0-9-]{1,100}$/;

/** Collectivities whose latest sitting is printed ahead. */
const PREPAREES = 3;

/**
 * How long, in milliseconds, a collectivity is known by the name its latest sitting gave, while
 * nobody looks at its own pages: else every page of one would ask about all the others.
 */
const NOM_CONNU = 5_000;

/** Sittings kept replayed: those replayed the longest ago leave first. */
const FICHES_GARDEES = 500;

/**
 * What the public pages may ask, answered from the facts: a sitting is replayed once a version,
 * its documents printed when first asked for and kept by the store under their SHA-256. A sitting
 * in preparation is as good as unknown here: nothing of it is public before the convocation, which
 * publishes the order of business (L2121-10).
 */
export class LectureDuMagasin implements Lecture {
  private readonly sources: SourcesDeLecture;
  private readonly fiches = new Map<
    string,
    { readonly version: number; readonly fiche: Promise<Fiche | null> }
  >();

  private readonly numeros = new Map<
    string,
    { readonly version: number; readonly numeros: ReadonlySet<string> }
  >();

  private readonly connues = new Map<string, { readonly collectivite: Collectivite; le: number }>();

  private arretee = false;

  constructor(sources: SourcesDeLecture) {
    this.sources = sources;
  }

  /**
   * Prints ahead what the first visitors will ask for: the latest sitting of a few collectivities,
   * one after the other. Never fails: what goes wrong is told, and tried again when asked for.
   */
  async preparer(auPlus = PREPAREES): Promise<void> {
    try {
      const sirens = await this.sources.magasin.collectivites();
      for (const siren of sirens.slice(0, auPlus)) {
        const fiche = this.arretee ? null : await this.derniere(siren);
        if (fiche !== null) await this.documentsDe(siren, fiche);
      }
    } catch (erreur) {
      const cause = erreur instanceof Error ? erreur.message : String(erreur);
      this.signaler(`Les derniers documents n’ont pas pu être préparés d’avance : ${cause}`);
    }
  }

  /** Before the printer and the store close: what was begun is dropped without a word. */
  arreter(): void {
    this.arretee = true;
  }

  async collectivites(): Promise<readonly Collectivite[]> {
    const sirens = await this.sources.magasin.collectivites();
    const toutes = await Promise.all(sirens.map((siren) => this.collectivite(siren)));
    return toutes.filter((collectivite) => collectivite !== null);
  }

  private async collectivite(siren: string): Promise<Collectivite | null> {
    const connue = this.connues.get(siren);
    if (connue !== undefined && performance.now() - connue.le < NOM_CONNU) {
      return connue.collectivite;
    }
    const fiche = await this.derniere(siren);
    return fiche === null ? null : this.connaitre(fiche);
  }

  private connaitre({ seance }: Fiche): Collectivite {
    const { collectivite } = seance.identite;
    this.connues.set(collectivite.siren, { collectivite, le: performance.now() });
    return collectivite;
  }

  async seances(collectivite: string): Promise<readonly Seance[]> {
    const fiches = await this.fichesDe(collectivite);
    return fiches.map(({ seance }) => seance);
  }

  async seance(collectivite: string, id: string): Promise<VueDeSeance | null> {
    const fiche = await this.fiche(collectivite, id);
    if (fiche === null) return null;
    const { seance, constats } = fiche;
    return { seance, constats, ...(await this.documentsPrets(collectivite, fiche)) };
  }

  async acte(collectivite: string, numero: string): Promise<VueDActe | null> {
    if (!SIREN.test(collectivite)) return null;
    const votees: (readonly [Fiche, SuiviDAffaire])[] = [];
    const autres: (readonly [Fiche, SuiviDAffaire])[] = [];
    for (const ligne of await this.sources.magasin.sommaire(collectivite)) {
      const numeros = await this.numerosDe(collectivite, ligne);
      if (!numeros.has(numero)) continue;
      const fiche = await this.aJour(collectivite, ligne.flux, ligne.version);
      const suivi = fiche?.seance.affaires.find(({ affaire }) => affaire.numero === numero);
      if (fiche && suivi) (donneUnActe(suivi) ? votees : autres).push([fiche, suivi]);
    }
    // Its number given again, to an item to come or to another act, must not take the address of a
    // decision: printed extracts lead there.
    const trouvee = votees.at(-1) ?? autres[0];
    if (trouvee === undefined) return null;
    const homonymes = votees.slice(0, -1).map(([{ seance }]) => seance.identite);
    return this.vueDActe(collectivite, trouvee, homonymes);
  }

  async document(
    collectivite: string,
    seance: string,
    fichier: string,
  ): Promise<Uint8Array | null> {
    const fiche = await this.fiche(collectivite, seance);
    if (fiche === null) return null;
    const trouve = fiche.prets.get(fichier) ?? (await this.demander(collectivite, fiche, fichier));
    return trouve === null ? null : this.sources.magasin.retirer(collectivite, trouve.sha256);
  }

  private signaler(phrase: string): void {
    if (!this.arretee) this.sources.signaler(phrase);
  }

  private async vueDActe(
    collectivite: string,
    [fiche, suivi]: readonly [Fiche, SuiviDAffaire],
    homonymes: VueDActe['homonymes'],
  ): Promise<VueDActe> {
    const { seance } = fiche;
    const { id } = suivi.affaire;
    const { documents, enPreparation } = await this.documentsPrets(collectivite, fiche);
    const siens = documents.filter((document) => document.affaire === id);
    const communs = documents.filter(({ affaire }) => affaire === undefined);
    const constats = fiche.constats.filter(({ affaire }) => affaire === id);
    return {
      seance,
      suivi,
      vie: vieDeLActe(seance, suivi),
      homonymes,
      constats,
      documents: [...siens, ...communs],
      enPreparation,
    };
  }

  /** Every sitting of a collectivity, the latest first. */
  private async fichesDe(collectivite: string): Promise<readonly Fiche[]> {
    if (!SIREN.test(collectivite)) return [];
    const lignes = await this.sources.magasin.sommaire(collectivite);
    const fiches: Fiche[] = [];
    for (const { flux, version } of lignes) {
      const fiche = await this.aJour(collectivite, flux, version);
      if (fiche !== null) fiches.push(fiche);
    }
    return fiches;
  }

  /** Numbers a stream wrote, at one version: every sitting is asked, few are replayed for it. */
  private async numerosDe(
    collectivite: string,
    { flux, version }: LigneDeSommaire,
  ): Promise<ReadonlySet<string>> {
    const cle = `${collectivite}/${flux}`;
    const gardes = this.numeros.get(cle);
    if (gardes?.version === version) return gardes.numeros;
    const numeros = numerosEcrits(await this.sources.magasin.lire(collectivite, flux));
    this.numeros.set(cle, { version, numeros });
    return numeros;
  }

  private async fiche(collectivite: string, id: string): Promise<Fiche | null> {
    if (!SIREN.test(collectivite) || !IDENTIFIANT.test(id)) return null;
    const lignes = await this.sources.magasin.sommaire(collectivite);
    const ligne = lignes.find(({ flux }) => flux === fluxDe(id));
    return ligne === undefined ? null : this.aJour(collectivite, ligne.flux, ligne.version);
  }

  /** Its latest public sitting. */
  private async derniere(collectivite: string): Promise<Fiche | null> {
    for (const { flux, version } of await this.sources.magasin.sommaire(collectivite)) {
      const fiche = await this.aJour(collectivite, flux, version);
      if (fiche !== null) return fiche;
    }
    return null;
  }

  /** The sitting as it stands at that version, replayed once, whoever asks at the same time. */
  private aJour(collectivite: string, flux: string, version: number): Promise<Fiche | null> {
    const cle = `${collectivite}/${flux}`;
    const gardee = this.fiches.get(cle);
    if (gardee?.version === version) return gardee.fiche;
    this.connues.delete(collectivite);
    const fiche = this.ficheDuFlux(collectivite, flux, gardee?.fiche).catch((erreur: unknown) => {
      this.fiches.delete(cle);
      throw erreur;
    });
    this.fiches.delete(cle);
    this.fiches.set(cle, { version, fiche });
    const [ancienne] = this.fiches.keys();
    if (this.fiches.size > FICHES_GARDEES && ancienne !== undefined) this.fiches.delete(ancienne);
    return fiche;
  }

  private async ficheDuFlux(
    collectivite: string,
    flux: string,
    precedente?: Promise<Fiche | null>,
  ): Promise<Fiche | null> {
    const inscrits = await this.sources.magasin.lire(collectivite, flux);
    if (inscrits.length === 0) return null;
    const avant = await precedente?.catch(() => null);
    if (avant) avant.perimee = true;
    const { seance, constats } = await relireEtJuger(inscrits, versionPublique);
    if (seance.etat === 'preparee') return null;
    return {
      seance,
      constats,
      imprimes: avant?.imprimes ?? new Map(),
      perimee: false,
      prets: new Map(),
      demandes: new Map(),
      documents: null,
    };
  }

  /** The documents for a page: all of them, or those ready when its patience is over. */
  private async documentsPrets(
    collectivite: string,
    fiche: Fiche,
  ): Promise<{ readonly documents: readonly Garde[]; readonly enPreparation: boolean }> {
    const tous = this.documentsDe(collectivite, fiche);
    const trop = Symbol('trop long');
    const fin = new AbortController();
    const patience = attendre(PATIENCE, trop, { signal: fin.signal, ref: false }).catch(() => trop);
    const vus = await Promise.race([tous, patience]);
    fin.abort();
    if (typeof vus !== 'symbol') return { documents: vus, enPreparation: fiche.perimee };
    // Printing goes on; a failure is told when the documents are asked for again.
    tous.catch(() => undefined);
    return { documents: [...fiche.prets.values()], enPreparation: true };
  }

  /** Printed once a version, whoever asks at the same time; tried again after a failure. */
  private documentsDe(collectivite: string, fiche: Fiche): Promise<readonly Garde[]> {
    fiche.documents ??= this.imprimerEtGarder(collectivite, fiche).catch((erreur: unknown) => {
      fiche.documents = null;
      throw erreur;
    });
    return fiche.documents;
  }

  private async imprimerEtGarder(collectivite: string, fiche: Fiche): Promise<readonly Garde[]> {
    const documents = documentsPublics(fiche.seance);
    const gardes: Garde[] = [];
    for (let i = 0; i < documents.length && !this.arretee && !fiche.perimee; i += DE_FRONT) {
      const lot = documents
        .slice(i, i + DE_FRONT)
        .map((d) => this.unDocument(collectivite, fiche, d));
      gardes.push(...(await Promise.all(lot)).filter((garde) => garde !== null));
    }
    return gardes;
  }

  /** One document somebody asks for, in its turn or before; null when there is none of that name. */
  private async demander(
    collectivite: string,
    fiche: Fiche,
    fichier: string,
  ): Promise<Garde | null> {
    const document = documentsPublics(fiche.seance).find((d) => d.fichier === fichier);
    return document === undefined ? null : this.unDocument(collectivite, fiche, document);
  }

  /** Printed once, whoever asks at the same time; null when it cannot be printed right. */
  private unDocument(
    collectivite: string,
    { seance, prets, demandes, imprimes }: Fiche,
    { fichier, affaire }: DocumentDeSeance,
  ): Promise<Garde | null> {
    const deja = demandes.get(fichier);
    if (deja !== undefined) return deja;
    const demande = (async (): Promise<Garde | null> => {
      const ancien = imprimes.get(fichier);
      const un = { seance, fichier, connu: ancien?.modele ?? null };
      const issue = await reimprimer(un, this.sources.imprimeur);
      const imprime =
        issue === 'inchange' ? ancien : await this.garder(collectivite, { seance, affaire }, issue);
      if (imprime === undefined || imprime === null) return null;
      imprimes.set(fichier, imprime);
      prets.set(fichier, imprime.garde);
      return imprime.garde;
    })();
    demandes.set(fichier, demande);
    demande.catch(() => demandes.delete(fichier));
    return demande;
  }

  /** Keeps a printed document; null, and a word of why, when it could not be printed. */
  private async garder(
    collectivite: string,
    { seance, affaire }: { readonly seance: Seance; readonly affaire: IdAffaire | undefined },
    imprime: Result<Produit, Impression>,
  ): Promise<Imprime | null> {
    if (!imprime.ok) {
      const { fichier, phrases } = imprime.error;
      this.signaler(`${seance.identite.id}, ${fichier} : ${phrases.join(' ')}`);
      return null;
    }
    if (this.arretee) return null;
    const { ligne, pdf, modele } = imprime.value;
    await this.sources.magasin.deposer(collectivite, pdf, 'application/pdf');
    return { garde: affaire === undefined ? ligne : { ...ligne, affaire }, modele };
  }
}
