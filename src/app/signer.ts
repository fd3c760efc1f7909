import { hash } from 'node:crypto';
import type { Defaut } from '#base/defaut.ts';
import { type Result, err, ok } from '#base/result.ts';
import { controlerPdf } from '#formats/pdf/controler.ts';
import { comparerAuRetour } from '#formats/signature/ailleurs.ts';
import {
  type MentionDeSignature,
  octetsCouverts,
  poserLaSignature,
  preparerLaSignature,
} from '#formats/signature/poser.ts';
import { gonfler } from './gonfler.ts';
import type { CleDeSignature, Confiance, Examinateur, Horodateur } from './ports/signature.ts';
import { type VerdictDeSignature, verifierSignatures } from './verifier-signature.ts';

/** Who signs, with what key, and who proves the date (nobody: level B-B). */
export type Seing = {
  readonly cle: CleDeSignature;
  readonly mention: MentionDeSignature;
  readonly horodateur: Horodateur | null;
};

/**
 * Signs a PDF (PAdES-B-B, or B-T with a timestamp): new bytes, the same document plus one signature.
 * On any fault nothing is signed, and the file given is as it was.
 */
export async function signer(
  octets: Uint8Array,
  { cle, mention, horodateur }: Seing,
): Promise<Result<Uint8Array, Defaut>> {
  const preparee = preparerLaSignature(octets, mention, gonfler);
  if (!preparee.ok) return preparee;
  const cms = await cle.sceller(octetsCouverts(preparee.value), horodateur);
  return cms.ok
    ? poserLaSignature(preparee.value, cms.value)
    : err({ pointeur: 'signature', phrase: cms.error });
}

/** A file handed to a person who signs with the town's own tool. */
export type ASignerAilleurs = {
  readonly fichier: Uint8Array;
  /** SHA-256 of the file, to find the original when it comes back. */
  readonly empreinte: string;
};

const UN_ESSAI = { nom: 'essai', motif: null, lieu: null } as const;

/** Makes sure a file can be signed by an incremental update, and gives it with its digest. */
export function preparerPourSignerAilleurs(
  octets: Uint8Array,
  le: MentionDeSignature['le'],
): Result<ASignerAilleurs, Defaut> {
  const essai = preparerLaSignature(octets, { ...UN_ESSAI, le }, gonfler);
  return essai.ok ? ok({ fichier: octets, empreinte: hash('sha256', octets, 'hex') }) : essai;
}

export type RecuSigne = {
  /** The signatures added elsewhere, each with its verdict: « valide » or « à vérifier ». */
  readonly signatures: readonly VerdictDeSignature[];
  readonly empreinte: string;
  /** What is good to know: metadata rewritten, PDF/A lost. */
  readonly remarques: readonly string[];
};

/**
 * Receives a file signed elsewhere. It is accepted only as the original, to the byte, plus sound
 * signatures; the faults otherwise name the difference.
 */
export function recevoirSigneAilleurs(
  original: Uint8Array,
  retour: Uint8Array,
  confiance: Confiance,
  examinateur: Examinateur,
): Result<RecuSigne, readonly Defaut[]> {
  const compare = comparerAuRetour(original, retour, gonfler);
  if (!compare.ok) return compare;
  const verdicts = verifierSignatures(retour, confiance, examinateur);
  if (!verdicts.ok) return verdicts;
  const nouvelles = new Set(compare.value.signatures);
  const signatures = verdicts.value.filter(({ champ }) => nouvelles.has(champ));
  const mauvaises = signatures.filter(({ verdict }) => verdict === 'non valide');
  if (mauvaises.length > 0) {
    return err(
      mauvaises.map(({ champ, raisons }) => ({ pointeur: champ, phrase: raisons.join(' ') })),
    );
  }
  const abime =
    controlerPdf(original, gonfler).length === 0 && controlerPdf(retour, gonfler).length > 0
      ? ['L’outil de signature a fait perdre au fichier sa conformité d’archive (PDF/A, PDF/UA).']
      : [];
  const { reserves, permis } = compare.value;
  return ok({
    signatures,
    empreinte: hash('sha256', retour, 'hex'),
    remarques: [...reserves, ...permis, ...abime],
  });
}
