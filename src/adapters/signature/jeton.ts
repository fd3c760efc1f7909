import { randomBytes } from 'node:crypto';
import { Integer, OctetString, fromBER } from 'asn1js';
import {
  AlgorithmIdentifier,
  ContentInfo,
  MessageImprint,
  PKIStatus,
  SignedData,
  TSTInfo,
  TimeStampReq,
  TimeStampResp,
} from 'pkijs';
import { type Result, err, ok } from '#base/result.ts';
import { SHA256 } from './algorithmes.ts';
import { octetsDe } from './cms.ts';

/** The content type of a timestamp (RFC 3161 §2.4.2). */
export const TST_INFO = '1.2.840.113549.1.9.16.1.4';

export type DemandeDeJeton = {
  readonly der: Uint8Array;
  readonly sha256: Uint8Array;
  readonly alea: Uint8Array;
};

const egaux = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

/** A SHA-256 as RFC 3161 writes it. */
export const empreinteDe = (sha256: Uint8Array): MessageImprint =>
  new MessageImprint({
    hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA256 }),
    hashedMessage: new OctetString({ valueHex: sha256 }),
  });

/** Asks for a token on that digest; the random number ties the answer to the question. */
export function demanderUnJeton(sha256: Uint8Array): DemandeDeJeton {
  const alea = new Uint8Array(randomBytes(8));
  // A positive integer, written in eight bytes exactly.
  alea[0] = ((alea[0] ?? 0) & 0x7f) | 0x40;
  const demande = new TimeStampReq({
    version: 1,
    messageImprint: empreinteDe(sha256),
    certReq: true,
    nonce: new Integer({ valueHex: alea }),
  });
  return { der: octetsDe(demande.toSchema()), sha256, alea };
}

/** The statement inside a token, whose signature is still to be verified; throws when it is none. */
export function affirmationDe(message: SignedData): { tst: TSTInfo; octets: Uint8Array } {
  const contenu = message.encapContentInfo.eContent;
  if (message.encapContentInfo.eContentType !== TST_INFO || contenu === undefined) {
    throw new Error('not a timestamp token');
  }
  const octets = new Uint8Array(contenu.getValue());
  return { tst: TSTInfo.fromBER(octets), octets };
}

/** Reads a CMS message; throws when the bytes are none. */
export function messageDe(enveloppe: ContentInfo): SignedData {
  if (enveloppe.contentType !== ContentInfo.SIGNED_DATA) throw new Error('not a signed message');
  return new SignedData({ schema: enveloppe.content });
}

function juger(reponse: TimeStampResp, demande: DemandeDeJeton): Result<Uint8Array, string> {
  const { status } = reponse.status;
  if (status !== PKIStatus.granted && status !== PKIStatus.grantedWithMods) {
    return err(`L’autorité d’horodatage a refusé (code ${status}).`);
  }
  if (reponse.timeStampToken === undefined) {
    return err('L’autorité d’horodatage a répondu sans donner de jeton.');
  }
  const { tst } = affirmationDe(messageDe(reponse.timeStampToken));
  const { hashAlgorithm, hashedMessage } = tst.messageImprint;
  if (
    hashAlgorithm.algorithmId !== SHA256 ||
    !egaux(hashedMessage.valueBlock.valueHexView, demande.sha256)
  ) {
    return err('L’autorité d’horodatage a répondu pour un autre document.');
  }
  if (tst.nonce === undefined || !egaux(tst.nonce.valueBlock.valueHexView, demande.alea)) {
    return err('L’autorité d’horodatage a répondu à une autre demande que la nôtre.');
  }
  return ok(octetsDe(reponse.timeStampToken.toSchema()));
}

/** The token of an answer, when it answers that very question; the error is one French sentence. */
export function lireLaReponse(
  der: Uint8Array,
  demande: DemandeDeJeton,
): Result<Uint8Array, string> {
  try {
    const lu = fromBER(der);
    if (lu.offset === -1) throw new Error(lu.result.error);
    return juger(new TimeStampResp({ schema: lu.result }), demande);
  } catch {
    return err('La réponse de l’autorité d’horodatage n’est pas un horodatage (RFC 3161).');
  }
}
