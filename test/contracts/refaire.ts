import { sign } from 'node:crypto';
import { Set as EnsembleAsn, fromBER } from 'asn1js';
import { type Attribute, ContentInfo, SignedAndUnsignedAttributes, SignedData } from 'pkijs';
import { type Paire, octetsDe, sceller } from '#adapters/signature/cms.ts';

/** Signed messages no honest tool writes, made from ours. */

export const DONNEES = '1.2.840.113549.1.7.1';

export const messageDe = (paire: Paire, octets: Uint8Array): SignedData =>
  new SignedData({
    schema: new ContentInfo({
      schema: fromBER(
        sceller({ type: DONNEES, octets, detache: true }, paire).encoder(null).slice(),
      ).result,
    }).content,
  });

export const encoder = (message: SignedData): Uint8Array =>
  octetsDe(
    new ContentInfo({
      contentType: ContentInfo.SIGNED_DATA,
      content: message.toSchema(true),
    }).toSchema(),
  );

/** The same message with other attributes, signed again with that key: it is sound in itself. */
export function avecAttributs(
  message: SignedData,
  { cle }: Paire,
  changer: (attributs: readonly Attribute[]) => readonly Attribute[],
): Uint8Array {
  const [signataire] = message.signerInfos;
  if (signataire === undefined) throw new Error('no signer');
  const ranges = changer(signataire.signedAttrs?.attributes ?? [])
    .map((attribut) => ({ attribut, der: octetsDe(attribut.toSchema()) }))
    .toSorted((a, b) => Buffer.compare(a.der, b.der))
    .map(({ attribut }) => attribut);
  signataire.signedAttrs = new SignedAndUnsignedAttributes({ type: 0, attributes: ranges });
  const aSigner = new EnsembleAsn({ value: ranges.map((a) => a.toSchema()) });
  const valeur = sign('sha256', octetsDe(aSigner), cle);
  signataire.signature.valueBlock.valueHexView = new Uint8Array(valeur);
  return encoder(message);
}
