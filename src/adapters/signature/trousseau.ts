import { type KeyObject, createPrivateKey } from 'node:crypto';
import {
  AuthenticatedSafe,
  CertBag,
  ContentInfo,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
} from 'pkijs';
import type { SafeBag } from 'pkijs';
import { OctetString } from 'asn1js';
import type { CleDeSignature, Horodateur, Trousseau } from '#app/ports/signature.ts';
import { enHeureLocale, type Instant, PARIS } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import { type Result, err, ok } from '#base/result.ts';
import { faiblesseDe } from './algorithmes.ts';
import { type Certificat, lireCertificat } from './certificat.ts';
import { fautesDUsage } from './chaine.ts';
import { type Paire, octetsDe, sceller, sha256 } from './cms.ts';

const DONNEES = '1.2.840.113549.1.7.1';
/** Password protections of the nineties, RC2 and triple DES (RFC 7292 appendix C): 1.2.840.113549.1.12.1. */
const ANCIENNES = Buffer.from('2a864886f70d010c01', 'hex');

const ANCIEN_FORMAT =
  'Ce fichier de clé est protégé par un ancien procédé (RC2 ou triple DES) que Parvis ne lit pas. ' +
  'Refaites-le : « openssl pkcs12 -legacy -in ancien.p12 -nodes -out tout.pem », puis ' +
  '« openssl pkcs12 -export -in tout.pem -out nouveau.p12 », et effacez tout.pem.';
const ILLISIBLE = 'Ce fichier n’est pas un fichier de clé PKCS#12 (.p12 ou .pfx), ou il est abîmé.';
const MOT_DE_PASSE =
  'Ce mot de passe n’ouvre pas le fichier de clé. Vérifiez les majuscules et les accents.';

type Sacs = readonly SafeBag[];

/** The bags of the file: those in clear, then those the password opens. Throws at a wrong password. */
async function ouvrirLesSacs(safe: AuthenticatedSafe, motDePasse: string): Promise<Sacs> {
  const password = new TextEncoder().encode(motDePasse).slice().buffer;
  await safe.parseInternalValues({
    safeContents: safe.safeContents.map(({ contentType }) =>
      contentType === ContentInfo.ENCRYPTED_DATA ? { password } : {},
    ),
  });
  const contenus: readonly { value: { safeBags: SafeBag[] } }[] = safe.parsedValue.safeContents;
  return contenus.flatMap(({ value }) => value.safeBags);
}

/** Our own reading of the shrouded key would be a second one to trust: OpenSSL's is enough. */
function lireLaCle(sac: SafeBag, passphrase: string): KeyObject | null {
  const { bagValue } = sac;
  if (bagValue instanceof PKCS8ShroudedKeyBag) {
    const key = Buffer.from(octetsDe(bagValue.toSchema()));
    return createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase });
  }
  if (!(bagValue instanceof PrivateKeyInfo)) return null;
  return createPrivateKey({
    key: Buffer.from(octetsDe(bagValue.toSchema())),
    format: 'der',
    type: 'pkcs8',
  });
}

function lireLeCertificat(sac: SafeBag): Certificat | null {
  const { bagValue } = sac;
  if (!(bagValue instanceof CertBag) || !(bagValue.certValue instanceof OctetString)) return null;
  return lireCertificat(new Uint8Array(bagValue.certValue.getValue()));
}

const estPresent = <T>(valeur: T | null): valeur is T => valeur !== null;

function apparier(sacs: Sacs, motDePasse: string): Result<Paire, string> {
  const cles = sacs.map((sac) => lireLaCle(sac, motDePasse)).filter(estPresent);
  const certificats = sacs.map(lireLeCertificat).filter(estPresent);
  const [cle, autre] = cles;
  if (cle === undefined) {
    return err(
      'Ce fichier ne contient pas de clé privée, seulement des certificats : exportez-le à nouveau « avec la clé privée ».',
    );
  }
  if (autre !== undefined) {
    return err('Ce fichier contient plusieurs clés : exportez celle qui doit signer, seule.');
  }
  const certificat = certificats.find(({ x509 }) => x509.checkPrivateKey(cle));
  return certificat === undefined
    ? err('Ce fichier contient une clé sans le certificat qui dit à qui elle est.')
    : ok({ cle, certificat, chaine: chaineDe(certificat, certificats) });
}

