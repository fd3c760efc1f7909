import { type FichierPdf, contenuBrut } from '../pdf/lire.ts';
import { type Objet, dictionnaire, ecrireObjet } from '../pdf/objets.ts';
import type { Entrees } from './champs.ts';

/** Whether an object carries bytes of its own. */
export const estFlux = (objet: Objet): objet is Extract<Objet, { genre: 'flux' }> =>
  typeof objet === 'object' && objet !== null && objet.genre === 'flux';

const trier = (entrees: Entrees): readonly (readonly [string, Objet])[] =>
  [...entrees]
    .map(([cle, valeur]) => [cle, range(valeur)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The same object with its keys in order, at every depth: software shuffles them when it saves. */
function range(objet: Objet): Objet {
  if (typeof objet !== 'object' || objet === null) return objet;
  if (objet.genre === 'dictionnaire') return dictionnaire(trier(objet.entrees));
  return objet.genre === 'tableau'
    ? { genre: 'tableau', elements: objet.elements.map(range) }
    : objet;
}

/** One writing an object, whatever the order of its keys; two objects that say the same share it. */
export const forme = (objet: Objet): string => ecrireObjet(range(objet));

const ecrireEntrees = (entrees: Entrees): string => forme(dictionnaire(entrees));

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
  return forme(a) === forme(b);
}

const ecrit = (objet: Objet | undefined): string =>
  objet === undefined ? '' : estFlux(objet) ? 'flux' : forme(objet);

/** The keys whose values, as written, differ from one dictionary to the other. */
export function clesChangees(avant: Entrees, apres: Entrees): readonly string[] {
  const cles = new Set([...avant.keys(), ...apres.keys()]);
  return [...cles].filter((cle) => ecrit(avant.get(cle)) !== ecrit(apres.get(cle)));
}
