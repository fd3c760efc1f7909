import type { FichierPdf } from '../pdf/lire.ts';
import type { Objet } from '../pdf/objets.ts';
import { catalogueDe } from './champs.ts';
import { renvoisDe } from './nommer.ts';

const renvoi = (numero: number): Objet => ({ genre: 'reference', numero, generation: 0 });

/** Everything an object leads to. */
export function sousArbre(pdf: FichierPdf, racines: Iterable<Objet>): ReadonlySet<number> {
  const vus = new Set<number>();
  const pile = [...racines].flatMap(renvoisDe);
  while (pile.length > 0) {
    const numero = pile.pop() ?? -1;
    if (vus.has(numero)) continue;
    vus.add(numero);
    pile.push(...renvoisDe(pdf.suivre(renvoi(numero))));
  }
  return vus;
}

/** What the document itself is made of: whatever else also names it, it never changes. */
export const documentDe = (pdf: FichierPdf): ReadonlySet<number> =>
  sousArbre(
    pdf,
    [...catalogueDe(pdf)].flatMap(([cle, valeur]) =>
      cle === 'DSS' || cle === 'Metadata' ? [] : [valeur],
    ),
  );

/** Numbers the old version names without having them: filling one would change what it shows. */
export function trous(pdf: FichierPdf): ReadonlySet<number> {
  const manquants = new Set<number>();
  for (const numero of pdf.positions.keys()) {
    for (const vise of renvoisDe(pdf.suivre(renvoi(numero)))) {
      if (!pdf.positions.has(vise)) manquants.add(vise);
    }
  }
  return manquants;
}
