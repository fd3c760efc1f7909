import { type Flux, Lecteur, type Objet, SyntaxePdf, nomDe } from './objets.ts';
import { enLatin1 } from './octets.ts';

/** Reads the object of that rank, which must bear that number. Throws a located `SyntaxePdf`. */
export type ListeDObjets = (rang: number, numero: number) => Objet;

/** Whether something is a list of objects or a table of them: what carries the document, not it. */
export const estMachinerie = (objet: Objet): boolean =>
  typeof objet === 'object' &&
  objet !== null &&
  objet.genre === 'flux' &&
  ['ObjStm', 'XRef'].includes(nomDe(objet.entrees.get('Type')) ?? '');

/** Software puts a few hundred objects in a list. */
const OBJETS = 200_000;

function entierDe(objet: Objet, max: number, ou: number): number {
  if (typeof objet !== 'number' || !Number.isInteger(objet) || objet < 0 || objet > max) {
    throw new SyntaxePdf(ou, 'une liste d’objets mal comptée');
  }
  return objet;
}

/**
 * Opens a list of objects kept in one stream (ISO 32000-1 §7.5.7), once inflated. One that gives a
 * number twice is refused: some readers find an object by its rank, others by its number.
 */
export function lireLaListe(
  { entrees, debut: ou }: Flux,
  clair: Uint8Array,
  suivre: (objet: Objet | undefined) => Objet,
): ListeDObjets {
  if (nomDe(suivre(entrees.get('Type'))) !== 'ObjStm') {
    throw new SyntaxePdf(ou, 'une liste d’objets attendue');
  }
  const texte = enLatin1(clair);
  const nombre = entierDe(suivre(entrees.get('N')), OBJETS, ou);
  const debut = entierDe(suivre(entrees.get('First')), texte.length, ou);
  const entete = new Lecteur(texte.slice(0, debut), 0);
  const rangs: { readonly numero: number; readonly position: number }[] = [];
  const vus = new Set<number>();
  const lire = (): number => {
    try {
      return entete.entier();
    } catch {
      throw new SyntaxePdf(ou, 'une liste d’objets mal comptée');
    }
  };
  for (let i = 0; i < nombre; i += 1) {
    const numero = lire();
    rangs.push({ numero, position: debut + lire() });
    if (vus.has(numero))
      throw new SyntaxePdf(ou, `l’objet ${numero} donné deux fois dans une liste`);
    vus.add(numero);
  }
  return (rang, numero) => {
    const place = rangs[rang];
    if (place?.numero !== numero) {
      throw new SyntaxePdf(ou, `l’objet ${numero} attendu dans une liste, un autre trouvé`);
    }
    try {
      return new Lecteur(texte, place.position).objet();
    } catch (faute) {
      // The reader tells a place in the list; what is wanted is a place in the file.
      if (faute instanceof SyntaxePdf) throw new SyntaxePdf(ou, faute.message);
      throw faute;
    }
  };
}