/** The authorities above the signer, in order; a root is left out, each trusts it by itself. */
function chaineDe(feuille: Certificat, certificats: readonly Certificat[]): readonly Certificat[] {
  const chaine: Certificat[] = [];
  let dernier = feuille;
  for (const _ of certificats) {
    const suivant = certificats.find(
      ({ x509 }) => dernier.x509.checkIssued(x509) && !dernier.x509.checkIssued(dernier.x509),
    );
    if (suivant === undefined || suivant.x509.checkIssued(suivant.x509)) break;
    chaine.push(suivant);
    dernier = suivant;
  }
  return chaine;
}

const leJour = (moment: Instant): string => enToutesLettres(enHeureLocale(moment, PARIS).jour);

/** Why this pair may not sign now; null when it may. */
function empechement({ cle, certificat }: Paire, le: Instant): string | null {
  const { sujet, du, au } = certificat.identite;
  if (le > au) return `Le certificat de ${sujet} a expiré le ${leJour(au)} : renouvelez-le.`;
  if (le < du) return `Le certificat de ${sujet} n’est valable qu’à partir du ${leJour(du)}.`;
  const faiblesse = faiblesseDe(cle);
  if (faiblesse !== null) return `La clé de ${sujet} ne peut pas signer : ${faiblesse}.`;
  if (certificat.x509.ca) {
    return `Le certificat de ${sujet} est celui d’une autorité : il délivre des certificats et ne signe pas d’actes.`;
  }
  const [autreUsage = null] = fautesDUsage(certificat, 'signature');
  return autreUsage;
}

/** A key that signs with that pair, whatever its certificate is worth. */
export function cleDe(paire: Paire): CleDeSignature {
  const signer = async (
    octets: Uint8Array,
    horodateur: Horodateur | null,
  ): Promise<Result<Uint8Array, string>> => {
    const scelle = sceller({ type: DONNEES, octets, detache: true }, paire);
    if (horodateur === null) return ok(scelle.encoder(null));
    const jeton = await horodateur.horodater(sha256(scelle.valeur));
    return jeton.ok ? ok(scelle.encoder(jeton.value)) : jeton;
  };
  return { identite: paire.certificat.identite, sceller: signer };
}

function lireLeCoffre(pkcs12: Uint8Array): AuthenticatedSafe | null {
  try {
    const { authSafe } = PFX.fromBER(pkcs12.slice());
    if (authSafe.contentType !== ContentInfo.DATA) return null;
    return AuthenticatedSafe.fromBER(authSafe.content.getValue());
  } catch {
    return null;
  }
}

/**
 * Opens a PKCS#12 file without judging its certificate. The seal of the whole file (MAC) is not
 * checked: a wrong password already fails to open the key, and the key must match its certificate.
 */
export async function ouvrirLaPaire(
  pkcs12: Uint8Array,
  motDePasse: string,
): Promise<Result<Paire, string>> {
  const coffre = lireLeCoffre(pkcs12);
  if (coffre === null) return err(ILLISIBLE);
  if (Buffer.from(pkcs12).includes(ANCIENNES)) return err(ANCIEN_FORMAT);
  try {
    return apparier(await ouvrirLesSacs(coffre, motDePasse), motDePasse);
  } catch {
    return err(MOT_DE_PASSE);
  }
}

/** Keys kept in PKCS#12 files. */
export const trousseau: Trousseau = {
  ouvrir: async (pkcs12, motDePasse, le) => {
    const paire = await ouvrirLaPaire(pkcs12, motDePasse);
    if (!paire.ok) return paire;
    const refus = empechement(paire.value, le);
    return refus === null ? ok(cleDe(paire.value)) : err(refus);
  },
};
