import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActeDuTdt, DepotDActe, EchecDuTdt, StatutDuTdt, Tdt } from '#app/ports/tdt.ts';
import { parseJour } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { translitterer } from '#formats/actes/latin1.ts';

/** What a person is told to do with a folder. */
const MODE_D_EMPLOI = `Cet acte attend d’être porté à la préfecture par un autre moyen que Parvis.

1. Envoyez les fichiers de ce dossier avec les renseignements de depot.json.
2. Quand l’accusé de réception arrive, posez-le ici sous le nom accuse.xml.
   Parvis le lira à la prochaine relève.
3. Si l’envoi est refusé, écrivez la raison dans refus.txt.
`;

const DEPOT = 'depot.json';
const ACCUSE = 'accuse.xml';
const REFUS = 'refus.txt';
const OCTETS_D_UN_MESSAGE = 5_000_000;

const impossible = (phrase: string): Result<never, EchecDuTdt> =>
  err({ genre: 'refus', texte: '', phrase });

const PAS_PAR_DOSSIER = impossible(
  'Un dépôt dans un dossier ne le permet pas : faites-le chez l’opérateur ou à la préfecture.',
);

const panne = (erreur: unknown): Result<never, EchecDuTdt> =>
  err({
    genre: 'injoignable',
    texte: '',
    phrase: `Le dossier de dépôt ne s’ouvre pas (${erreur instanceof Error ? erreur.message : String(erreur)}).`,
  });

const absent = (erreur: unknown): boolean =>
  erreur instanceof Error && 'code' in erreur && erreur.code === 'ENOENT';

/** A plain name any file system takes; two files never share one: their rank comes first. */
const nomSur = (nom: string, rang: number): string =>
  `${rang}-${translitterer(nom)
    .texte.normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(-100)}`;

/**
 * Deposits acts in a folder, for a town that sends them by another tool. Each act is a folder named
 * by its number, made apart and moved in whole: it is there once, or not at all.
 */
export class DossierDeDepot implements Tdt {
  readonly nom: string;
  readonly #dossier: string;

  constructor(dossier: string, nom = 'Dépôt dans un dossier') {
    this.#dossier = dossier;
    this.nom = nom;
  }

