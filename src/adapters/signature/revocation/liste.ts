import { CertificateRevocationList, type RevokedCertificate } from 'pkijs';
import { Enumerated, BitString } from 'asn1js';
import { instant } from '#base/instant.ts';
import { signeParLaCle } from '../algorithmes.ts';
import type { Etat, Question } from './etat.ts';

const USAGE = '2.5.29.15';
const PARTAGE = '2.5.29.28';
const MOTIF = '2.5.29.21';
const RETIREE_DE_LA_LISTE = 8;

const USAGES_DE_LISTE = 0b0000_0010;

/** Whether the authority may sign lists (RFC 5280 §4.2.1.3); one that does not say may. */
function peutRevoquer({ emetteur }: Question): boolean {
  const bits = emetteur.champs.extensions?.find(({ extnID }) => extnID === USAGE)?.parsedValue;
  return (
    !(bits instanceof BitString) || ((bits.valueBlock.valueHexView[0] ?? 0) & USAGES_DE_LISTE) !== 0
  );
}

/** An entry that takes back an earlier one revokes nothing. */
function revoque({ crlEntryExtensions }: RevokedCertificate): boolean {
  const motif: unknown = crlEntryExtensions?.extensions.find(
    ({ extnID }) => extnID === MOTIF,
  )?.parsedValue;
  return !(motif instanceof Enumerated) || motif.valueBlock.valueDec !== RETIREE_DE_LA_LISTE;
}

/** Reads a list of revoked certificates (CRL, RFC 5280 §5); null when it is none. */
export function lireLaListe(der: Uint8Array): CertificateRevocationList | null {
  try {
    return CertificateRevocationList.fromBER(der.slice());
  } catch {
    return null;
  }
}

/**
 * What a list says of a certificate, when that certificate's own authority signed it; null when it
 * says nothing. A list of a part of the certificates can accuse, not clear.
 */
export function selonLaListe(liste: CertificateRevocationList, question: Question): Etat | null {
  const { certificat, emetteur } = question;
  const { signatureAlgorithm, signatureValue, tbsView } = liste;
  if (!liste.issuer.isEqual(certificat.champs.issuer) || !peutRevoquer(question)) return null;
  const extensions = liste.crlExtensions?.extensions ?? [];
  if (extensions.some(({ critical, extnID }) => critical && extnID !== PARTAGE)) return null;
  const valeur = signatureValue.valueBlock.valueHexView;
  if (!signeParLaCle(signatureAlgorithm, tbsView, valeur, emetteur.x509.publicKey)) return null;
  const entree = liste.revokedCertificates?.find(({ userCertificate }) =>
    userCertificate.isEqual(certificat.champs.serialNumber),
  );
  if (entree !== undefined && revoque(entree)) {
    return { genre: 'revoque', depuis: instant(entree.revocationDate.value.toISOString()) };
  }
  if (liste.nextUpdate === undefined || extensions.some(({ extnID }) => extnID === PARTAGE)) {
    return null;
  }
  return {
    genre: 'bon',
    le: instant(liste.thisUpdate.value.toISOString()),
    jusquau: instant(liste.nextUpdate.value.toISOString()),
  };
}
