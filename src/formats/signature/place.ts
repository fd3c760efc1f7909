import { Lecteur, SyntaxePdf, nomDe } from '../pdf/objets.ts';

/** Where the value of each key of a dictionary lies in the file. */
export type Places = ReadonlyMap<string, { readonly debut: number; readonly fin: number }>;

/**
 * The places of the values in the dictionary of object `numero`, at `position`. Null when it cannot
 * be read, or says a key twice: two readers would then see two different signatures.
 */
export function placesDans(texte: string, position: number, numero: number): Places | null {
  const lecteur = new Lecteur(texte, position);
  const places = new Map<string, { debut: number; fin: number }>();
  try {
    if (lecteur.entier() !== numero) return null;
    lecteur.entier();
    lecteur.exiger('obj');
    lecteur.exiger('<<');
    while (!lecteur.prendre('>>')) {
      const cle = nomDe(lecteur.objet());
      if (cle === null || places.has(cle)) return null;
      lecteur.passer();
      const debut = lecteur.position;
      lecteur.objet();
      places.set(cle, { debut, fin: lecteur.position });
    }
    return places;
  } catch (faute) {
    if (faute instanceof SyntaxePdf) return null;
    throw faute;
  }
}
