import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';

/**
 * In a communauté de communes or d’agglomération, a commune with one seat has a substitute, who
 * sits when the member is away and the president was told: the pouvoir comes only after
 * (L5211-6 al. 4, R-POUV-03). `suppleantPresent`: null when not told.
 */
export function constatDeSuppleant(faits: {
  readonly titulaire: string;
  readonly communeASiegeUnique: boolean;
  readonly pouvoirDonne: boolean;
  readonly suppleantPresent: boolean | null;
}): Constat {
  const { titulaire, communeASiegeUnique, pouvoirDonne, suppleantPresent } = faits;
  const concurrence = communeASiegeUnique && pouvoirDonne;
  const conforme = !concurrence ? true : suppleantPresent === null ? null : !suppleantPresent;
  return {
    regle: regle('R-POUV-03'),
    conforme,
    phrase: !concurrence
      ? `Rien n’oppose un suppléant et un pouvoir pour ${titulaire}.`
      : suppleantPresent === true
        ? `Le suppléant est présent : c’est lui qui siège pour ${titulaire}, et le pouvoir ne vaut pas.`
        : `${titulaire} représente seul sa commune : son suppléant siège d’abord, un pouvoir ne vient qu’à défaut.`,
    queFaire:
      conforme === true
        ? null
        : 'Faites siéger le suppléant ; n’utilisez le pouvoir que s’il est absent.',
    faits: { titulaire, communeASiegeUnique, pouvoirDonne, suppleantPresent },
  };
}
