import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/** Who chaired an item; null: the facts do not tell. */
export type FaitsDePresidence = {
  /** The mayor (president), the one who replaces them in order, or a chair elected for the item. */
  readonly president: 'maire' | 'remplacant' | 'elu-pour-l-affaire' | 'autre' | null;
  readonly compteAdministratif: boolean;
  /** For the administrative account: the mayor took part in the vote. */
  readonly maireAVote: boolean | null;
};

function juger({ president, compteAdministratif, maireAVote }: FaitsDePresidence): boolean | null {
  if (!compteAdministratif) return president === null ? null : president !== 'autre';
  if (president === 'maire' || maireAVote === true) return false;
  return president === null || maireAVote === null ? null : president === 'elu-pour-l-affaire';
}

function phrase(faits: FaitsDePresidence, conforme: boolean | null): string {
  if (faits.compteAdministratif) {
    if (conforme === true) {
      return 'Un président élu pour le compte administratif a conduit le débat, et le maire n’a pas voté.';
    }
    return faits.maireAVote === true
      ? 'Le maire a voté sur son compte administratif : il devait se retirer au moment du vote.'
      : 'Pour le compte administratif, le conseil élit un autre président que le maire, et le maire se retire au moment du vote.';
  }
  const phrases = {
    maire: 'La séance est présidée par le maire ou le président.',
    remplacant: 'La séance est présidée par celui qui remplace le maire, dans l’ordre du tableau.',
    'elu-pour-l-affaire': 'Un président a été élu pour cette affaire.',
    autre:
      'La séance est présidée par un membre qui ne remplace pas le maire dans l’ordre du tableau.',
  };
  return faits.president === null
    ? 'Le président de la séance n’est pas connu.'
    : phrases[faits.president];
}

/** Whether the chair was held by the right person (R-PRES-01). */
export function constatDePresidence(faits: FaitsDePresidence): Constat {
  const conforme = juger(faits);
  return {
    regle: regle('R-PRES-01'),
    conforme,
    phrase: phrase(faits, conforme),
    queFaire:
      conforme === true
        ? null
        : faits.compteAdministratif
          ? 'Faites élire un président pour cette affaire et notez la sortie du maire avant le vote.'
          : 'Donnez la présidence au maire, à défaut à l’adjoint qui le remplace, dans l’ordre des nominations.',
    faits: { ...faits },
  };
}
