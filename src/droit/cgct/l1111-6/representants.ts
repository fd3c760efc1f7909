import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import type { Genre } from '../../regime.ts';
import { regle } from '../../regles.ts';

/** Law 2022-217 art. 217. */
export const REPRESENTANTS_DEPUIS = jour('2022-02-23');

/** What the decision does for the outside body. */
export type NatureDeLaDecision =
  | 'contrat'
  | 'garantie'
  | 'aide'
  /** The vote of the budget, or a compulsory expense (L1612-15): never a reason to withdraw. */
  | 'budget'
  | 'depense-obligatoire'
  /** Anything else, such as asking the body for money: the collectivity is the beneficiary. */
  | 'autre';

/**
 * L1111-6 II: the representative whom the law sends to a body takes no part in giving it a public
 * contract, a loan guarantee or an aid; budget and compulsory expenses excepted.
 */
export const doitSAbstenir = (
  designeParLaLoi: boolean,
  nature: NatureDeLaDecision,
  le: Jour,
): boolean =>
  designeParLaLoi &&
  le >= REPRESENTANTS_DEPUIS &&
  (nature === 'contrat' || nature === 'garantie' || nature === 'aide');

const QUITTENT_LE_QUORUM: { readonly [g in Genre]: Jour } = {
  commune: jour('2022-02-23'),
  epci: jour('2022-02-23'),
  departement: jour('2025-12-24'),
  region: jour('2025-12-24'),
  autre: jour('2022-02-23'),
};

/**
 * From that day the representatives who must withdraw are no longer counted among the members in
 * office: L2131-11 (communes, EPCI), L3132-5 and L4142-5 (départements, régions).
 */
export const representantsDeduits = (genre: Genre, le: Jour): boolean =>
  le >= QUITTENT_LE_QUORUM[genre];

/** Whether the representatives who had to withdraw did (R-INT-02). */
export function constatDesRepresentants(faits: {
  readonly organisme: string;
  readonly nature: NatureDeLaDecision;
  readonly le: Jour;
  /** Representatives designated by law, with what they did; null: not told. */
  readonly representants: readonly {
    readonly membre: string;
    readonly aPrisPart: boolean | null;
  }[];
}): Constat {
  const { organisme, nature, le, representants } = faits;
  const obliges = doitSAbstenir(true, nature, le);
  const ou = (valeur: boolean | null): readonly string[] =>
    obliges ? representants.filter((r) => r.aPrisPart === valeur).map(({ membre }) => membre) : [];
  const [fautifs, inconnus] = [ou(true), ou(null)];
  const conforme = fautifs.length > 0 ? false : inconnus.length > 0 ? null : true;
  const phrase = !obliges
    ? `La décision ne donne ni contrat public, ni garantie, ni aide à l’organisme (${organisme}) : ceux qui y représentent la collectivité peuvent voter.`
    : fautifs.length > 0
      ? `Ce membre, que la loi fait siéger dans l’organisme (${organisme}), a pris part à une décision qui lui profite : ${enumerer(fautifs)}.`
      : inconnus.length > 0
        ? `Rien ne dit si ce représentant dans l’organisme (${organisme}) s’est retiré : ${enumerer(inconnus)}.`
        : `Les représentants dans l’organisme (${organisme}) n’ont pas pris part à la décision.`;
  return {
    regle: regle('R-INT-02'),
    conforme,
    phrase,
    queFaire:
      conforme === true
        ? null
        : `Avant l’affaire, faites sortir ceux qui représentent la collectivité dans l’organisme (${organisme}), et notez-le.`,
    faits: { organisme, nature, representants: representants.length, obliges },
  };
}
