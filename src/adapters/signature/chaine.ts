import { enHeureLocale, type Instant, PARIS } from '#base/instant.ts';
import { enToutesLettres } from '#base/jour.ts';
import { BasicConstraints, ExtKeyUsage } from 'pkijs';
import { BitString } from 'asn1js';
import { briseDe, faiblesseDe } from './algorithmes.ts';
import type { Certificat } from './certificat.ts';

/** The way from a certificate up to one this installation trusts. */
export type Chaine = {
  readonly confiance: 'reconnue' | 'inconnue' | 'rompue';
  /** From the holder to the anchor; as far as it could be followed. */
  readonly chemin: readonly Certificat[];
};

const PROFONDEUR = 8;
const ESSAIS = 64;

const estLe = (a: Certificat, b: Certificat): boolean => Buffer.compare(a.der, b.der) === 0;

/** Whether that authority's key signed that certificate, under its name. */
export function aDelivre(emetteur: Certificat, certificat: Certificat): boolean {
  try {
    return (
      certificat.x509.checkIssued(emetteur.x509) && certificat.x509.verify(emetteur.x509.publicKey)
    );
  } catch {
    return false;
  }
}

/** Builds the chain from the certificates at hand; the first way that reaches an anchor is kept. */
export function chaineJusqua(
  feuille: Certificat,
  ancres: readonly Certificat[],
  autres: readonly Certificat[],
): Chaine {
  let essais = 0;
  const monter = (chemin: readonly Certificat[]): readonly Certificat[] | null => {
    const dernier = chemin.at(-1) ?? feuille;
    if (ancres.some((ancre) => estLe(ancre, dernier))) return chemin;
    if (chemin.length >= PROFONDEUR) return null;
    for (const emetteur of [...ancres, ...autres]) {
      essais += 1;
      if (essais > ESSAIS) return null;
      if (chemin.some((c) => estLe(c, emetteur)) || !aDelivre(emetteur, dernier)) continue;
      const suite = monter([...chemin, emetteur]);
      if (suite !== null) return suite;
    }
    return null;
  };
  const chemin = monter([feuille]);
  if (chemin !== null) return { confiance: 'reconnue', chemin };
  // It names an authority we know, which did not sign it: a usurped name, not an unknown one.
  const usurpee = [feuille, ...autres].some((c) =>
    ancres.some((a) => a.x509.subject === c.x509.issuer && !estLe(a, c) && !aDelivre(a, c)),
  );
  return { confiance: usurpee ? 'rompue' : 'inconnue', chemin: [feuille] };
}

const leJour = (moment: Instant): string => enToutesLettres(enHeureLocale(moment, PARIS).jour);

/** Why a certificate was out of date at that moment; null when it was not. */
export function horsDelai({ identite }: Certificat, le: Instant): string | null {
  const { sujet, du, au } = identite;
  if (le > au) return `Le certificat de ${sujet} a expiré le ${leJour(au)}.`;
  return le < du ? `Le certificat de ${sujet} n’était valable qu’à partir du ${leJour(du)}.` : null;
}

const CONTRAINTES = '2.5.29.19';
const USAGE = '2.5.29.15';
const USAGES_ETENDUS = '2.5.29.37';
const HORODATAGE = '1.3.6.1.5.5.7.3.8';

/** Extensions whose demands are looked at here, or demand nothing of a verifier. */
const CONNUES = new Set([
  CONTRAINTES,
  USAGE,
  USAGES_ETENDUS,
  '2.5.29.14', // subject key identifier
  '2.5.29.17', // other names
  '2.5.29.32', // policies
  '2.5.29.35', // authority key identifier
  '1.3.6.1.5.5.7.1.3', // qualified certificate statements
]);

const extensionDe = ({ champs }: Certificat, oid: string): unknown =>
  champs.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;

/** A certificate that demands what we do not check cannot be relied upon (RFC 5280 §4.2). */
function exigences(certificat: Certificat): readonly string[] {
  const inconnues = (certificat.champs.extensions ?? []).filter(
    ({ critical, extnID }) => critical && !CONNUES.has(extnID),
  );
  return inconnues.map(
    ({ extnID }) =>
      `Le certificat de ${certificat.identite.sujet} porte une condition que Parvis ne sait pas vérifier (${extnID}).`,
  );
}

function faiblesses(certificat: Certificat): readonly string[] {
  const { sujet } = certificat.identite;
  const brise = briseDe(certificat.champs.signatureAlgorithm.algorithmId);
  const faible = faiblesseDe(certificat.x509.publicKey);
  return [
    ...(brise === null
      ? []
      : [`Le certificat de ${sujet} repose sur un procédé qui ne protège plus (${brise}).`]),
    ...(faible === null ? [] : [`La clé de ${sujet} est trop faible : ${faible}.`]),
  ];
}

function autorite(certificat: Certificat, dessous: number): readonly string[] {
  const { sujet } = certificat.identite;
  const contraintes = extensionDe(certificat, CONTRAINTES);
  const longueur =
    contraintes instanceof BasicConstraints ? contraintes.pathLenConstraint : undefined;
  if (!certificat.x509.ca)
    return [`${sujet} n’est pas une autorité : elle ne délivre pas de certificat.`];
  return typeof longueur === 'number' && dessous > longueur
    ? [`${sujet} ne pouvait pas déléguer aussi loin la délivrance de certificats.`]
    : [];
}

/** Bits of keyUsage: signature, and commitment to a content (RFC 5280 §4.2.1.3). */
const SIGNER = 0b1100_0000;

/** Why a certificate may not be used so, by the uses its authority allowed it; empty when it may. */
export function fautesDUsage(
  feuille: Certificat,
  genre: 'signature' | 'horodatage',
): readonly string[] {
  const { sujet } = feuille.identite;
  const bits = extensionDe(feuille, USAGE);
  const etendus = extensionDe(feuille, USAGES_ETENDUS);
  const fautes: string[] = [];
  if (bits instanceof BitString && ((bits.valueBlock.valueHexView[0] ?? 0) & SIGNER) === 0) {
    fautes.push(`Le certificat de ${sujet} n’est pas fait pour signer.`);
  }
  const horodate = etendus instanceof ExtKeyUsage && etendus.keyPurposes.includes(HORODATAGE);
  if (genre === 'horodatage' && !horodate) {
    fautes.push(`Le certificat de ${sujet} n’est pas fait pour horodater.`);
  }
  if (genre === 'signature' && horodate) {
    fautes.push(`Le certificat de ${sujet} est fait pour horodater, non pour signer des actes.`);
  }
  return fautes;
}

/** What is wrong along a chain at that moment; the anchor is trusted as it is, its dates excepted. */
export function fautesDeChaine(
  { chemin, confiance }: Chaine,
  genre: 'signature' | 'horodatage',
  le: Instant,
): readonly string[] {
  const [feuille, ...dessus] = chemin;
  if (feuille === undefined) return [];
  const jugees = confiance === 'reconnue' && dessus.length > 0 ? chemin.slice(0, -1) : chemin;
  return [
    ...fautesDUsage(feuille, genre),
    ...jugees.flatMap((c) => [...faiblesses(c), ...exigences(c)]),
    ...dessus.flatMap((c, i) => autorite(c, i)),
    ...dessus.map((c) => horsDelai(c, le)).filter((phrase) => phrase !== null),
  ];
}
