import { never } from '#base/assert.ts';
import type { Bloc, DocumentImprime, Ligne } from './document.ts';

const deLigne = (ligne: Ligne): string => ligne.map(({ texte }) => texte).join('');

const deLignes = (lignes: readonly Ligne[]): readonly string[] => lignes.map(deLigne);

/** Every word of a block, one entry a line, in reading order. */
function deBloc(bloc: Bloc): readonly string[] {
  switch (bloc.genre) {
    case 'titre':
      return [bloc.texte];
    case 'paragraphe':
    case 'marge':
      return [deLigne(bloc.ligne)];
    case 'liste':
      return deLignes(bloc.elements);
    case 'tableau':
      return [
        ...(bloc.legende === null ? [] : [bloc.legende]),
        bloc.colonnes.map(({ titre }) => titre).join('\t'),
        ...bloc.lignes.map((cellules) => deLignes(cellules).join('\t')),
      ];
    case 'paires':
      return bloc.paires.map(({ terme, valeur }) => `${terme} : ${deLigne(valeur)}`);
    case 'encadre':
      return [...(bloc.titre === null ? [] : [bloc.titre]), ...bloc.blocs.flatMap(deBloc)];
    case 'signatures':
      return bloc.cadres.map(({ qualite, nom, mention }) =>
        [qualite, nom, ...(mention === null ? [] : [mention])].join('\n'),
      );
    case 'hemicycle':
      return [bloc.description];
    case 'filet':
    case 'saut-de-page':
      return [];
    default:
      return never(bloc, 'deBloc');
  }
}

/**
 * The words of a document without its layout: what tests, search and plain-text readers see.
 * One line a paragraph, cells set apart by tabs.
 */
export const texteDuDocument = (document: DocumentImprime): string =>
  [
    ...(document.enTete === null ? [] : [document.enTete]),
    ...document.blocs.flatMap(deBloc),
    ...(document.piedDePage === null ? [] : [document.piedDePage]),
  ].join('\n');
