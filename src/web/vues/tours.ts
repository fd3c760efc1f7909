import type { SuiviDAffaire } from '#conseil/seance/etat.ts';
import { t } from './mots.ts';

/** The rounds of an appointment, a candidate a row and a round a column. */
export type VueDesTours = {
  /** « 1er tour ». */
  readonly tours: readonly string[];
  readonly candidats: readonly {
    readonly nom: string;
    readonly elu: boolean;
    /** Null in a round where nobody stood under that name. */
    readonly voix: readonly (number | null)[];
  }[];
  readonly exprimes: readonly number[];
  /** « 10 »; « la plus forte » in the third round, where the relative majority is enough. */
  readonly majorite: readonly string[];
  /** How it ended, in one sentence. */
  readonly fin: string;
};

const rang = (tour: number): string => (tour === 1 ? '1er' : `${tour}e`);

/** Null when the item was no appointment. L2121-21: two rounds, a third, and age in a tie. */
export function vueDesTours({ tours }: SuiviDAffaire): VueDesTours | null {
  const dernier = tours.at(-1);
  if (dernier === undefined) return null;
  const noms = new Set(tours.flatMap(({ fait }) => fait.candidats.map(({ nom }) => nom)));
  const { fait, elu } = dernier;
  const premier = Math.max(0, ...fait.candidats.map(({ voix }) => voix));
  const egalite = fait.candidats.filter(({ voix }) => voix === premier).length > 1;
  const age = egalite ? ' À égalité de voix, l’âge l’emporte.' : '';
  return {
    tours: tours.map((tour) => t(`${rang(tour.fait.tour)} tour`)),
    candidats: Array.from(noms, (nom) => ({
      nom: t(nom),
      elu: nom === elu,
      voix: tours.map((tour) => tour.fait.candidats.find((c) => c.nom === nom)?.voix ?? null),
    })),
    exprimes: tours.map(({ suffragesExprimes }) => suffragesExprimes),
    majorite: tours.map((tour) => (tour.fait.tour < 3 ? `${tour.majorite}` : 'relative')),
    fin: t(
      elu === null
        ? `Personne n’est élu au ${rang(fait.tour)} tour.`
        : `Élection de ${elu} au ${rang(fait.tour)} tour.${age}`,
    ),
  };
}
