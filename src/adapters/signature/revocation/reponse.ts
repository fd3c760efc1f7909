import { hash } from 'node:crypto';
import { BaseBlock, GeneralizedTime } from 'asn1js';
import { BasicOCSPResponse, ExtKeyUsage, OCSPResponse, type SingleResponse } from 'pkijs';
import { instant } from '#base/instant.ts';
import { condenseDe, signeParLaCle } from '../algorithmes.ts';
import { type Certificat, lireCertificat } from '../certificat.ts';
import { aDelivre, horsDelai } from '../chaine.ts';
import { octetsDe } from '../cms.ts';
import type { Etat, Question } from './etat.ts';

const SIMPLE = '1.3.6.1.5.5.7.48.1.1';
const SHA1 = '1.3.14.3.2.26';
const USAGES_ETENDUS = '2.5.29.37';
const REPONDRE = '1.3.6.1.5.5.7.3.9';

/** Reads an answer (OCSP, RFC 6960); null when it is none, or a refusal to answer. */
export function lireLaReponse(der: Uint8Array): BasicOCSPResponse | null {
  try {
    const { responseBytes } = OCSPResponse.fromBER(der.slice());
    return responseBytes?.responseType === SIMPLE
      ? BasicOCSPResponse.fromBER(responseBytes.response.valueBlock.valueHexView.slice())
      : null;
  } catch {
    return null;
  }
}

/** The authority itself, or whom it certified to answer in its place (RFC 6960 §4.2.2.2). */
function repondants(reponse: BasicOCSPResponse, { emetteur }: Question): readonly Certificat[] {
  const le = instant(reponse.tbsResponseData.producedAt.toISOString());
  const delegues = (reponse.certs ?? []).flatMap((champs) => {
    const certificat = lireCertificat(octetsDe(champs.toSchema()));
    const usages: unknown = certificat.champs.extensions?.find(
      ({ extnID }) => extnID === USAGES_ETENDUS,
    )?.parsedValue;
    const delegue = usages instanceof ExtKeyUsage && usages.keyPurposes.includes(REPONDRE);
    const sain = delegue && aDelivre(emetteur, certificat) && horsDelai(certificat, le) === null;
    return sain ? [certificat] : [];
  });
  return [emetteur, ...delegues];
}

/** Whether an answer is about that certificate: its number, and the digest of its authority's key. */
function vise({ certID }: SingleResponse, { certificat, emetteur }: Question): boolean {
  const { algorithmId } = certID.hashAlgorithm;
  // Here SHA-1 only names a key that is known otherwise: nothing rests on its strength.
  const condense = algorithmId === SHA1 ? 'sha1' : condenseDe(algorithmId);
  const cle = emetteur.champs.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return (
    condense !== null &&
    certID.serialNumber.isEqual(certificat.champs.serialNumber) &&
    Buffer.compare(certID.issuerKeyHash.valueBlock.valueHexView, hash(condense, cle, 'buffer')) ===
      0
  );
}

function etatDit({ certStatus, thisUpdate, nextUpdate }: SingleResponse): Etat | null {
  const statut: unknown = certStatus;
  if (!(statut instanceof BaseBlock)) return null;
  const le = instant(thisUpdate.toISOString());
  if (statut.idBlock.tagNumber === 0) {
    return { genre: 'bon', le, jusquau: instant((nextUpdate ?? thisUpdate).toISOString()) };
  }
  if (statut.idBlock.tagNumber !== 1) return null;
  const { valueBlock } = statut;
  const dedans: unknown = 'value' in valueBlock ? valueBlock.value : [];
  const date: unknown = Array.isArray(dedans) ? dedans[0] : null;
  const depuis = date instanceof GeneralizedTime ? instant(date.toDate().toISOString()) : le;
  return { genre: 'revoque', depuis };
}

/** What an answer says of a certificate, when its authority or its delegate signed it; else null. */
export function selonLaReponse(reponse: BasicOCSPResponse, question: Question): Etat | null {
  const seule = reponse.tbsResponseData.responses.find((une) => vise(une, question));
  if (seule === undefined) return null;
  const { signatureAlgorithm, signature, tbsResponseData } = reponse;
  const valeur = signature.valueBlock.valueHexView;
  const signee = repondants(reponse, question).some(({ x509 }) =>
    signeParLaCle(signatureAlgorithm, tbsResponseData.tbsView, valeur, x509.publicKey),
  );
  return signee ? etatDit(seule) : null;
}
