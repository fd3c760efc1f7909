import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { rupture } from '#app/chaine.ts';
import type { FaitInscrit, IdCollectivite } from '#app/ports/magasin.ts';
import type { Avancement, BilanDeSauvegarde } from '#app/ports/sauvegarde.ts';
import { canonicalJson, type Json } from '#base/canonical-json.ts';
import type { Defaut } from '#base/defaut.ts';
import { parseInstant, type Instant } from '#base/instant.ts';
import { parseJour, type Jour } from '#base/jour.ts';
import { sha256 } from './sceller.ts';

/**
 * The file of a backup: JSON Lines in gzip. First a heading; then for each collectivity its
 * facts, stream by stream in order, and its files, cut into blocks; last a line that counts them
 * and bears the SHA-256 of every line before it. Anyone can read it with `zcat` and check it.
 */
export const FORMAT = 'parvis-sauvegarde/1';

/** Bytes of a file in one line, before base64: bounds the memory whatever the file. */
export const BLOC = 512 * 1024;
/** A line longer than this is not ours. A fact is at most 16 million characters. */
const LIGNE_MAX = 100 * 1024 * 1024;

/** What is wrong with an archive, and where; nothing is kept of what was read before. */
export class ArchiveRefusee extends Error {
  readonly defaut: Defaut;

  constructor(defaut: Defaut) {
    super(`${defaut.pointeur} : ${defaut.phrase}`);
    this.name = 'ArchiveRefusee';
    this.defaut = defaut;
  }
}

const texte = z.string().min(1);
const empreinte = z.string().regex(/^[0-9a-f]{64}$/);
const siren = z.string().regex(/^\d{9}$/);
const entier = z.int().nonnegative();
const jour = z.string().refine((t): t is Jour => parseJour(t).ok);
const instant = z.string().refine((t): t is Instant => parseInstant(t).ok);
/** What JSON.parse gives is JSON: nothing more to check. */
const json = z.custom<Json>((v) => v !== undefined);

const LIGNE = z.union([
  z.strictObject({ format: z.literal(FORMAT), le: instant, migrations: entier }),
  z.strictObject({
    fait: z.strictObject({
      collectivite: siren,
      flux: texte,
      position: entier,
      type: texte,
      version: z.int().positive(),
      jour,
      instant,
      auteur: texte,
      charge: json,
      empreintePrecedente: empreinte.nullable(),
      empreinte,
    }),
  }),
  z.strictObject({
    fichier: z.strictObject({
      collectivite: siren,
      sha256: empreinte,
      octets: entier,
      mime: texte,
      depose: instant,
    }),
  }),
  z.strictObject({ bloc: z.string() }),
  z.strictObject({
    fin: z.strictObject({
      collectivites: entier,
      faits: entier,
      fichiers: entier,
      sha256: empreinte,
    }),
  }),
]);

export type LigneDArchive = z.infer<typeof LIGNE>;

export type FichierDArchive = {
  readonly collectivite: IdCollectivite;
  readonly sha256: string;
  readonly octets: number;
  readonly mime: string;
  readonly depose: Instant;
};

/** What is done with an archive as it is read; each part comes in order, already checked. */
export type Lecteur = {
  fait(fait: FaitInscrit, ligne: number): Promise<void>;
  /** `contenu` is whole and bears the hash that names it. */
  fichier(fichier: FichierDArchive, contenu: Buffer, ligne: number): Promise<void>;
  avancer(avancement: Omit<Avancement, 'etape'>): void;
};

/** Adds lines to an archive, and closes it. */
export class Redacteur {
  readonly #hacheur: Hash = createHash('sha256');

  ligne(ligne: Record<string, Json>): string {
    const ecrite = `${canonicalJson(ligne)}\n`;
    this.#hacheur.update(ecrite);
    return ecrite;
  }

  fin(bilan: BilanDeSauvegarde): string {
    const { collectivites, faits, fichiers } = bilan;
    const empreinteDuTout = this.#hacheur.digest('hex');
    return `${canonicalJson({ fin: { collectivites, faits, fichiers, sha256: empreinteDuTout } })}\n`;
  }
}