  async deposer(depot: DepotDActe): Promise<Result<string, EchecDuTdt>> {
    const cible = join(this.#dossier, depot.numero);
    const brouillon = join(this.#dossier, `.${depot.numero}.${process.pid}`);
    try {
      await mkdir(this.#dossier, { recursive: true });
      if (await existe(cible)) return DEJA_LA;
      await rm(brouillon, { recursive: true, force: true });
      await mkdir(brouillon);
      const fichiers = depot.fichiers.map(({ nom, typologie }, i) => ({
        fichier: nomSur(nom, i + 1),
        nom,
        typologie,
      }));
      for (const [i, { contenu }] of depot.fichiers.entries()) {
        await writeFile(join(brouillon, fichiers[i]?.fichier ?? String(i)), contenu);
      }
      const { numero, identifiant, le, nature, matieres, objet, documentPapier } = depot;
      const fiche = { numero, identifiant, le, nature, matieres, objet, documentPapier, fichiers };
      await writeFile(join(brouillon, DEPOT), `${JSON.stringify(fiche, null, 2)}\n`);
      await writeFile(join(brouillon, 'A-LIRE.txt'), MODE_D_EMPLOI);
      await rename(brouillon, cible);
      return ok(depot.numero);
    } catch (erreur) {
      await rm(brouillon, { recursive: true, force: true }).catch(() => undefined);
      return (await existe(cible)) ? DEJA_LA : panne(erreur);
    }
  }

  async retrouver(numero: string): Promise<Result<readonly ActeDuTdt[], EchecDuTdt>> {
    const tous = await this.lister();
    return tous.ok ? ok(tous.value.filter((acte) => acte.numero === numero)) : tous;
  }

  async lister(): Promise<Result<readonly ActeDuTdt[], EchecDuTdt>> {
    try {
      const noms = await readdir(this.#dossier, { withFileTypes: true });
      const actes = noms
        .filter((entree) => entree.isDirectory() && /^[A-Z0-9_]{2,15}$/.test(entree.name))
        .map(({ name }) => this.#acte(name));
      return ok(await Promise.all(actes));
    } catch (erreur) {
      return absent(erreur) ? ok([]) : panne(erreur);
    }
  }

  async #acte(numero: string): Promise<ActeDuTdt> {
    const fiche = await this.#fiche(numero);
    const { etape } = await this.#etat(numero);
    return { transaction: numero, numero, etape, ...fiche };
  }

  async #fiche(numero: string): Promise<Pick<ActeDuTdt, 'le' | 'nature'>> {
    try {
      const lu: unknown = JSON.parse(await readFile(join(this.#dossier, numero, DEPOT), 'utf8'));
      if (typeof lu !== 'object' || lu === null) return { le: null, nature: null };
      const le = parseJour(String(Reflect.get(lu, 'le')));
      const nature: unknown = Reflect.get(lu, 'nature');
      return { le: le.ok ? le.value : null, nature: typeof nature === 'number' ? nature : null };
    } catch {
      return { le: null, nature: null };
    }
  }

  async #etat(numero: string): Promise<StatutDuTdt> {
    const accuse = await this.#lire(numero, ACCUSE);
    if (accuse !== null) return { etape: 'accuse', code: ACCUSE, message: accuse };
    const refus = await this.#lire(numero, REFUS);
    return refus === null
      ? { etape: 'a-poster', code: DEPOT, message: null }
      : { etape: 'erreur', code: REFUS, message: refus };
  }

  async #lire(numero: string, fichier: string): Promise<Uint8Array | null> {
    const chemin = join(this.#dossier, numero, fichier);
    try {
      const { size } = await stat(chemin);
      return size === 0 || size > OCTETS_D_UN_MESSAGE ? null : await readFile(chemin);
    } catch (erreur) {
      // A receipt that is there but cannot be read must be told, not waited for.
      if (absent(erreur)) return null;
      throw erreur;
    }
  }

  async statut(transaction: string): Promise<Result<StatutDuTdt, EchecDuTdt>> {
    if (!(await existe(join(this.#dossier, transaction)))) {
      return impossible(`Le dossier « ${transaction} » n’est plus là.`);
    }
    try {
      return ok(await this.#etat(transaction));
    } catch (erreur) {
      return panne(erreur);
    }
  }

  async accuse(transaction: string): Promise<Result<Uint8Array, EchecDuTdt>> {
    try {
      const lu = await this.#lire(transaction, ACCUSE);
      return lu === null ? impossible(`${ACCUSE} n’est pas encore dans le dossier.`) : ok(lu);
    } catch (erreur) {
      return panne(erreur);
    }
  }

  testerLaConnexion = async () => {
    try {
      await mkdir(this.#dossier, { recursive: true });
      return ok({ phrase: `Le dossier ${this.#dossier} est prêt.`, certificatJusquAu: null });
    } catch (erreur) {
      return panne(erreur);
    }
  };

  /** Nobody answers a folder: the letters of the prefecture come by another way. */
  courriers = async () => ok([]);
  fichiers = async () => ok([]);
  classification = async () => PAS_PAR_DOSSIER;
  demanderLaClassification = async () => PAS_PAR_DOSSIER;
  telecharger = async () => PAS_PAR_DOSSIER;
  copieTamponnee = async () => PAS_PAR_DOSSIER;
  bordereau = async () => PAS_PAR_DOSSIER;
  annuler = async () => PAS_PAR_DOSSIER;
  courrier = async () => PAS_PAR_DOSSIER;
  marquerLu = async () => PAS_PAR_DOSSIER;
  repondre = async () => PAS_PAR_DOSSIER;
  reponsesTenues = async () => PAS_PAR_DOSSIER;
}

const DEJA_LA: Result<never, EchecDuTdt> = err({
  genre: 'doublon',
  texte: '',
  phrase:
    'Un acte de ce numéro est déjà dans le dossier. S’il s’agit d’un autre acte, ajoutez un suffixe au numéro.',
});

const existe = async (chemin: string): Promise<boolean> =>
  stat(chemin).then(
    () => true,
    () => false,
  );
