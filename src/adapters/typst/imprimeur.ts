import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ImprimeDeSeance, Imprimeur, RefusDImprimer } from '#app/ports/imprimeur.ts';
import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { DocumentImprime } from '#formats/document/document.ts';
import { faitsEnTexte } from './liste-en-texte.ts';
import { type Demande, type Reponse, emporter } from './messages.ts';

export type ReglagesDImprimerie = {
  /** Worker threads, each some 300 MB; two at most when not told. */
  readonly ouvriers?: number;
  /** Documents that may wait; beyond, the request is refused at once. */
  readonly attente?: number;
  /** Milliseconds a document may take before its worker is stopped. */
  readonly delai?: number;
  /** Starts a worker; tests give their own. */
  readonly demarrer?: () => Worker;
};

type Issue = Result<ImprimeDeSeance | 'inchange', RefusDImprimer>;
type Travail = {
  /** How a refusal names it: its title, or its file when it is not made yet. */
  readonly nom: string;
  /** Written when a worker is free for it: what waits takes no more memory than its values. */
  readonly ouvrage: () => Demande['ouvrage'] | Promise<Demande['ouvrage']>;
  readonly rendre: (issue: Issue) => void;
  essais: number;
};
type Poste = { ouvrier: Worker; travail: Travail | null; reveil: NodeJS.Timeout | null };

const refus = (phrase: string): Result<never, RefusDImprimer> => err({ phrases: [phrase] });

const demarrerUnOuvrier = (): Worker =>
  new Worker(new URL('./ouvrier.ts', import.meta.url), { execArgv: [], stdout: false });

/**
 * A printing house in worker threads, started when first needed: the main loop only hands over
 * values and takes back bytes. A worker that dies is replaced and its document tried once more.
 */
export function ouvrirImprimeur(reglages: ReglagesDImprimerie = {}): Imprimeur {
  return new Imprimerie(reglages);
}

class Imprimerie implements Imprimeur {
  readonly #nombre: number;
  readonly #attente: number;
  readonly #delai: number;
  readonly #demarrer: () => Worker;
  readonly #file: Travail[] = [];
  readonly #postes = new Set<Poste>();
  #numero = 0;
  #fermee = false;
  #apresFermeture: (() => void) | null = null;

  constructor(reglages: ReglagesDImprimerie) {
    this.#nombre = reglages.ouvriers ?? Math.min(2, availableParallelism());
    this.#attente = reglages.attente ?? 1_000;
    this.#delai = reglages.delai ?? 120_000;
    this.#demarrer = reglages.demarrer ?? demarrerUnOuvrier;
  }

  async imprimer(document: DocumentImprime): Promise<Result<ImprimeDeSeance, RefusDImprimer>> {
    const issue = await this.#prendre(document.titre, () => emporter(document));
    if (!issue.ok) return issue;
    assert(issue.value !== 'inchange', 'a document already made is always printed');
    return ok(issue.value);
  }

  async imprimerDeSeance(seance: Seance, fichier: string, connu?: string): Promise<Issue> {
    const faits = await faitsEnTexte(seance.faits);
    return this.#prendre(fichier, () => ({ faits, fichier, connu: connu ?? null }));
  }

  #prendre(nom: string, ouvrage: Travail['ouvrage']): Promise<Issue> {
    if (this.#fermee) {
      return Promise.resolve(refus(`L’imprimerie est fermée : « ${nom} » n’a pas été imprimé.`));
    }
    if (this.#file.length >= this.#attente) {
      return Promise.resolve(
        refus(
          `Trop de documents attendent l’impression (${this.#attente}) : « ${nom} » n’a pas été pris. Redemandez-le dans quelques minutes.`,
        ),
      );
    }
    return new Promise((rendre) => {
      this.#file.push({ nom, ouvrage, rendre, essais: 0 });
      this.#distribuer();
    });
  }

  /** Documents in hand are finished, those that wait are refused, and the threads stop. */
  async fermer(): Promise<void> {
    this.#fermee = true;
    for (const { nom, rendre } of this.#file.splice(0)) {
      rendre(refus(`L’imprimerie a fermé avant d’imprimer « ${nom} ».`));
    }
    if ([...this.#postes].some((p) => p.travail !== null)) {
      await new Promise<void>((resoudre) => {
        this.#apresFermeture = resoudre;
      });
    }
    const postes = [...this.#postes];
    this.#postes.clear();
    await Promise.all(postes.map((p) => p.ouvrier.terminate()));
  }

  #distribuer(): void {
    while (this.#file.length > 0) {
      const poste = [...this.#postes].find((p) => p.travail === null) ?? this.#embaucher();
      if (poste === null) return;
      const travail = this.#file.shift();
      if (travail !== undefined) this.#confier(poste, travail);
    }
    const oisif = [...this.#postes].every((p) => p.travail === null);
    if (oisif) this.#apresFermeture?.();
  }

  #embaucher(): Poste | null {
    if (this.#postes.size >= this.#nombre) return null;
    const poste: Poste = { ouvrier: this.#demarrer(), travail: null, reveil: null };
    this.#postes.add(poste);
    poste.ouvrier.unref();
    poste.ouvrier.on('message', (reponse: Reponse) => this.#recevoir(poste, reponse));
    poste.ouvrier.on('error', (cause) => this.#perdre(poste, cause.message));
    poste.ouvrier.on('exit', (code) => this.#perdre(poste, `code ${code}`));
    return poste;
  }

  #confier(poste: Poste, travail: Travail): void {
    this.#numero += 1;
    travail.essais += 1;
    poste.travail = travail;
    // An idle worker does not keep the program alive; a busy one does.
    poste.ouvrier.ref();
    poste.reveil = setTimeout(() => {
      travail.essais = ESSAIS;
      void poste.ouvrier.terminate();
    }, this.#delai);
    void this.#envoyer(poste, travail, this.#numero);
  }

  async #envoyer(poste: Poste, travail: Travail, numero: number): Promise<void> {
    const demande: Demande = { numero, ouvrage: await travail.ouvrage() };
    // The worker may have died meanwhile, and another be at it.
    if (poste.travail === travail) poste.ouvrier.postMessage(demande, []);
  }

  #recevoir(poste: Poste, { genre, titre, modele, sortie }: Reponse): void {
    const travail = this.#liberer(poste);
    if (travail === null) return;
    if (sortie === 'inchange') travail.rendre(ok(sortie));
    else if (!sortie.ok) travail.rendre(err({ phrases: sortie.phrases }));
    else travail.rendre(ok({ pdf: sortie.pdf, pages: sortie.pages, genre, titre, modele }));
    this.#distribuer();
  }

  #liberer(poste: Poste): Travail | null {
    const { travail } = poste;
    if (poste.reveil !== null) clearTimeout(poste.reveil);
    poste.travail = null;
    poste.reveil = null;
    poste.ouvrier.unref();
    return travail;
  }

  #perdre(poste: Poste, cause: string): void {
    if (!this.#postes.delete(poste)) return;
    const travail = this.#liberer(poste);
    if (travail !== null && travail.essais < ESSAIS) this.#file.unshift(travail);
    else if (travail !== null) {
      travail.rendre(
        refus(
          `L’impression de « ${travail.nom} » s’est arrêtée en route (${cause}). Rien n’a été produit. Réessayez ; si cela recommence, ce document est sans doute trop long ou le moteur d’impression manque de mémoire.`,
        ),
      );
    }
    this.#distribuer();
  }
}

const ESSAIS = 2;