/** Reads an archive to its end; throws `ArchiveRefusee` at the first thing that is not right. */
export async function lireArchive(fichier: string, lecteur: Lecteur): Promise<BilanDeSauvegarde> {
  const lecture = new Lecture(lecteur);
  const octets = createReadStream(fichier);
  const lignes = octets.pipe(createGunzip());
  octets.once('error', (erreur) => lignes.destroy(erreur));
  try {
    for await (const ligne of decouper(lignes, () => lecture.numero)) await lecture.lire(ligne);
    return lecture.conclure();
  } catch (erreur) {
    throw expliquer(erreur, lecture.numero);
  } finally {
    octets.destroy();
    lignes.destroy();
  }
}

const refuser = (ligne: number, phrase: string): ArchiveRefusee =>
  new ArchiveRefusee({ pointeur: `ligne ${ligne}`, phrase });

const TRONQUEE =
  'L’archive s’arrête avant sa fin : la copie a été interrompue. Reprenez-la depuis l’original.';

function expliquer(erreur: unknown, ligne: number): unknown {
  const code = erreur instanceof Error && 'code' in erreur ? String(erreur.code) : '';
  if (code === 'Z_BUF_ERROR') return refuser(ligne + 1, TRONQUEE);
  if (code.startsWith('Z_')) {
    return ligne === 0
      ? new ArchiveRefusee({
          pointeur: 'fichier',
          phrase: 'Ce fichier n’est pas une sauvegarde de Parvis (ou son début est abîmé).',
        })
      : refuser(
          ligne + 1,
          'L’archive est abîmée après cette ligne : sa compression ne se lit plus.',
        );
  }
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR') {
    const raisons = {
      ENOENT: 'n’existe pas',
      EACCES: 'n’est pas lisible',
      EISDIR: 'est un dossier',
    };
    return new ArchiveRefusee({ pointeur: 'fichier', phrase: `Ce fichier ${raisons[code]}.` });
  }
  return erreur;
}

/** Cuts a stream of bytes into lines, without holding more than one. */
async function* decouper(
  flux: AsyncIterable<Buffer>,
  numero: () => number,
): AsyncGenerator<Buffer> {
  let bouts: Buffer[] = [];
  let longueur = 0;
  for await (const bout of flux) {
    let debut = 0;
    for (let fin = bout.indexOf(10); fin !== -1; fin = bout.indexOf(10, debut)) {
      yield Buffer.concat([...bouts, bout.subarray(debut, fin)]);
      bouts = [];
      longueur = 0;
      debut = fin + 1;
    }
    bouts.push(bout.subarray(debut));
    longueur += bout.length - debut;
    if (longueur > LIGNE_MAX) throw refuser(numero() + 1, 'Cette ligne est trop longue.');
  }
  if (longueur > 0) throw refuser(numero() + 1, TRONQUEE);
}

type EnCours = { readonly fichier: FichierDArchive; readonly blocs: Buffer[]; recus: number };

/** Follows an archive line by line: order, seals, chains, counts. */
class Lecture {
  numero = 0;
  readonly #lecteur: Lecteur;
  readonly #hacheur = createHash('sha256');
  readonly #collectivites = new Set<IdCollectivite>();
  readonly #fluxLus = new Set<string>();
  #precedent: FaitInscrit | null = null;
  #enCours: EnCours | null = null;
  #faits = 0;
  #fichiers = 0;
  #finie = false;

  constructor(lecteur: Lecteur) {
    this.#lecteur = lecteur;
  }

