import { X509Certificate } from 'node:crypto';
import { Certificate, type RelativeDistinguishedNames } from 'pkijs';
import type { IdentiteDuCertificat } from '#app/ports/signature.ts';
import { instant } from '#base/instant.ts';

/** A certificate, seen by the two libraries that each read a part of it well. */
export type Certificat = {
  readonly der: Uint8Array;
  readonly x509: X509Certificate;
  readonly champs: Certificate;
  readonly identite: IdentiteDuCertificat;
};

const NOM_COMMUN = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

/** Written in the subject of every certificate made to practise. */
export const SIMULATION = 'SIMULATION';

/** A name may hold anything: what would move a terminal's cursor is left out. */
const propre = (texte: string): string => texte.replace(/\p{C}/gu, ' ').trim().slice(0, 200);

function partie(nom: RelativeDistinguishedNames, oid: string): string | null {
  const trouvee = nom.typesAndValues.find(({ type }) => type === oid);
  const valeur: unknown = trouvee?.value.valueBlock.value;
  const texte = typeof valeur === 'string' ? propre(valeur) : '';
  return texte === '' ? null : texte;
}

function entier(nom: RelativeDistinguishedNames): string {
  const parties = nom.typesAndValues.map(({ type }) => partie(nom, type) ?? '');
  return parties.filter((p) => p !== '').join(', ') || 'sans nom';
}

const nomDe = (nom: RelativeDistinguishedNames): string => partie(nom, NOM_COMMUN) ?? entier(nom);

function identiteDe(x509: X509Certificate, champs: Certificate): IdentiteDuCertificat {
  return {
    sujet: nomDe(champs.subject),
    organisation: partie(champs.subject, ORGANISATION),
    emetteur: nomDe(champs.issuer),
    numero: x509.serialNumber,
    du: instant(champs.notBefore.value.toISOString()),
    au: instant(champs.notAfter.value.toISOString()),
    simulation: entier(champs.subject).includes(SIMULATION),
  };
}

/** Reads a certificate (DER or PEM); throws when it is none. */
export function lireCertificat(octets: Uint8Array): Certificat {
  const x509 = new X509Certificate(octets);
  const der = new Uint8Array(x509.raw);
  const champs = Certificate.fromBER(der);
  return { der, x509, champs, identite: identiteDe(x509, champs) };
}

const PEM =
  /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED )?CERTIFICATE-----/g;

/** Every certificate of a file, one in DER or several in PEM; null when it holds none. */
export function lireCertificats(octets: Uint8Array): readonly Certificat[] | null {
  const texte = new TextDecoder('latin1').decode(octets);
  const blocs = texte.match(PEM)?.map((bloc) => new TextEncoder().encode(bloc)) ?? [octets];
  try {
    return blocs.map(lireCertificat);
  } catch {
    return null;
  }
}
