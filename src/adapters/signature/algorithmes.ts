import { type KeyObject, constants, verify } from 'node:crypto';
import { type AlgorithmIdentifier, RSASSAPSSParams } from 'pkijs';

/** Digests accepted, by the name OpenSSL gives them. */
export type Condense = 'sha256' | 'sha384' | 'sha512';

export const SHA256 = '2.16.840.1.101.3.4.2.1';

const CONDENSES: { readonly [oid: string]: Condense } = {
  [SHA256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** Old digests: two different documents can be given the same one. */
const BRISES: { readonly [oid: string]: string } = {
  '1.3.14.3.2.26': 'SHA-1',
  '1.2.840.113549.2.5': 'MD5',
  '1.2.840.113549.2.2': 'MD2',
  '1.2.840.113549.1.1.5': 'SHA-1 avec RSA',
  '1.2.840.113549.1.1.4': 'MD5 avec RSA',
  '1.2.840.113549.1.1.2': 'MD2 avec RSA',
  '1.2.840.10045.4.1': 'SHA-1 avec ECDSA',
};

export const RSA = '1.2.840.113549.1.1.1';
export const RSA_SHA256 = '1.2.840.113549.1.1.11';
export const RSA_PSS = '1.2.840.113549.1.1.10';
export const ECDSA_SHA256 = '1.2.840.10045.4.3.2';

/** Signature algorithms with the digest each is bound to. */
const SIGNATURES: { readonly [oid: string]: { cle: 'rsa' | 'ec'; condense: Condense } } = {
  [RSA_SHA256]: { cle: 'rsa', condense: 'sha256' },
  '1.2.840.113549.1.1.12': { cle: 'rsa', condense: 'sha384' },
  '1.2.840.113549.1.1.13': { cle: 'rsa', condense: 'sha512' },
  [ECDSA_SHA256]: { cle: 'ec', condense: 'sha256' },
  '1.2.840.10045.4.3.3': { cle: 'ec', condense: 'sha384' },
  '1.2.840.10045.4.3.4': { cle: 'ec', condense: 'sha512' },
};

/** The digest an OID names; null when it is too weak or unknown. */
export const condenseDe = (oid: string): Condense | null => CONDENSES[oid] ?? null;
/** The key and the digest a signature algorithm is bound to; null when unknown. */
export const algorithmeDe = (oid: string): { cle: 'rsa' | 'ec'; condense: Condense } | null =>
  SIGNATURES[oid] ?? null;

/** A key of any curve, the digest told apart: some libraries write it in place of the algorithm. */
export const CLE_EC = '1.2.840.10045.2.1';

/** How a signature was made. */
export type Procede = {
  readonly cle: 'rsa' | 'ec';
  readonly condense: Condense;
  readonly pss: boolean;
};

/** Whether that key made that signature of those bytes, in that manner. */
export function signePar(
  { cle, condense, pss }: Procede,
  octets: Uint8Array,
  valeur: Uint8Array,
  publique: KeyObject,
): boolean {
  const genre = publique.asymmetricKeyType;
  const convient = cle === 'ec' ? genre === 'ec' : genre === 'rsa' || (pss && genre === 'rsa-pss');
  if (!convient) return false;
  const options = pss
    ? {
        key: publique,
        padding: constants.RSA_PKCS1_PSS_PADDING,
        saltLength: constants.RSA_PSS_SALTLEN_AUTO,
      }
    : publique;
  return verify(condense, octets, options, valeur);
}

/** The same for what authorities sign (lists, answers): false too when the manner is unknown or broken. */
export function signeParLaCle(
  { algorithmId, algorithmParams }: AlgorithmIdentifier,
  octets: Uint8Array,
  valeur: Uint8Array,
  publique: KeyObject,
): boolean {
  if (algorithmId === RSA_PSS) {
    const { hashAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams });
    const condense = condenseDe(hashAlgorithm.algorithmId);
    return (
      condense !== null && signePar({ cle: 'rsa', condense, pss: true }, octets, valeur, publique)
    );
  }
  const procede = algorithmeDe(algorithmId);
  return procede !== null && signePar({ ...procede, pss: false }, octets, valeur, publique);
}

/** The name of a broken algorithm; null for any other. */
export const briseDe = (oid: string): string | null => BRISES[oid] ?? null;

const BITS_RSA = 2048;
const COURBES = new Set(['prime256v1', 'secp384r1', 'secp521r1']);

/** Why a key is too weak or of an unknown kind, in a few words; null when it may sign. */
export function faiblesseDe(cle: KeyObject): string | null {
  const { modulusLength = 0, namedCurve = 'inconnue' } = cle.asymmetricKeyDetails ?? {};
  const genre = cle.asymmetricKeyType ?? 'inconnu';
  if (genre === 'ec') {
    return COURBES.has(namedCurve) ? null : `courbe « ${namedCurve} » non acceptée`;
  }
  if (genre !== 'rsa' && genre !== 'rsa-pss') return `clé de genre « ${genre} » non acceptée`;
  return modulusLength < BITS_RSA ? `clé RSA de ${modulusLength} bits, moins de 2048` : null;
}
