import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';
import { majoriteAbsolue } from '../l2121-20/depouiller.ts';

/** One round of the election of the deputies by lists. */
export type TourDeListes = {
  readonly tour: 1 | 2 | 3;
  readonly suffragesExprimes: number;
  readonly listes: readonly {
    readonly nom: string;
    readonly voix: number;
    /** Mean age of its candidates, in years; null when not told. */
    readonly ageMoyen: number | null;
  }[];
};

/** First day of the general renewal from which the list ballot holds everywhere (loi 2025-444). */
const LISTE_PARTOUT: Jour = jour('2026-03-15');

/**
 * Whether deputies are elected by list: communes of 1 000 inhabitants and more (L2122-7-2), and
 * from the 2026 renewal smaller ones too (loi 2025-444, whose text was not read: certainty C).
 * A single deputy is elected as the mayor is (L2122-7-2 al. 3).
 */
export const adjointsElusParListe = (population: number, le: Jour, postes: number): boolean =>
  postes > 1 && (le >= LISTE_PARTOUT || atteintLeSeuil('liste-des-adjoints', population, le));

/**
 * The list elected at this round, whole (L2122-7-2): absolute majority in the first two rounds,
 * relative in the third, the highest mean age on a tie. Null when another round, or the ages, are
 * needed.
 */
export function listeElue(t: TourDeListes): string | null {
  const tete = Math.max(0, ...t.listes.map(({ voix }) => voix));
  const premieres = tete === 0 ? [] : t.listes.filter(({ voix }) => voix === tete);
  const [premiere] = premieres;
  if (premiere === undefined) return null;
  if (premieres.length === 1) {
    return t.tour === 3 || tete >= majoriteAbsolue(t.suffragesExprimes) ? premiere.nom : null;
  }
  if (t.tour < 3 || premieres.some(({ ageMoyen }) => ageMoyen === null)) return null;
  const plusAgees = premieres.toSorted((a, b) => (b.ageMoyen ?? 0) - (a.ageMoyen ?? 0));
  const [doyenne, suivante] = plusAgees;
  return doyenne === undefined || doyenne.ageMoyen === suivante?.ageMoyen ? null : doyenne.nom;
}

/** R-NOM-04: what a round of lists yields. */
export function constatDeListes(t: TourDeListes): Constat {
  const elue = listeElue(t);
  const majorite = majoriteAbsolue(t.suffragesExprimes);
  return {
    regle: regle('R-NOM-04'),
    conforme: elue === null && t.tour === 3 ? null : true,
    phrase:
      elue === null
        ? t.tour === 3
          ? 'Les listes sont à égalité au 3e tour : celle dont la moyenne d’âge est la plus élevée est élue, et les âges connus ne suffisent pas à le dire.'
          : `Aucune liste n’a la majorité absolue (${majorite} voix) au tour ${t.tour}.`
        : `La liste ${elue} est élue au tour ${t.tour}.`,
    queFaire:
      elue !== null
        ? null
        : t.tour === 3
          ? 'Notez la moyenne d’âge de chaque liste.'
          : `Procédez au ${t.tour + 1}e tour.`,
    faits: { tour: t.tour, suffragesExprimes: t.suffragesExprimes, majorite, elue },
  };
}
