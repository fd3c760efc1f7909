import { never } from '#base/assert.ts';
import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';

/** What must come with the notice: a note, a report (département, région), or nothing. */
export type PieceRequise = 'note' | 'rapport' | 'aucune';

const TOUS_LES_EPCI = jour('2020-03-01');

/**
 * L2121-12 al. 1: a note from 3 500 inhabitants, and in every EPCI since March 2020 (L5211-1);
 * L3121-19 and L4132-18: a report on each item. Null when only its own statute can tell, or when
 * an EPCI of before 2020 depended on its largest member.
 */
export function pieceRequise(regime: RegimeMinimal, le: Jour): PieceRequise | null {
  switch (regime.genre) {
    case 'autre':
      return null;
    case 'departement':
    case 'region':
      return 'rapport';
    case 'epci':
      if (le >= TOUS_LES_EPCI) return 'note';
      if (regime.population === undefined) return null;
      return regime.population >= 3_500 ? 'note' : 'aucune';
    case 'commune':
      return atteintLeSeuil('note-de-synthese', regime.population, le) ? 'note' : 'aucune';
    default:
      return never(regime, 'pieceRequise');
  }
}

/** What came with the notice about one item; null when the facts do not tell. */
export type PieceDeLAffaire = {
  readonly affaire: string;
  readonly note: boolean | null;
  /** A draft whose explanatory statement says enough stands for the note. */
  readonly exposeDesMotifs: boolean | null;
  /** Sent with the notice, not later. */
  readonly avecLaConvocation: boolean | null;
};

/** A note, or a sufficient statement, sent with the notice; null when that is not known. */
export function noteSuffisante(piece: Omit<PieceDeLAffaire, 'affaire'>): boolean | null {
  const { note, exposeDesMotifs, avecLaConvocation } = piece;
  if (avecLaConvocation === false || (note === false && exposeDesMotifs === false)) return false;
  return (note === true || exposeDesMotifs === true) && avecLaConvocation === true ? true : null;
}

/** Whether every item came with what explains it (R-NOTE-01). */
export function constatDeNote(
  regime: RegimeMinimal,
  le: Jour,
  pieces: readonly PieceDeLAffaire[],
): Constat {
  const requise = pieceRequise(regime, le);
  const avec = (valeur: boolean | null): readonly string[] =>
    pieces.filter((piece) => noteSuffisante(piece) === valeur).map(({ affaire }) => affaire);
  const [manquantes, inconnues] = [avec(false), avec(null)];
  const conforme =
    requise === 'aucune'
      ? true
      : manquantes.length > 0
        ? requise === null
          ? null
          : false
        : inconnues.length > 0 || requise === null
          ? null
          : true;
  return {
    regle: regle('R-NOTE-01'),
    conforme,
    phrase: phraseDeNote(requise, { manquantes, inconnues }),
    queFaire:
      conforme === true
        ? null
        : 'Joignez à la convocation, pour chaque affaire, une note qui explique le projet, et gardez-en la preuve.',
    faits: {
      requise,
      affaires: pieces.length,
      manquantes: manquantes.length,
      inconnues: inconnues.length,
    },
  };
}

function phraseDeNote(
  requise: PieceRequise | null,
  compte: {
    readonly manquantes: readonly string[];
    readonly inconnues: readonly string[];
  },
): string {
  if (requise === 'aucune') {
    return 'Sous 3 500 habitants, la note explicative de synthèse n’est pas obligatoire.';
  }
  const piece = requise === 'rapport' ? 'un rapport' : 'une note explicative de synthèse';
  if (compte.manquantes.length > 0) {
    return `Il manque ${piece}, envoyé${requise === 'rapport' ? '' : 'e'} avec la convocation, pour : ${enumerer(compte.manquantes)}.`;
  }
  if (compte.inconnues.length > 0) {
    return `Rien ne dit si ${piece} est parti${requise === 'rapport' ? '' : 'e'} avec la convocation pour : ${enumerer(compte.inconnues)}.`;
  }
  return requise === null
    ? 'Le statut propre de l’assemblée dit si une note est obligatoire.'
    : `Chaque affaire est accompagnée, dès la convocation, d’${piece}.`;
}
