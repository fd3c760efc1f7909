import { never } from '#base/assert.ts';
import type { Affaire } from '#conseil/affaire.ts';
import type { BlocDeTexte, Passage, Texte } from '#conseil/texte.ts';
import type { Bloc, Fragment, Ligne } from '../document/document.ts';

/** What a line is made of: plain words, a marked run, or a whole line. */
export type Morceau = string | Fragment | Ligne;

const fragments = (morceau: Morceau): Ligne => {
  if (typeof morceau === 'string') return morceau === '' ? [] : [{ texte: morceau }];
  return 'texte' in morceau ? [morceau] : morceau;
};

/** Puts words, names and marked runs on one line. */
export const ligne = (...morceaux: readonly Morceau[]): Ligne => morceaux.flatMap(fragments);

export const gras = (texte: string): Fragment => ({ texte, gras: true });
export const italique = (texte: string): Fragment => ({ texte, italique: true });

export const paragraphe = (...morceaux: readonly Morceau[]): Bloc => ({
  genre: 'paragraphe',
  ligne: ligne(...morceaux),
});

export const centre = (...morceaux: readonly Morceau[]): Bloc => ({
  genre: 'paragraphe',
  ligne: ligne(...morceaux),
  alignement: 'centre',
});

export const titre = (niveau: 1 | 2 | 3 | 4, texte: string): Bloc => ({
  genre: 'titre',
  niveau,
  texte,
});

type Niveau = 1 | 2 | 3 | 4;

/** One level down for each level; the fourth is the last. */
const DESSOUS: { readonly [n in Niveau]: Niveau } = { 1: 2, 2: 3, 3: 4, 4: 4 };

/** Headings go one level down: for blocks set under a heading of level 2. */
export const abaisser = (blocs: readonly Bloc[]): readonly Bloc[] =>
  blocs.map((bloc) => (bloc.genre === 'titre' ? titre(DESSOUS[bloc.niveau], bloc.texte) : bloc));

export const liste = (elements: readonly Ligne[], ordonnee = false): Bloc => ({
  genre: 'liste',
  ordonnee,
  elements,
});

export const encadre = (
  ton: 'neutre' | 'attention',
  titreDuCadre: string | null,
  blocs: readonly Bloc[],
): Bloc => ({ genre: 'encadre', ton, titre: titreDuCadre, blocs });

export const SAUT: Bloc = { genre: 'saut-de-page' };

/** A term and its value, left out altogether when nobody told the value. */
export type Paire = readonly [terme: string, valeur: Morceau | null];

/** Terms and values; those without a value are not printed, and none at all prints nothing. */
export function paires(...toutes: readonly Paire[]): readonly Bloc[] {
  const dites = toutes.flatMap(([terme, valeur]) =>
    valeur === null ? [] : [{ terme, valeur: ligne(valeur) }],
  );
  return dites.length === 0 ? [] : [{ genre: 'paires', paires: dites }];
}

/** Sets lines one after another: « a, b et c », or all with the same link. */
export const enumerer = (lignes: readonly Ligne[], lien = ', ', dernier = lien): Ligne =>
  lignes.flatMap((une, i) => {
    if (i === 0) return une;
    return [{ texte: i === lignes.length - 1 ? dernier : lien }, ...une];
  });

const dePassages = (passages: readonly Passage[]): Ligne =>
  passages.map(({ texte, gras: enGras, italique: enItalique, exposant }) => ({
    texte,
    ...(enGras === true && { gras: true }),
    ...(enItalique === true && { italique: true }),
    ...(exposant === true && { exposant: true }),
  }));

function deBlocDeTexte(bloc: BlocDeTexte): Bloc {
  switch (bloc.genre) {
    case 'titre':
      // A report stands below « Rapport », itself of the second level.
      return titre(bloc.niveau === 1 ? 3 : 4, bloc.texte);
    case 'paragraphe':
      return { genre: 'paragraphe', ligne: dePassages(bloc.passages), alignement: 'justifie' };
    case 'liste':
      return liste(bloc.elements.map(dePassages), bloc.ordonnee);
    case 'tableau':
      return {
        genre: 'tableau',
        legende: bloc.legende,
        colonnes: bloc.colonnes.map((nom) => ({ titre: nom })),
        lignes: bloc.lignes.map((cellules) => cellules.map((cellule) => ligne(cellule))),
      };
    default:
      return never(bloc, 'deBlocDeTexte');
  }
}

/** The text a drafter wrote, ready to print, word for word. */
export const deTexte = (texte: Texte): readonly Bloc[] => texte.map(deBlocDeTexte);

/** The operative part: the sentence that leads to it, then each point behind its verb. */
export function deDispositif({ formule, dispositif }: Affaire): readonly Bloc[] {
  if (dispositif.length === 0) return formule === null ? [] : [paragraphe(formule)];
  return [
    ...(formule === null ? [] : [paragraphe(formule)]),
    liste(
      dispositif.map(({ verbe, passages }) => ligne(gras(verbe), ' ', dePassages(passages))),
      dispositif.length > 1,
    ),
  ];
}