  async lire(octets: Buffer): Promise<void> {
    this.numero++;
    if (this.#finie) throw this.#refus('Il y a quelque chose après la ligne de fin.');
    const ligne = this.#comprendre(octets);
    if ((this.numero === 1) !== 'format' in ligne) {
      throw this.#refus('Une sauvegarde commence par sa ligne d’en-tête, et n’en a qu’une.');
    }
    if (this.#enCours !== null && !('bloc' in ligne)) {
      throw this.#refus('Le fichier annoncé plus haut n’est pas complet.');
    }
    if ('fin' in ligne) return this.#finir(ligne.fin);
    this.#hacheur.update(octets).update('\n');
    if ('fait' in ligne) await this.#fait(ligne.fait);
    else if ('fichier' in ligne) await this.#fichier(ligne.fichier);
    else if ('bloc' in ligne) await this.#bloc(Buffer.from(ligne.bloc, 'base64'));
    if (this.numero % 500 === 0) {
      this.#lecteur.avancer({ faits: this.#faits, fichiers: this.#fichiers });
    }
  }

  conclure(): BilanDeSauvegarde {
    if (!this.#finie) throw refuser(this.numero + 1, TRONQUEE);
    return this.#bilan();
  }

  #refus(phrase: string): ArchiveRefusee {
    return refuser(this.numero, phrase);
  }

  #bilan(): BilanDeSauvegarde {
    const collectivites = this.#collectivites.size;
    return { collectivites, faits: this.#faits, fichiers: this.#fichiers };
  }

  #comprendre(octets: Buffer): LigneDArchive {
    try {
      const lue: unknown = JSON.parse(octets.toString('utf8'));
      if (this.numero === 1 && !estDeNotreFormat(lue)) {
        throw this.#refus(`Ce fichier n’est pas une sauvegarde au format ${FORMAT}.`);
      }
      const ligne = LIGNE.safeParse(lue);
      if (ligne.success) return ligne.data;
    } catch (erreur) {
      if (erreur instanceof ArchiveRefusee) throw erreur;
    }
    throw this.#refus('Cette ligne ne se comprend pas : l’archive a été modifiée ou abîmée.');
  }

  async #fait(fait: FaitInscrit): Promise<void> {
    const suit =
      this.#precedent?.collectivite === fait.collectivite && this.#precedent.flux === fait.flux;
    const nom = `${fait.collectivite} ${fait.flux}`;
    if (!suit && this.#fluxLus.has(nom)) {
      throw this.#refus(`Les faits de « ${fait.flux} » ne se suivent pas.`);
    }
    this.#fluxLus.add(nom);
    const trouvee = rupture(fait, suit ? this.#precedent : null, sha256);
    if (trouvee !== null) {
      throw this.#refus(`« ${fait.flux} », fait n° ${trouvee.position} : ${trouvee.phrase}`);
    }
    this.#precedent = fait;
    this.#collectivites.add(fait.collectivite);
    this.#faits++;
    await this.#lecteur.fait(fait, this.numero);
  }

  async #fichier(fichier: FichierDArchive): Promise<void> {
    this.#enCours = { fichier, blocs: [], recus: 0 };
    if (fichier.octets === 0) await this.#bloc(Buffer.alloc(0));
  }

  async #bloc(contenu: Buffer): Promise<void> {
    const enCours = this.#enCours;
    if (enCours === null) throw this.#refus('Ce bloc n’appartient à aucun fichier.');
    const { fichier, blocs } = enCours;
    blocs.push(contenu);
    enCours.recus += contenu.length;
    if (enCours.recus < fichier.octets && contenu.length > 0) return;
    const tout = Buffer.concat(blocs);
    const nom = createHash('sha256').update(tout).digest('hex');
    if (tout.length !== fichier.octets || nom !== fichier.sha256) {
      throw this.#refus(`Le fichier ${fichier.sha256} n’a plus le contenu que son nom annonce.`);
    }
    this.#enCours = null;
    this.#collectivites.add(fichier.collectivite);
    this.#fichiers++;
    await this.#lecteur.fichier(fichier, tout, this.numero);
  }

  #finir(fin: BilanDeSauvegarde & { readonly sha256: string }): void {
    const { collectivites, faits, fichiers } = this.#bilan();
    if (fin.faits !== faits || fin.fichiers !== fichiers || fin.collectivites !== collectivites) {
      throw this.#refus(
        `L’archive annonce ${fin.faits} faits et ${fin.fichiers} fichiers ; on en a lu ${faits} et ${fichiers} : une partie a été retirée ou ajoutée.`,
      );
    }
    if (fin.sha256 !== this.#hacheur.digest('hex')) {
      throw this.#refus('L’empreinte de l’archive ne correspond pas à ce qu’elle contient.');
    }
    this.#finie = true;
  }
}

const estDeNotreFormat = (lue: unknown): boolean =>
  typeof lue === 'object' && lue !== null && 'format' in lue && lue.format === FORMAT;
