import type { DocumentImprime } from '#formats/document/document.ts';
import { preparer } from '#formats/document/preparer.ts';
import { rendreDoublementConforme } from '#formats/pdf/double-conformite.ts';
import { type Norme, RefusDuCompilateur, ouvrirCompilateur } from './compilateur.ts';
import { lirePolices } from './polices.ts';

/** What one printing gives: a file, or the French sentences that say why there is none. */
export type Sortie =
  | { readonly ok: true; readonly pdf: Uint8Array; readonly pages: number }
  | { readonly ok: false; readonly phrases: readonly string[] };

export type Atelier = {
  imprimer(document: DocumentImprime): Sortie;
  /** The typesetter's own file in one standard, before ours; for tests and checks. */
  composer(document: DocumentImprime, norme: Norme): Sortie;
};

const duCompilateur = (document: DocumentImprime, mots: string): Sortie => ({
  ok: false,
  phrases: [
    `Le document « ${document.titre} » n’a pas pu être mis en page : le moteur d’impression dit « ${mots} ». Rien n’a été produit ; transmettez ce message à votre service informatique.`,
  ],
});

/** Everything printing needs, in one thread: fonts, typesetter, and the work from values to bytes. */
export function ouvrirAtelier(): Atelier {
  const { fichiers, couverture } = lirePolices();
  const compilateur = ouvrirCompilateur(fichiers);

  const composer = (document: DocumentImprime, norme: Norme): Sortie => {
    const pret = preparer(document, couverture);
    if (!pret.ok) return { ok: false, phrases: pret.error };
    try {
      const compose = compilateur.composer({
        document: JSON.stringify(pret.value),
        pieces: document.pieces,
        secondes: Date.parse(document.date) / 1000,
        norme,
      });
      return { ok: true, ...compose };
    } catch (erreur) {
      if (!(erreur instanceof RefusDuCompilateur)) throw erreur;
      return duCompilateur(document, erreur.message);
    }
  };

  return {
    composer,
    imprimer(document) {
      const compose = composer(document, 'a-3a');
      if (!compose.ok) return compose;
      const double = rendreDoublementConforme(compose.pdf);
      return double.ok
        ? { ok: true, pdf: double.value, pages: compose.pages }
        : duCompilateur(document, double.error.map((d) => d.phrase).join(' ; '));
    },
  };
}
