import type { DocumentProduit } from '#app/parvis.ts';
import { adresses } from './adresses.ts';
import { compte, t, taille } from './mots.ts';

export type LienDeDocument = {
  readonly adresse: string;
  readonly titre: string;
  /** « PDF, 2 pages, 92 ko ». */
  readonly details: string;
};

const DE_LA_SEANCE: ReadonlySet<string> = new Set([
  'convocation',
  'feuille-de-presence',
  'liste-des-deliberations',
  'proces-verbal',
  'registre',
]);

/** Whether a document is about one act, and not about its whole sitting. */
export const estDeLActe = ({ genre }: DocumentProduit): boolean => !DE_LA_SEANCE.has(genre);

/** Links to the documents of a sitting, with what one gets before one asks for it. */
export const liensDesDocuments = (
  documents: readonly DocumentProduit[],
  mot: string,
  seance: string,
): readonly LienDeDocument[] =>
  documents.map((d) => {
    const format = /\.([a-z0-9]+)$/iu.exec(d.fichier)?.[1]?.toUpperCase() ?? 'Fichier';
    const pages = d.pages > 0 ? [compte(d.pages, 'page', 'pages')] : [];
    return {
      adresse: adresses.document(mot, seance, d.fichier),
      titre: t(d.titre),
      details: [format, ...pages, taille(d.octets)].join(', '),
    };
  });
