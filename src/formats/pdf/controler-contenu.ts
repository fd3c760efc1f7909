import type { Defaut } from '#base/defaut.ts';
import { type FichierPdf, elementsDe, entreesDe } from './lire.ts';
import { type Objet, nomDe } from './objets.ts';

type Place = { readonly entrees: ReadonlyMap<string, Objet>; readonly lieu: string };

/** Every dictionary of the file, those inside others included. */
function* dictionnaires(pdf: FichierPdf): Generator<Place> {
  for (const numero of pdf.positions.keys()) {
    const pile: Objet[] = [pdf.suivre({ genre: 'reference', numero, generation: 0 })];
    while (pile.length > 0) {
      const objet = pile.pop() ?? null;
      const entrees = entreesDe(objet);
      if (entrees.size > 0) yield { entrees, lieu: `objet ${numero}` };
      pile.push(...entrees.values(), ...elementsDe(objet));
    }
  }
}

const deType = (pdf: FichierPdf, type: string): Place[] =>
  [...dictionnaires(pdf)].filter(({ entrees }) => nomDe(entrees.get('Type')) === type);

/** ISO 19005-3 §6.2.11.4: every font is in the file; §6.2.11.7: its letters can be read back. */
export function polices(pdf: FichierPdf): readonly Defaut[] {
  return deType(pdf, 'Font').flatMap(({ entrees, lieu }) => {
    const genre = nomDe(entrees.get('Subtype'));
    const nom = nomDe(entrees.get('BaseFont')) ?? 'sans nom';
    const defauts: Defaut[] = [];
    if (genre === 'Type0' && !entrees.has('ToUnicode')) {
      defauts.push({
        pointeur: lieu,
        phrase: `Le texte de la police « ${nom} » ne peut être ni lu à voix haute ni copié (ToUnicode).`,
      });
    }
    if (genre === 'Type0' || genre === 'Type3') return defauts;
    const descripteur = entreesDe(pdf.suivre(entrees.get('FontDescriptor')));
    const dedans = ['FontFile', 'FontFile2', 'FontFile3'].some((cle) => descripteur.has(cle));
    if (!dedans) {
      defauts.push({
        pointeur: lieu,
        phrase: `La police « ${nom} » n’est pas contenue dans le fichier.`,
      });
    }
    return defauts;
  });
}

const ACTIONS_INTERDITES = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript'.split(
    ' ',
  ),
);

/** ISO 19005-3 §6.5: nothing runs, nothing is triggered. */
export function actions(pdf: FichierPdf): readonly Defaut[] {
  return [...dictionnaires(pdf)].flatMap(({ entrees, lieu }) => {
    const action = nomDe(entrees.get('S'));
    const estAction = nomDe(entrees.get('Type')) === 'Action' || entrees.has('JS');
    if ((estAction && action !== null && ACTIONS_INTERDITES.has(action)) || entrees.has('JS')) {
      return [
        { pointeur: lieu, phrase: `Une action « ${action ?? 'JavaScript'} » est interdite.` },
      ];
    }
    if (entrees.has('AA') || entrees.has('JavaScript') || entrees.has('XFA')) {
      return [
        {
          pointeur: lieu,
          phrase: 'Un script ou un déclencheur (AA, JavaScript, XFA) est interdit.',
        },
      ];
    }
    return [];
  });
}

/** ISO 19005-3 §6.1.7: streams are here, in a filter anyone may use. */
export function flux(pdf: FichierPdf): readonly Defaut[] {
  return [...pdf.positions.keys()].flatMap((numero) => {
    const objet = pdf.suivre({ genre: 'reference', numero, generation: 0 });
    if (typeof objet !== 'object' || objet === null || objet.genre !== 'flux') return [];
    const filtre = pdf.suivre(objet.entrees.get('Filter'));
    const filtres = [nomDe(filtre), ...elementsDe(filtre).map(nomDe)];
    const interdit = filtres.find((f) => f === 'LZWDecode' || f === 'Crypt');
    if (interdit !== undefined) {
      return [{ pointeur: `objet ${numero}`, phrase: `Le filtre ${interdit} est interdit.` }];
    }
    return objet.entrees.has('F')
      ? [{ pointeur: `objet ${numero}`, phrase: 'Un flux renvoie à un fichier extérieur.' }]
      : [];
  });
}

