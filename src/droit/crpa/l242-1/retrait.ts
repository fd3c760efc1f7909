import { type Jour, ajouterMois, enToutesLettres } from '#base/jour.ts';
import { regleDeComplement } from '../../catalogue/complements.ts';
import type { Constat } from '../../constat.ts';

/** Why an act is withdrawn or repealed; `autre`: the act is lawful, the council thinks otherwise. */
export type MotifDeRetrait =
  | 'illegalite'
  | 'condition-non-remplie'
  | 'subvention-non-respectee'
  | 'demande-du-beneficiaire'
  | 'autre';

/** The end of an act: as if it had never been (retrait), or for the future (abrogation). */
export type FinDUnActe = {
  readonly genre: 'retrait' | 'abrogation';
  /** Day the act was taken. */
  readonly priseLe: Jour;
  /** Day of the decision that ends it. */
  readonly le: Jour;
  /** Null when nobody told. */
  readonly creatriceDeDroits: boolean | null;
  readonly motif: MotifDeRetrait | null;
};

const MOIS = 4;

/**
 * Last day to withdraw an unlawful act (CRPA L242-1, L243-3): four months after it was taken. Told
 * without a clear day and without roll-over, the careful reading.
 */
export const limiteDeRetrait = (priseLe: Jour): Jour => ajouterMois(priseLe, MOIS);

const aTemps = ({ priseLe, le }: FinDUnActe): boolean => le <= limiteDeRetrait(priseLe);

/** CRPA L242-1, L242-2: the act creates rights. */
function creatrice(f: FinDUnActe): boolean | null {
  if (f.motif === null || f.motif === 'demande-du-beneficiaire') return null;
  if (f.motif === 'illegalite') return aTemps(f);
  if (f.motif === 'condition-non-remplie') return f.genre === 'abrogation';
  return f.motif === 'subvention-non-respectee' && f.genre === 'retrait';
}

/** CRPA L243-1, L243-3: general rules, or an act that creates no right. */
function nonCreatrice(f: FinDUnActe): boolean | null {
  if (f.genre === 'abrogation') return true;
  if (!aTemps(f)) return false;
  return f.motif === null ? null : f.motif === 'illegalite';
}

/**
 * Whether the act could be withdrawn or repealed that day for that reason. Null when the facts do
 * not tell: whether it creates rights, why it ends; or at the request of whom it profits (L242-4).
 */
export function finReguliere(f: FinDUnActe): boolean | null {
  if (f.creatriceDeDroits === true) return creatrice(f);
  if (f.creatriceDeDroits === false) return nonCreatrice(f);
  const selonLeCas = [creatrice(f), nonCreatrice(f)];
  return selonLeCas.every((c) => c === true)
    ? true
    : selonLeCas.every((c) => c === false)
      ? false
      : null;
}

const GENRES = { retrait: 'retiré', abrogation: 'abrogé' } as const;

function conclusion(f: FinDUnActe, regulier: boolean | null): string {
  const limite = enToutesLettres(limiteDeRetrait(f.priseLe));
  if (regulier === true) return 'La loi le permet.';
  if (regulier === false) {
    return f.motif === 'illegalite' && !aTemps(f)
      ? `Même illégal, il ne pouvait plus l’être après le ${limite}, quatre mois après la décision.`
      : `La loi ne le permet que si l’acte est illégal, et jusqu’au ${limite} ; les exceptions ne sont pas réunies.`;
  }
  return `Reste à vérifier : la loi demande en principe que l’acte soit illégal, et ne laisse que jusqu’au ${limite}.`;
}

/** R-RETR-01, R-RETR-02: whether an act was withdrawn or repealed as the law allows. */
export function constatDeFin(f: FinDUnActe): Constat {
  const regulier = finReguliere(f);
  return {
    regle: regleDeComplement(f.creatriceDeDroits === false ? 'R-RETR-02' : 'R-RETR-01'),
    conforme: regulier,
    phrase: `L’acte a été ${GENRES[f.genre]} le ${enToutesLettres(f.le)}. ${conclusion(f, regulier)}`,
    queFaire:
      regulier === true
        ? null
        : regulier === null
          ? 'Notez si l’acte créait des droits, et pourquoi il est retiré ou abrogé.'
          : 'Faites relire cette décision avant de l’appliquer : elle peut être annulée.',
    faits: {
      genre: f.genre,
      priseLe: f.priseLe,
      le: f.le,
      limite: limiteDeRetrait(f.priseLe),
      creatriceDeDroits: f.creatriceDeDroits,
      motif: f.motif,
    },
  };
}
