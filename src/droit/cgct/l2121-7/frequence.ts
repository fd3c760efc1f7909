import type { Jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import type { Genre } from '../../regime.ts';
import { regle } from '../../regles.ts';
import { type Cadence, type Tranche, trancheDe, tranches } from '../../temps/periodes.ts';

/** Meetings held over a span of days. */
export type FaitsDeFrequence = {
  readonly genre: Genre;
  /** A syndicat formed for one work or one service only (L5211-11): once a half-year. */
  readonly syndicatAObjetUnique: boolean;
  readonly seances: readonly Jour[];
  readonly du: Jour;
  readonly au: Jour;
};

/** L2121-7 al. 1, L5211-11 al. 1, L3121-9 al. 1, L4132-8: how often, at least, in months. */
export const cadence = (genre: Genre, syndicatAObjetUnique: boolean): Cadence =>
  genre === 'epci' && syndicatAObjetUnique ? 6 : 3;

/** The quarters (half-years) of the span without any meeting. */
export function tranchesSansReunion(faits: FaitsDeFrequence): readonly Tranche[] {
  const pas = cadence(faits.genre, faits.syndicatAObjetUnique);
  const tenues = faits.seances.map((le) => trancheDe(le, pas));
  return tranches(faits.du, faits.au, pas).filter(
    (t) => !tenues.some(({ annee, rang }) => annee === t.annee && rang === t.rang),
  );
}

/** Whether the assembly met often enough (R-SEAN-01, R-SEAN-03): no clear sanction exists. */
export function constatDeFrequence(faits: FaitsDeFrequence): Constat {
  const vides = tranchesSansReunion(faits);
  const mot = cadence(faits.genre, faits.syndicatAObjetUnique) === 3 ? 'trimestre' : 'semestre';
  const noms = vides.map(({ annee, rang }) => `${rang === 1 ? '1er' : `${rang}e`} ${mot} ${annee}`);
  return {
    regle: regle(faits.genre === 'commune' ? 'R-SEAN-01' : 'R-SEAN-03'),
    conforme: vides.length === 0,
    phrase:
      vides.length === 0
        ? `L’assemblée s’est réunie au moins une fois par ${mot}.`
        : `Aucune réunion : ${enumerer(noms)}. La loi en veut une par ${mot}.`,
    queFaire: vides.length === 0 ? null : `Prévoyez une réunion à chaque ${mot}.`,
    faits: { reunions: faits.seances.length, sansReunion: vides.length },
  };
}
