import {
  type KeyObject,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';
import {
  BitString,
  Integer,
  Null,
  OctetString,
  Sequence,
  Set as EnsembleAsn,
  Utf8String,
} from 'asn1js';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ExtKeyUsage,
  Extension,
  PublicKeyInfo,
  RelativeDistinguishedNames,
} from 'pkijs';
import type { Instant } from '#base/instant.ts';
import { ECDSA_SHA256, RSA_SHA256 } from './algorithmes.ts';
import { lireCertificat } from './certificat.ts';
import { type Paire, octetsDe, sha256 } from './cms.ts';

/** What is asked of an authority made to practise. */
export type DemandeDeCertificat = {
  readonly sujet: string;
  readonly organisation: string;
  readonly genre: 'autorite' | 'personne' | 'horodatage';
  readonly cle: 'ec' | 'rsa';
  readonly du: Instant;
  readonly au: Instant;
  /** The issuer; null makes a root that signs itself. */
  readonly par: Paire | null;
  /** This machine: the certificate then names `localhost` and 127.0.0.1, as TLS servers must. */
  readonly machine?: boolean;
};

const BITS = 2048;

function creerUneCle(genre: DemandeDeCertificat['cle']): KeyObject {
  return genre === 'ec'
    ? generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
    : generateKeyPairSync('rsa', { modulusLength: BITS }).privateKey;
}

const attribut = (oid: string, valeur: string): EnsembleAsn =>
  new EnsembleAsn({
    value: [
      new AttributeTypeAndValue({
        type: oid,
        value: new Utf8String({ value: valeur }),
      }).toSchema(),
    ],
  });

/** One set a part: pkijs alone would write them all in a single one. */
function nommer({ organisation, sujet }: DemandeDeCertificat): RelativeDistinguishedNames {
  const parties = [attribut('2.5.4.10', organisation), attribut('2.5.4.3', sujet)];
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: parties }).toBER());
}

const extension = (
  extnID: string,
  critical: boolean,
  valeur: { toBER(): ArrayBuffer },
): Extension => new Extension({ extnID, critical, extnValue: valeur.toBER() });

/** Bits of keyUsage (RFC 5280 §4.2.1.3), with how many at the end mean nothing. */
const USAGES = {
  autorite: { octet: 0b0000_0110, inutiles: 1 },
  personne: { octet: 0b1100_0000, inutiles: 6 },
  horodatage: { octet: 0b1000_0000, inutiles: 7 },
} as const;

const HORODATAGE = '1.3.6.1.5.5.7.3.8';

/** subjectAltName: the DNS name `localhost` and the address 127.0.0.1. */
const CETTE_MACHINE = Buffer.concat([
  Buffer.from([0x30, 17, 0x82, 9]),
  Buffer.from('localhost'),
  Buffer.from([0x87, 4, 127, 0, 0, 1]),
]);

function extensionsDe(
  { genre, par, machine = false }: DemandeDeCertificat,
  cle: Uint8Array,
  emetteur: Uint8Array,
): Extension[] {
  const { octet, inutiles } = USAGES[genre];
  const usage = new BitString({ valueHex: new Uint8Array([octet]), unusedBits: inutiles });
  return [
    extension('2.5.29.15', true, usage),
    extension('2.5.29.14', false, new OctetString({ valueHex: sha256(cle).subarray(0, 20) })),
    ...(par === null ? [] : [liaison(emetteur)]),
    ...(machine
      ? [new Extension({ extnID: '2.5.29.17', extnValue: new Uint8Array(CETTE_MACHINE).buffer })]
      : []),
    ...(genre === 'autorite'
      ? [extension('2.5.29.19', true, new BasicConstraints({ cA: true }).toSchema())]
      : []),
    ...(genre === 'horodatage'
      ? [extension('2.5.29.37', true, new ExtKeyUsage({ keyPurposes: [HORODATAGE] }).toSchema())]
      : []),
  ];
}

/** Which key of the authority signed: its identifier, alone in its sequence. */
function liaison(emetteur: Uint8Array): Extension {
  const identifiant = sha256(emetteur).subarray(0, 20);
  const der = new Uint8Array([0x30, 22, 0x80, 20, ...identifiant]);
  return new Extension({ extnID: '2.5.29.35', critical: false, extnValue: der.slice().buffer });
}

const clePublique = (cle: KeyObject): Uint8Array =>
  new Uint8Array(createPublicKey(cle).export({ format: 'der', type: 'spki' }));

function numeroAuHasard(): Integer {
  const octets = new Uint8Array(randomBytes(12));
  octets[0] = ((octets[0] ?? 0) & 0x7f) | 0x40;
  return new Integer({ valueHex: octets });
}

/** Makes a key and its certificate (X.509 v3), to practise and to test: never a real identity. */
export function delivrer(demande: DemandeDeCertificat): Paire {
  const { par, du, au } = demande;
  const cle = creerUneCle(demande.cle);
  const signataire = par?.cle ?? cle;
  const certificat = new Certificate();
  certificat.version = 2;
  certificat.serialNumber = numeroAuHasard();
  certificat.subject = nommer(demande);
  certificat.issuer = par === null ? certificat.subject : par.certificat.champs.subject;
  certificat.notBefore.value = new Date(du);
  certificat.notAfter.value = new Date(au);
  const publique = clePublique(cle);
  certificat.subjectPublicKeyInfo = PublicKeyInfo.fromBER(publique.slice());
  certificat.extensions = extensionsDe(demande, publique, clePublique(signataire));
  const algorithme = (): AlgorithmIdentifier =>
    signataire.asymmetricKeyType === 'ec'
      ? new AlgorithmIdentifier({ algorithmId: ECDSA_SHA256 })
      : new AlgorithmIdentifier({ algorithmId: RSA_SHA256, algorithmParams: new Null() });
  certificat.signature = algorithme();
  certificat.signatureAlgorithm = algorithme();
  const valeur = sign('sha256', octetsDe(certificat.encodeTBS()), signataire);
  certificat.signatureValue = new BitString({ valueHex: new Uint8Array(valeur) });
  const chaine = par === null || estRacine(par) ? [] : [par.certificat, ...par.chaine];
  return { cle, certificat: lireCertificat(octetsDe(certificat.toSchema(true))), chaine };
}

const estRacine = ({ certificat }: Paire): boolean => certificat.x509.checkIssued(certificat.x509);
