import { OctetString } from 'asn1js';
import { AuthenticatedSafe, CertBag, PFX, PKCS8ShroudedKeyBag, SafeBag, SafeContents } from 'pkijs';
import { type Paire, octetsDe } from './cms.ts';

const SAC_DE_CLE = '1.2.840.113549.1.12.10.1.2';
const SAC_DE_CERTIFICAT = '1.2.840.113549.1.12.10.1.3';
const TOURS = 2048;

/** Writes a pair as a PKCS#12 file: AES-256 and PBKDF2 for the key, SHA-256 for the seal. */
export async function enPkcs12(
  { cle, certificat, chaine }: Paire,
  motDePasse: string,
): Promise<Uint8Array> {
  const chiffree = cle.export({
    format: 'der',
    type: 'pkcs8',
    cipher: 'aes-256-cbc',
    passphrase: motDePasse,
  });
  const sacs = [
    new SafeBag({
      bagId: SAC_DE_CLE,
      bagValue: PKCS8ShroudedKeyBag.fromBER(new Uint8Array(chiffree)),
    }),
    ...[certificat, ...chaine].map(
      ({ champs }) =>
        new SafeBag({ bagId: SAC_DE_CERTIFICAT, bagValue: new CertBag({ parsedValue: champs }) }),
    ),
  ];
  for (const { bagValue } of sacs) {
    if (!(bagValue instanceof CertBag)) continue;
    bagValue.certId = '1.2.840.113549.1.9.22.1';
    bagValue.certValue = new OctetString({ valueHex: octetsDe(bagValue.parsedValue.toSchema()) });
  }
  const contenus = [{ privacyMode: 0, value: new SafeContents({ safeBags: sacs }) }];
  const coffre = new AuthenticatedSafe({ parsedValue: { safeContents: contenus } });
  await coffre.makeInternalValues({ safeContents: [{}] });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: coffre } });
  await pfx.makeInternalValues({
    password: new TextEncoder().encode(motDePasse).slice().buffer,
    iterations: TOURS,
    pbkdf2HashAlgorithm: { name: 'SHA-256' },
    hmacHashAlgorithm: 'SHA-256',
  });
  return octetsDe(pfx.toSchema());
}