const IMPRIMABLE = 4;
const CACHEE = 1 | 2 | 32;

/**
 * The invisible field of a signature lies outside the page: such an annotation is exempt from the
 * tree of tags (ISO 14289-1 §7.18.1). Our pages begin at 0, 0.
 */
function horsDeLaPage(entrees: ReadonlyMap<string, Objet>): boolean {
  const [, , droite, haut] = elementsDe(entrees.get('Rect') ?? null);
  return (
    nomDe(entrees.get('Subtype')) === 'Widget' &&
    typeof droite === 'number' &&
    typeof haut === 'number' &&
    (droite < 0 || haut < 0)
  );
}

/** One annotation: visible, printable, told to who cannot see it (§6.3 and ISO 14289-1 §7.18). */
function annotation(entrees: ReadonlyMap<string, Objet>, lieu: string): readonly Defaut[] {
  const defauts: Defaut[] = [];
  const genre = nomDe(entrees.get('Subtype'));
  const drapeaux = entrees.get('F');
  const f = typeof drapeaux === 'number' ? drapeaux : 0;
  if (genre === 'Popup') return [];
  if ((f & IMPRIMABLE) === 0 || (f & CACHEE) !== 0) {
    defauts.push({ pointeur: lieu, phrase: 'Une annotation est cachée ou ne s’imprime pas (F).' });
  }
  if (!entrees.has('StructParent') && !horsDeLaPage(entrees)) {
    defauts.push({ pointeur: lieu, phrase: 'Une annotation n’est pas dans l’arbre des balises.' });
  }
  if (genre === 'Link' && !entrees.has('Contents')) {
    defauts.push({ pointeur: lieu, phrase: 'Un lien n’a pas de description (Contents).' });
  }
  return defauts;
}

/** Annotations, and the order of tabulation of the pages that hold some (ISO 14289-1 §7.18.3). */
export function annotations(pdf: FichierPdf): readonly Defaut[] {
  return deType(pdf, 'Page').flatMap(({ entrees, lieu }) => {
    const defauts: Defaut[] = [];
    const notes = elementsDe(pdf.suivre(entrees.get('Annots')));
    if (notes.length > 0 && nomDe(entrees.get('Tabs')) !== 'S') {
      defauts.push({
        pointeur: lieu,
        phrase: 'Une page à annotations ne suit pas l’ordre des balises (Tabs /S).',
      });
    }
    if (!entrees.has('StructParents')) {
      defauts.push({ pointeur: lieu, phrase: 'Le contenu d’une page n’est pas balisé.' });
    }
    return [...defauts, ...notes.flatMap((n) => annotation(entreesDe(pdf.suivre(n)), lieu))];
  });
}

/** ISO 19005-3 §6.8: what is embedded says what it is, and how it bears on the document. */
export function pieces(pdf: FichierPdf): readonly Defaut[] {
  const catalogue = entreesDe(pdf.suivre(pdf.trailer.entrees.get('Root')));
  const associes = elementsDe(pdf.suivre(catalogue.get('AF'))).map((e) => entreesDe(pdf.suivre(e)));
  const specifications = [...dictionnaires(pdf)].filter(({ entrees }) => entrees.has('EF'));
  return specifications.flatMap(({ entrees, lieu }) => {
    const defaut = (phrase: string): Defaut => ({ pointeur: lieu, phrase });
    const defauts: Defaut[] = [];
    if (nomDe(entrees.get('AFRelationship')) === null) {
      defauts.push(defaut('Une pièce embarquée ne dit pas son lien au document (AFRelationship).'));
    }
    if (!entrees.has('F') || !entrees.has('UF')) {
      defauts.push(defaut('Une pièce embarquée n’a pas de nom (F et UF).'));
    }
    if (!associes.includes(entrees)) {
      defauts.push(defaut('Une pièce embarquée n’est pas associée au document (AF).'));
    }
    const contenu = entreesDe(pdf.suivre(entreesDe(pdf.suivre(entrees.get('EF'))).get('F')));
    if (nomDe(contenu.get('Subtype')) === null) {
      defauts.push(defaut('Une pièce embarquée ne dit pas son type (Subtype).'));
    }
    return defauts;
  });
}
