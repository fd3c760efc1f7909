import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DONNEES } from './actes.ts';

/** Says why bytes are not valid against the ministry's schema 2.2; null when they are. */
export type JugeXsd = (octets: Uint8Array) => string | null;

/** The judge, or null where the schema or its validator is absent. */
export async function jugeXsd(): Promise<JugeXsd | null> {
  const chemin = join(DONNEES, 'stela', 'actesv1_1.xsd');
  if (!existsSync(chemin)) return null;
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm');
  const { xmlRegisterFsInputProviders } = await import('libxml2-wasm/lib/nodejs.mjs');
  xmlRegisterFsInputProviders();
  const schema = XmlDocument.fromBuffer(readFileSync(chemin), { url: pathToFileURL(chemin).href });
  const validateur = XsdValidator.fromDoc(schema);
  return (octets) => {
    const document = XmlDocument.fromBuffer(octets);
    try {
      validateur.validate(document);
      return null;
    } catch (faute) {
      return faute instanceof Error ? faute.message : String(faute);
    } finally {
      document.dispose();
    }
  };
}
