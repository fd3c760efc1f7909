import { randomBytes } from 'node:crypto';
import { Integer, fromBER } from 'asn1js';
import {
  Accuracy,
  ContentInfo,
  PKIStatus,
  PKIStatusInfo,
  TSTInfo,
  TimeStampReq,
  TimeStampResp,
} from 'pkijs';
import type { Horloge } from '#app/ports/horloge.ts';
import type { Horodateur } from '#app/ports/signature.ts';
import { type Paire, octetsDe, sceller } from './cms.ts';
import { SHA256 } from './algorithmes.ts';
import { TST_INFO, demanderUnJeton, lireLaReponse } from './jeton.ts';

/** A policy of nobody: the example arc of ITU-T X.660. */
const POLITIQUE = '2.999.1';

function refuser(): Uint8Array {
  const status = new PKIStatusInfo({ status: PKIStatus.rejection });
  return octetsDe(new TimeStampResp({ status }).toSchema());
}

function accorder(demande: TimeStampReq, paire: Paire, horloge: Horloge): Uint8Array {
  const tst = new TSTInfo({
    version: 1,
    policy: POLITIQUE,
    messageImprint: demande.messageImprint,
    serialNumber: new Integer({ valueHex: new Uint8Array([0x40, ...randomBytes(7)]) }),
    // Whole seconds: DER forbids a fraction that ends with a zero.
    genTime: new Date(`${horloge.maintenant().slice(0, 19)}Z`),
    accuracy: new Accuracy({ seconds: 1 }),
    ...(demande.nonce === undefined ? {} : { nonce: demande.nonce }),
  });
  const octets = octetsDe(tst.toSchema());
  const jeton = sceller({ type: TST_INFO, octets, detache: false }, paire).encoder(null);
  const reponse = new TimeStampResp({
    status: new PKIStatusInfo({ status: PKIStatus.granted }),
    timeStampToken: new ContentInfo({ schema: fromBER(jeton).result }),
  });
  return octetsDe(reponse.toSchema());
}

/** Answers a request as a timestamp authority does (RFC 3161), to practise and to test. */
export function repondreEnHorodateur(
  demande: Uint8Array,
  paire: Paire,
  horloge: Horloge,
): Uint8Array {
  try {
    const lue = TimeStampReq.fromBER(demande.slice());
    const { hashAlgorithm, hashedMessage } = lue.messageImprint;
    const attendue =
      hashAlgorithm.algorithmId === SHA256 && hashedMessage.valueBlock.valueHexView.length === 32;
    return attendue ? accorder(lue, paire, horloge) : refuser();
  } catch {
    return refuser();
  }
}

/** The timestamp authority to practise with, in this very program. */
export const horodateurDeFormation = (paire: Paire, horloge: Horloge): Horodateur => ({
  horodater: async (sha256) => {
    const demande = demanderUnJeton(sha256);
    return lireLaReponse(repondreEnHorodateur(demande.der, paire, horloge), demande);
  },
});
