import { execFileSync } from 'node:child_process';
import { creerLaFormation, horodateurDeLaFormation } from '#adapters/signature/formation.ts';
import type { Paire } from '#adapters/signature/cms.ts';
import { type DemandeDeCertificat, delivrer } from '#adapters/signature/delivrer.ts';
import { examinateur } from '#adapters/signature/examinateur.ts';
import { cleDe } from '#adapters/signature/trousseau.ts';
import { ouvrirImprimeur } from '#adapters/typst/imprimeur.ts';
import type { Confiance, Horodateur } from '#app/ports/signature.ts';
import { signer } from '#app/signer.ts';
import { type VerdictDeSignature, verifierSignatures } from '#app/verifier-signature.ts';
import { type Instant, instant } from '#base/instant.ts';
import { type FichierPdf, entreesDe, lirePdf } from '#formats/pdf/lire.ts';
import { mettreAJour, numeroDe, numeroLibre } from '#formats/pdf/mise-a-jour.ts';
import { type Objet, dictionnaire, ecrireObjet } from '#formats/pdf/objets.ts';
import { pagesDe } from '#formats/signature/champs.ts';
import { acteDeDeuxPages } from '../harness/documents.ts';

/** What tests of signatures share: a real act, invented people, and an attacker's tools. */

export const LE = instant('2026-11-23T10:00:00.000Z');
export const horloge = { maintenant: () => LE };
export const formation = creerLaFormation(LE);
export const confiance: Confiance = { ancres: [formation.ancre], le: LE };
export const horodateur = horodateurDeLaFormation(formation, horloge);

/** A two-page act, printed once by the real printer. */
export async function imprimerUnActe(): Promise<Uint8Array> {
  const imprimeur = ouvrirImprimeur();
  try {
    const imprime = await imprimeur.imprimer(acteDeDeuxPages(0));
    if (!imprime.ok) throw new Error(imprime.error.phrases.join('\n'));
    return imprime.value.pdf;
  } finally {
    await imprimeur.fermer();
  }
}

export async function signerAvec(
  pdf: Uint8Array,
  paire: Paire,
  plus: { readonly horodateur?: Horodateur; readonly le?: Instant } = {},
): Promise<Uint8Array> {
  const signe = await signer(pdf, {
    cle: cleDe(paire),
    mention: { nom: 'Zoé ÇELIK', motif: 'Délibération', lieu: null, le: plus.le ?? LE },
    horodateur: plus.horodateur ?? null,
  });
  if (!signe.ok) throw new Error(signe.error.phrase);
  return signe.value;
}

export function verdicts(
  pdf: Uint8Array,
  en: Confiance = confiance,
): readonly VerdictDeSignature[] {
  const lus = verifierSignatures(pdf, en, examinateur);
  if (!lus.ok) throw new Error(lus.error.map(({ phrase }) => phrase).join('\n'));
  return lus.value;
}

/** The verdicts, or nothing where the file cannot be read: what a hostile file may at best obtain. */
export function auMieux(pdf: Uint8Array): readonly VerdictDeSignature[] {
  const lus = verifierSignatures(pdf, confiance, examinateur);
  return lus.ok ? lus.value : [];
}

export function premier(pdf: Uint8Array, en: Confiance = confiance): VerdictDeSignature {
  const [verdict] = verdicts(pdf, en);
  if (verdict === undefined) throw new Error('no signature');
  return verdict;
}

/** A person certified by that authority; the training one unless another is given. */
export const certifier = (plus: Partial<DemandeDeCertificat>): Paire =>
  delivrer({
    sujet: 'Personne inventée',
    organisation: 'Essais',
    genre: 'personne',
    cle: 'ec',
    du: instant('2020-01-01T00:00:00.000Z'),
    au: instant('2036-01-01T00:00:00.000Z'),
    par: null,
    ...plus,
  });

export function ouvrir(pdf: Uint8Array): FichierPdf {
  const lu = lirePdf(pdf);
  if (!lu.ok) throw new Error(lu.error.phrase);
  return lu.value;
}

export const renvoi = (numero: number): Objet => ({ genre: 'reference', numero, generation: 0 });

/** What a forger appends to a file. */
export type Ajout = (pdf: FichierPdf) => readonly { numero: number; corps: string }[];

export const ajouter = (octets: Uint8Array, ajout: Ajout): Uint8Array => {
  const pdf = ouvrir(octets);
  return mettreAJour(pdf, ajout(pdf));
};

const ecrire = (
  pdf: FichierPdf,
  numero: number,
  plus: Iterable<readonly [string, Objet]>,
): { numero: number; corps: string } => ({
  numero,
  corps: ecrireObjet(dictionnaire([...entreesDe(pdf.suivre(renvoi(numero))), ...plus])),
});

/** Rewrites some keys of page `rang` (0 is the first). */
export const recrireLaPage =
  (
    rang: number,
    plus: (libre: number) => Iterable<readonly [string, Objet]>,
    corps?: string,
  ): Ajout =>
  (pdf) => {
    const libre = numeroLibre(pdf);
    return [
      ecrire(pdf, pagesDe(pdf)[rang] ?? -1, plus(libre)),
      ...(corps === undefined ? [] : [{ numero: libre, corps }]),
    ];
  };

export const recrireLeCatalogue =
  (plus: (libre: number) => Iterable<readonly [string, Objet]>, corps?: string): Ajout =>
  (pdf) => {
    const libre = numeroLibre(pdf);
    return [
      ecrire(pdf, numeroDe(pdf.trailer.entrees.get('Root')) ?? -1, plus(libre)),
      ...(corps === undefined ? [] : [{ numero: libre, corps }]),
    ];
  };

/** Whether a judge from outside is on this machine. */
export function present(programme: string): boolean {
  try {
    execFileSync('which', [programme], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs a judge; its words, whatever its opinion. */
export function demander(programme: string, args: readonly string[]): string {
  try {
    return execFileSync(programme, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (erreur) {
    const dit = erreur as { stdout?: string; stderr?: string };
    return `${dit.stdout ?? ''}${dit.stderr ?? ''}`;
  }
}
