import type { Defaut } from '#base/defaut.ts';
import { type FichierPdf, elementsDe, entreesDe } from './lire.ts';
import { type Objet, nomDe } from './objets.ts';

/** The standard structure types (ISO 32000-1 §14.8.4): a reader knows no other. */
const TYPES = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

type Noeud = {
  readonly type: string;
  readonly entrees: ReadonlyMap<string, Objet>;
  readonly lieu: string;
};

const nonVide = (objet: Objet | undefined): boolean =>
  typeof objet === 'object' && objet !== null && objet.genre === 'chaine' && objet.octets !== '';

/** The elements of the tree in reading order, types resolved through the role map. */
function* parcourir(pdf: FichierPdf, racine: ReadonlyMap<string, Objet>): Generator<Noeud> {
  const roles = entreesDe(pdf.suivre(racine.get('RoleMap')));
  const enfants = (k: Objet | undefined): readonly Objet[] => {
    const direct = pdf.suivre(k);
    return typeof direct === 'object' && direct !== null && direct.genre === 'tableau'
      ? direct.elements
      : [k ?? null];
  };
  const pile: Objet[] = enfants(racine.get('K')).toReversed();
  const vus = new Set<number>();
  while (pile.length > 0) {
    const objet = pile.pop() ?? null;
    const numero =
      typeof objet === 'object' && objet !== null && objet.genre === 'reference'
        ? objet.numero
        : -1;
    // An element met twice would make a ring, which a reader could not leave.
    if (numero >= 0 && vus.has(numero)) continue;
    vus.add(numero);
    const entrees = entreesDe(pdf.suivre(objet));
    const type = nomDe(entrees.get('S'));
    if (type === null) continue;
    yield { type: standard(type, roles), entrees, lieu: `objet ${numero}` };
    pile.push(...enfants(entrees.get('K')).toReversed());
  }
}

function standard(type: string, roles: ReadonlyMap<string, Objet>): string {
  let t = type;
  for (let bond = 0; bond < 8 && !TYPES.has(t); bond += 1) t = nomDe(roles.get(t)) ?? t;
  return t;
}

/** ISO 14289-1 §7.4.2: headings begin at the first level and skip none on the way down. */
function titres(noeuds: readonly Noeud[]): readonly Defaut[] {
  const defauts: Defaut[] = [];
  let precedent = 0;
  for (const { type, lieu } of noeuds) {
    const niveau = /^H[1-6]$/.test(type) ? Number(type[1]) : null;
    if (niveau === null) continue;
    if (niveau > precedent + 1) {
      defauts.push({
        pointeur: lieu,
        phrase: `Un intertitre de niveau ${niveau} suit un niveau ${precedent} : un niveau est sauté.`,
      });
    }
    precedent = niveau;
  }
  return defauts;
}

function tableaux(pdf: FichierPdf, noeuds: readonly Noeud[]): readonly Defaut[] {
  return noeuds
    .filter(({ type }) => type === 'Table')
    .filter(({ entrees }) => ![...parcourir(pdf, entrees)].some((n) => n.type === 'TH'))
    .map(({ lieu }) => ({ pointeur: lieu, phrase: 'Un tableau n’a aucune case d’en-tête (TH).' }));
}

/** ISO 14289-1 §7 and ISO 19005-3 §6.7: a complete tree, known types, texts for pictures. */
export function structure(pdf: FichierPdf): readonly Defaut[] {
  const catalogue = entreesDe(pdf.suivre(pdf.trailer.entrees.get('Root')));
  const racine = entreesDe(pdf.suivre(catalogue.get('StructTreeRoot')));
  const noeuds = [...parcourir(pdf, racine)];
  if (noeuds.length === 0 || !racine.has('ParentTree')) {
    return [{ pointeur: 'Root/StructTreeRoot', phrase: 'L’arbre des balises manque ou est vide.' }];
  }
  const inconnus = noeuds
    .filter(({ type }) => !TYPES.has(type))
    .map(({ type, lieu }) => ({
      pointeur: lieu,
      phrase: `La balise « ${type} » n’est pas une balise connue.`,
    }));
  const muettes = noeuds
    .filter(({ type }) => type === 'Figure' || type === 'Formula')
    .filter(({ entrees }) => !nonVide(entrees.get('Alt')) && !nonVide(entrees.get('ActualText')))
    .map(({ lieu }) => ({
      pointeur: lieu,
      phrase: 'Une figure n’a pas de texte de remplacement (Alt).',
    }));
  const vides = noeuds
    .filter(
      ({ type, entrees }) =>
        type === 'Figure' &&
        elementsDe(entrees.get('K') ?? null).length === 0 &&
        typeof entrees.get('K') !== 'number',
    )
    .map(({ lieu }) => ({ pointeur: lieu, phrase: 'Une figure ne contient rien à montrer.' }));
  return [...inconnus, ...muettes, ...vides, ...titres(noeuds), ...tableaux(pdf, noeuds)];
}
