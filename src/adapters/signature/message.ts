import { hash } from 'node:crypto';
import { BaseBlock, ObjectIdentifier, OctetString, Sequence, fromBER } from 'asn1js';
import {
  type Attribute,
  ContentInfo,
  IssuerAndSerialNumber,
  RSASSAPSSParams,
  type SignedData,
  type SignerInfo,
} from 'pkijs';
import {
  CLE_EC,
  type Condense,
  type Procede,
  RSA,
  RSA_PSS,
  algorithmeDe,
  briseDe,
  condenseDe,
  faiblesseDe,
  signePar,
} from './algorithmes.ts';
import { type Certificat, lireCertificat } from './certificat.ts';
import { CERTIFICAT_SIGNANT_V2, EMPREINTE, TYPE_DE_CONTENU } from './cms.ts';
import { messageDe } from './jeton.ts';
import { ARCHIVE_ADOBE, listesDuMessage, preuvesDAdobe, reunir } from './revocation/jointes.ts';
import type { PreuvesJointes } from '#formats/signature/preuves.ts';

/** Raised inside this folder only: the sentence told to the reader. */
export class SignatureFausse extends Error {}

export type Message = {
  readonly donnees: SignedData;
  readonly signataire: SignerInfo;
  readonly certificats: readonly Certificat[];
  /** The proofs of validity it carries. */
  readonly preuves: PreuvesJointes;
};

const attribut = (attributs: readonly Attribute[], oid: string): unknown => {
  const trouves = attributs.filter(({ type }) => type === oid);
  const [premier] = trouves;
  const valeurs = premier?.values ?? [];
  return trouves.length === 1 && valeurs.length === 1 ? valeurs[0] : undefined;
};

/** Reads a signed message (CMS) and nothing after it but padding. Throws a sentence. */
export function lireLeMessage(octets: Uint8Array): Message {
  const lu = fromBER(octets.slice());
  if (lu.offset === -1) throw new SignatureFausse('La signature ne se lit pas : elle est abîmée.');
  if (octets.subarray(lu.offset).some((octet) => octet !== 0)) {
    throw new SignatureFausse('Des octets étrangers suivent la signature, à sa place réservée.');
  }
  const donnees = messageDe(new ContentInfo({ schema: lu.result }));
  const [signataire, ...autres] = donnees.signerInfos;
  if (signataire === undefined || autres.length > 0) {
    throw new SignatureFausse('La signature doit avoir un signataire et un seul.');
  }
  const blocs = parties(parties(parties(lu.result)[1])[0]);
  const archive = signataire.signedAttrs?.attributes.find(({ type }) => type === ARCHIVE_ADOBE);
  return {
    donnees,
    signataire,
    certificats: certificatsDe(blocs),
    preuves: reunir(listesDuMessage(blocs), preuvesDAdobe(archive?.values[0])),
  };
}

/** The certificates as they were written, to the byte: their digests are compared. */
function certificatsDe(message: readonly unknown[]): readonly Certificat[] {
  const champ = message.find(
    (bloc) =>
      bloc instanceof BaseBlock && bloc.idBlock.tagClass === 3 && bloc.idBlock.tagNumber === 0,
  );
  return parties(champ)
    .filter((bloc) => bloc instanceof Sequence)
    .map((bloc) => lireCertificat(bloc.valueBeforeDecodeView));
}

const egaux = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** The certificate the signature names, among those it carries; nothing is proven by that. */
export function certificatDu({ signataire, certificats }: Message): Certificat {
  const { sid } = signataire;
  const trouve = certificats.find(({ champs }) => {
    if (sid instanceof IssuerAndSerialNumber) {
      return champs.issuer.isEqual(sid.issuer) && champs.serialNumber.isEqual(sid.serialNumber);
    }
    const identifiant: unknown = champs.extensions?.find(
      ({ extnID }) => extnID === '2.5.29.14',
    )?.parsedValue;
    // Implicitly tagged, so that it is read as bare bytes (RFC 5652 §5.3).
    const vise: unknown = sid instanceof BaseBlock ? sid.valueBlock : null;
    return (
      identifiant instanceof OctetString &&
      typeof vise === 'object' &&
      vise !== null &&
      'valueHexView' in vise &&
      vise.valueHexView instanceof Uint8Array &&
      egaux(identifiant.valueBlock.valueHexView, vise.valueHexView)
    );
  });
  if (trouve === undefined) {
    throw new SignatureFausse('La signature ne contient pas le certificat de son signataire.');
  }
  return trouve;
}

function condenseExige(oid: string): Condense {
  const brise = briseDe(oid);
  if (brise !== null) {
    throw new SignatureFausse(`La signature repose sur un procédé qui ne protège plus (${brise}).`);
  }
  const condense = condenseDe(oid);
  if (condense === null) throw new SignatureFausse(`Procédé de calcul inconnu (${oid}).`);
  return condense;
}

