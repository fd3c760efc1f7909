import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, premier, trancher } from '../refus/exigences.ts';
import type { AffaireInscrite } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type InscrireUneAffaire = CommandeDe<'InscrireUneAffaire', AffaireInscrite>;
export type InscrireUneAffaireRefuse = RefusParCode<
  'affaire-deja-inscrite' | 'numero-deja-pris' | 'membre-inconnu' | 'membre-hors-mandat'
>;

/**
 * Puts an item on the agenda. Two items share neither their id nor the number of their act; an item
 * added in the course of the sitting is recorded: whether it may be decided is the law's opinion
 * (L2121-10).
 */
export function inscrireUneAffaire(
  seance: Seance,
  commande: InscrireUneAffaire,
): Result<readonly [AffaireInscrite], InscrireUneAffaireRefuse> {
  const { id, numero, rapporteur, coRapporteurs } = commande.affaire;
  const rapporteurs = rapporteur === null ? coRapporteurs : [rapporteur, ...coRapporteurs];
  const refus =
    premier(seance.affaires, ({ affaire }) => {
      const designee = { affaire: affaire.id, objet: affaire.objet };
      if (affaire.id === id) return { code: 'affaire-deja-inscrite', ...designee } as const;
      return numero !== null && affaire.numero === numero
        ? ({ code: 'numero-deja-pris', numero, ...designee } as const)
        : null;
    }) ?? premier(rapporteurs, (membre) => enExercice(seance, membre));
  return trancher(refus, { ...commande, type: 'AffaireInscrite' });
}
