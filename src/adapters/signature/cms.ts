import { type KeyObject, hash, sign } from 'node:crypto';
import {
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Sequence,
  Set as EnsembleAsn,
  fromBER,
} from 'asn1js';
import {
  AlgorithmIdentifier,
  Attribute,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from 'pkijs';
import { ECDSA_SHA256, RSA_SHA256, SHA256 } from './algorithmes.ts';
import type { Certificat } from './certificat.ts';

export const TYPE_DE_CONTENU = '1.2.840.113549.1.9.3';
export const EMPREINTE = '1.2.840.113549.1.9.4';
export const CERTIFICAT_SIGNANT_V2 = '1.2.840.113549.1.9.16.2.47';
export const JETON = '1.2.840.113549.1.9.16.2.14';

/** A private key with its certificate and those that lead to its authority. */
export type Paire = {
  readonly cle: KeyObject;
  readonly certificat: Certificat;
  readonly chaine: readonly Certificat[];
};

/** What is signed: its type, and the bytes, kept in the message or left beside it. */
export type Contenu = {
  readonly type: string;
  readonly octets: Uint8Array;
  readonly detache: boolean;
};

export const sha256 = (octets: Uint8Array): Uint8Array =>
  new Uint8Array(hash('sha256', octets, 'buffer'));

export const octetsDe = (bloc: { toBER(): ArrayBuffer }): Uint8Array =>
  new Uint8Array(bloc.toBER());

const compare = (a: Uint8Array, b: Uint8Array): number => Buffer.compare(a, b);

/** ESSCertIDv2 with its default digest, SHA-256 (RFC 5035 §3): ties the signature to one certificate. */
const certificatSignant = (certificat: Certificat): Sequence =>
  new Sequence({
    value: [
      new Sequence({
        value: [new Sequence({ value: [new OctetString({ valueHex: sha256(certificat.der) })] })],
      }),
    ],
  });

/**
 * The signed attributes of a CAdES baseline signature (ETSI EN 319 122-1 §6). No signing time: in a
 * PDF it is declared by `/M` (EN 319 142-1 §6.3). DER wants a set in the order of its encodings.
 */
function attributsSignes(contenu: Contenu, certificat: Certificat): readonly Attribute[] {
  const attributs = [
    new Attribute({
      type: TYPE_DE_CONTENU,
      values: [new ObjectIdentifier({ value: contenu.type })],
    }),
    new Attribute({
      type: EMPREINTE,
      values: [new OctetString({ valueHex: sha256(contenu.octets) })],
    }),
    new Attribute({ type: CERTIFICAT_SIGNANT_V2, values: [certificatSignant(certificat)] }),
  ];
  return attributs
    .map((attribut) => ({ attribut, der: octetsDe(attribut.toSchema()) }))
    .toSorted((a, b) => compare(a.der, b.der))
    .map(({ attribut }) => attribut);
}

const condense = (): AlgorithmIdentifier => new AlgorithmIdentifier({ algorithmId: SHA256 });

const algorithmeDeLaCle = (cle: KeyObject): AlgorithmIdentifier =>
  cle.asymmetricKeyType === 'ec'
    ? new AlgorithmIdentifier({ algorithmId: ECDSA_SHA256 })
    : new AlgorithmIdentifier({ algorithmId: RSA_SHA256, algorithmParams: new Null() });

/** A signature that may still receive its timestamp. */
export type Scelle = {
  readonly valeur: Uint8Array;
  /** The whole message (DER), with the timestamp token when one is given. */
  encoder(jeton: Uint8Array | null): Uint8Array;
};

function encapsuler({ type, octets, detache }: Contenu): EncapsulatedContentInfo {
  return detache
    ? new EncapsulatedContentInfo({ eContentType: type })
    : new EncapsulatedContentInfo({
        eContentType: type,
        eContent: new OctetString({ valueHex: octets }),
      });
}

/** Signs with SHA-256 (CMS SignedData, RFC 5652), the certificate and its chain inside. */
export function sceller(contenu: Contenu, { cle, certificat, chaine }: Paire): Scelle {
  const attributs = attributsSignes(contenu, certificat);
  const aSigner = new EnsembleAsn({ value: attributs.map((a) => a.toSchema()) });
  const valeur = new Uint8Array(sign('sha256', octetsDe(aSigner), cle));
  const signataire = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({
      issuer: certificat.champs.issuer,
      serialNumber: new Integer({
        valueHex: certificat.champs.serialNumber.valueBlock.valueHexView,
      }),
    }),
    digestAlgorithm: condense(),
    signedAttrs: new SignedAndUnsignedAttributes({ type: 0, attributes: [...attributs] }),
    signatureAlgorithm: algorithmeDeLaCle(cle),
    signature: new OctetString({ valueHex: valeur }),
  });
  const message = new SignedData({
    // RFC 5652 §5.1: 3 when the content is not plain data, as in a timestamp token.
    version: contenu.detache ? 1 : 3,
    digestAlgorithms: [condense()],
    encapContentInfo: encapsuler(contenu),
    certificates: [certificat, ...chaine].map(({ champs }) => champs),
    signerInfos: [signataire],
  });
  const encoder = (jeton: Uint8Array | null): Uint8Array => {
    if (jeton !== null) {
      signataire.unsignedAttrs = new SignedAndUnsignedAttributes({
        type: 1,
        attributes: [new Attribute({ type: JETON, values: [fromBER(jeton).result] })],
      });
    }
    const enveloppe = new ContentInfo({
      contentType: ContentInfo.SIGNED_DATA,
      content: message.toSchema(true),
    });
    return octetsDe(enveloppe.toSchema());
  };
  return { valeur, encoder };
}
