import { type Json, canonicalJson } from '#base/canonical-json.ts';
import { utf8 } from '#base/utf8.ts';
import type { PieceEmbarquee } from '../document/document.ts';

/** Fields no public document carries: they identify a person beyond the public office. */
const PRIVES: ReadonlySet<string> = new Set(['naissance']);

/** A state or a fact as JSON carries it, undefined fields dropped, private ones left out. */
function enJson(valeur: unknown): Json {
  if (valeur === null || typeof valeur === 'boolean' || typeof valeur === 'number') return valeur;
  if (typeof valeur === 'string') return valeur;
  if (Array.isArray(valeur)) return valeur.map(enJson);
  if (typeof valeur !== 'object') return null;
  return Object.fromEntries(
    Object.entries(valeur)
      .filter(([cle, v]) => v !== undefined && !PRIVES.has(cle))
      .map(([cle, v]) => [cle, enJson(v)]),
  );
}

/**
 * The facts a document was made from, as canonical JSON inside the PDF (PDF/A-3): whoever holds
 * the document can check it by program. Dates of birth stay out: the document may be published.
 */
export const faitsJoints = (description: string, valeur: unknown): PieceEmbarquee => ({
  nom: 'faits.json',
  mime: 'application/json',
  description,
  contenu: utf8(canonicalJson(enJson(valeur))),
  relation: 'source',
});