function procedeDe({ signatureAlgorithm, digestAlgorithm }: SignerInfo): Procede {
  const { algorithmId, algorithmParams } = signatureAlgorithm;
  const brise = briseDe(algorithmId);
  if (brise !== null) {
    throw new SignatureFausse(`La signature repose sur un procédé qui ne protège plus (${brise}).`);
  }
  if (algorithmId === RSA || algorithmId === CLE_EC) {
    const condense = condenseExige(digestAlgorithm.algorithmId);
    return { cle: algorithmId === RSA ? 'rsa' : 'ec', condense, pss: false };
  }
  if (algorithmId === RSA_PSS) {
    const { hashAlgorithm } = new RSASSAPSSParams({ schema: algorithmParams });
    return { cle: 'rsa', condense: condenseExige(hashAlgorithm.algorithmId), pss: true };
  }
  const connu = algorithmeDe(algorithmId);
  if (connu === null) throw new SignatureFausse(`Procédé de signature inconnu (${algorithmId}).`);
  return { ...connu, pss: false };
}

function verifierLaValeur(
  signataire: SignerInfo,
  signes: Uint8Array,
  { x509 }: Certificat,
): boolean {
  const valeur = signataire.signature.valueBlock.valueHexView;
  return signePar(procedeDe(signataire), signes, valeur, x509.publicKey);
}

/** Whether the signature names that very certificate by its digest (RFC 5035); null when it names none. */
function nommeLeCertificat(
  attributs: readonly Attribute[],
  certificat: Certificat,
): boolean | null {
  const valeur = attribut(attributs, CERTIFICAT_SIGNANT_V2);
  if (valeur === undefined) {
    return attributs.some(({ type }) => type === CERTIFICAT_SIGNANT_V2) ? false : null;
  }
  const [premier] = parties(parties(valeur)[0]);
  const champs = parties(premier);
  const explicite = champs[0] instanceof OctetString ? null : parties(champs[0])[0];
  const condense =
    explicite instanceof ObjectIdentifier ? condenseDe(explicite.getValue()) : 'sha256';
  const empreinte = champs.find((champ) => champ instanceof OctetString);
  return (
    empreinte !== undefined &&
    condense !== null &&
    egaux(empreinte.valueBlock.valueHexView, hash(condense, certificat.der, 'buffer'))
  );
}

/** The elements of a sequence; none for anything else. */
function parties(bloc: unknown): readonly unknown[] {
  if (typeof bloc !== 'object' || bloc === null || !('valueBlock' in bloc)) return [];
  const { valueBlock } = bloc;
  const value: unknown =
    typeof valueBlock === 'object' && valueBlock !== null && 'value' in valueBlock
      ? valueBlock.value
      : [];
  return Array.isArray(value) ? value : [];
}

export type MessageVerifie = {
  readonly certificat: Certificat;
  /** Whether it says by itself which certificate made it; PAdES wants it so. */
  readonly nomme: boolean;
};

/**
 * Verifies that the holder of the certificate signed those bytes (RFC 5652 §5.6), with attributes
 * that say so. Throws a sentence at the first thing that is false.
 */
export function verifierLeMessage(
  message: Message,
  octets: Uint8Array,
  type: string,
): MessageVerifie {
  const { donnees, signataire } = message;
  const certificat = certificatDu(message);
  const attributs = signataire.signedAttrs?.attributes;
  if (attributs === undefined) {
    throw new SignatureFausse('La signature n’a pas d’attributs signés : elle peut servir à tout.');
  }
  const contenu = attribut(attributs, TYPE_DE_CONTENU);
  if (
    donnees.encapContentInfo.eContentType !== type ||
    !(contenu instanceof ObjectIdentifier) ||
    contenu.getValue() !== type
  ) {
    throw new SignatureFausse('La signature dit porter sur un autre genre de contenu.');
  }
  const empreinte = attribut(attributs, EMPREINTE);
  const condense = condenseExige(signataire.digestAlgorithm.algorithmId);
  if (
    !(empreinte instanceof OctetString) ||
    !egaux(empreinte.valueBlock.valueHexView, hash(condense, octets, 'buffer'))
  ) {
    throw new SignatureFausse('Le document a changé depuis la signature : son empreinte diffère.');
  }
  const signes = new Uint8Array(signataire.signedAttrs?.encodedValue ?? new ArrayBuffer(0));
  if (!verifierLaValeur(signataire, signes, certificat)) {
    throw new SignatureFausse('La signature n’a pas été faite avec ce certificat.');
  }
  const nomme = nommeLeCertificat(attributs, certificat);
  if (nomme === false) {
    throw new SignatureFausse('La signature désigne un autre certificat que celui qu’elle porte.');
  }
  const faible = faiblesseDe(certificat.x509.publicKey);
  if (faible !== null)
    throw new SignatureFausse(`La clé du signataire est trop faible : ${faible}.`);
  return { certificat, nomme: nomme === true };
}
