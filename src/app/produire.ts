import { assert } from '#base/assert.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { DocumentImprime } from '#formats/document/document.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import {
  type DocumentDeSeance,
  documentsDeSeance,
} from '#formats/documents-de-seance/documents-de-seance.ts';
import { jugementsSur } from './controler.ts';
import { nomsDeFichiers } from './noms-de-fichiers.ts';
import type { DocumentProduit } from './parvis.ts';
import type { Imprimeur } from './ports/imprimeur.ts';

export const MANIFESTE = 'manifeste.json';

/** A printed document: its line in the manifest, its bytes, and the hash of what they come from. */
export type Produit = {
  readonly ligne: DocumentProduit;
  readonly pdf: Uint8Array;
  readonly modele: string | null;
};

/** A document that could not be printed right, and why, in French. */
export type Impression = { readonly fichier: string; readonly phrases: readonly string[] };

type DocumentsAImprimer = {
  readonly seance: Seance;
  readonly documents: readonly DocumentDeSeance[];
};

/** Documents sent to the printer at the same time: enough for its workers, little in memory. */
export const DE_FRONT = 4;

/** All the documents the facts of a sitting allow, not made yet, under names safe for any disk. */
export function documentsANommer(seance: Seance): readonly DocumentDeSeance[] {
  const documents = documentsDeSeance(seance, () => jugementsSur(seance));
  const noms = nomsDeFichiers(
    documents.map(({ fichier }) => fichier),
    [MANIFESTE],
  );
  return documents.map((document, i) => ({ ...document, fichier: noms[i] ?? document.fichier }));
}

/** Makes one document of a sitting, by the name of its file; throws when it has none of that name. */
export function faireLeDocument(seance: Seance, fichier: string): DocumentImprime {
  const demande = documentsANommer(seance).find((document) => document.fichier === fichier);
  assert(demande !== undefined, `${fichier} is a document of the sitting`);
  return demande.faire();
}

/** The SHA-256 of some bytes, hexadecimal, worked out in another thread. */
async function empreinteDe(octets: Uint8Array): Promise<string> {
  const empreinte = await crypto.subtle.digest('SHA-256', new Uint8Array(octets));
  return Buffer.from(empreinte).toString('hex');
}

type UnDocument = {
  readonly seance: Seance;
  readonly fichier: string;
  /** What a printing one has was made from; null when there is none, or nobody knows. */
  readonly connu: string | null;
};

/** Prints one document of a sitting; « inchange » when it would be the printing one has. */
export async function reimprimer(
  { seance, fichier, connu }: UnDocument,
  imprimeur: Imprimeur,
): Promise<Result<Produit, Impression> | 'inchange'> {
  const imprime = await imprimeur.imprimerDeSeance(seance, fichier, connu ?? undefined);
  if (!imprime.ok) return err({ fichier, phrases: imprime.error.phrases });
  if (imprime.value === 'inchange') return 'inchange';
  const { pdf, pages, genre, titre, modele = null } = imprime.value;
  const ligne = {
    fichier,
    genre,
    titre,
    sha256: await empreinteDe(pdf),
    octets: pdf.byteLength,
    pages,
  };
  return ok({ ligne, pdf, modele });
}

async function imprimerUn(seance: Seance, fichier: string, imprimeur: Imprimeur) {
  const imprime = await reimprimer({ seance, fichier, connu: null }, imprimeur);
  assert(imprime !== 'inchange', 'nothing is known of a document printed for the first time');
  return imprime;
}

/**
 * Prints those documents of a sitting, a few at a time, in order; `avancer` hears how many are
 * done.
 */
export async function imprimer(
  { seance, documents }: DocumentsAImprimer,
  imprimeur: Imprimeur,
  avancer: (faits: number) => void = () => undefined,
): Promise<readonly Result<Produit, Impression>[]> {
  const produits: Result<Produit, Impression>[] = [];
  for (let i = 0; i < documents.length; i += DE_FRONT) {
    const lot = documents
      .slice(i, i + DE_FRONT)
      .map(({ fichier }) => imprimerUn(seance, fichier, imprimeur));
    produits.push(...(await Promise.all(lot)));
    avancer(produits.length);
  }
  return produits;
}

/**
 * Every document of a sitting, printed; or every document that cannot be, with its reasons.
 * Nothing is written here: the caller holds all the bytes before the first file.
 */
export async function produire(
  seance: Seance,
  imprimeur: Imprimeur,
  avancer?: (faits: number, total: number) => void,
): Promise<Result<readonly Produit[], readonly Impression[]>> {
  const documents = documentsANommer(seance);
  const imprimes = await imprimer({ seance, documents }, imprimeur, (n) =>
    avancer?.(n, documents.length),
  );
  const refus = imprimes.flatMap((r) => (r.ok ? [] : [r.error]));
  return refus.length > 0 ? err(refus) : ok(imprimes.flatMap((r) => (r.ok ? [r.value] : [])));
}
