import { type FichierPdf, contenuBrut } from '../pdf/lire.ts';
import { type Objet, dictionnaire, ecrireObjet } from '../pdf/objets.ts';
import type { Entrees } from './champs.ts';

/** Whether an object carries bytes of its own. */
export const estFlux = (objet: Objet): objet is Extract<Objet, { genre: 'flux' }> =>
  typeof objet === 'object' && objet !== null && objet.genre === 'flux';

/** One writing a dictionary, whatever the order of its keys. */
const ecrireEntrees = (entrees: Entrees): string =>
  ecrireObjet(dictionnaire([...entrees].toSorted(([a], [b]) => (a < b ? -1 : 1))));

/** Whether an object says the same in both files; a stream, to the byte. */
export function estMeme(a: Objet, b: Objet, avant: FichierPdf, apres: FichierPdf): boolean {
  if (estFlux(a) || estFlux(b)) {
    if (!estFlux(a) || !estFlux(b)) return false;
    const contenu = contenuBrut(avant, a);
    return (
      contenu !== null &&
      contenu === contenuBrut(apres, b) &&
      ecrireEntrees(a.entrees) === ecrireEntrees(b.entrees)
    );
  }
  return ecrireObjet(a) === ecrireObjet(b);
}

const ecrit = (objet: Objet | undefined): string =>
  objet === undefined ? '' : estFlux(objet) ? 'flux' : ecrireObjet(objet);

/** The keys whose values, as written, differ from one dictionary to the other. */
export function clesChangees(avant: Entrees, apres: Entrees): readonly string[] {
  const cles = new Set([...avant.keys(), ...apres.keys()]);
  return [...cles].filter((cle) => ecrit(avant.get(cle)) !== ecrit(apres.get(cle)));
}
