import { type Result, err, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { premier } from '../refus/exigences.ts';
import type { SeancePreparee } from '../faits.ts';
import { type IdMembre, membresEnExercice } from '../membre.ts';
import type { RefusParCode } from '../refus/refus.ts';

export type PreparerLaSeance = CommandeDe<'PreparerLaSeance', SeancePreparee>;
export type PreparerLaSeanceRefuse = RefusParCode<
  'parametres-manquants' | 'compte-deux-fois' | 'trop-de-membres'
>;

/**
 * Gives the sitting its identity and its council. A seat may be vacant; a member sits once, and no
 * council has more members in office than seats; a body with a statute of its own states its rules, without
 * which nothing can be judged. Whether the seats are those of the law is its opinion
 * (L2121-2).
 */
export function preparerLaSeance(
  commande: PreparerLaSeance,
): Result<readonly [SeancePreparee], PreparerLaSeanceRefuse> {
  const { genre, parametres, nom: organisme } = commande.collectivite;
  if (genre === 'autre' && parametres === null) {
    return err({ code: 'parametres-manquants', nom: organisme });
  }
  const { membres, sieges } = commande.tableau;
  const vus = new Set<IdMembre>();
  const double = premier(membres, ({ id, prenom, nom }) => {
    if (vus.has(id)) {
      return { code: 'compte-deux-fois', membre: id, nom: `${prenom} ${nom}` } as const;
    }
    vus.add(id);
    return null;
  });
  if (double !== null) return err(double);
  const enExercice = membresEnExercice(commande.tableau, commande.jour).length;
  return enExercice > sieges
    ? err({ code: 'trop-de-membres', membres: enExercice, sieges })
    : ok([{ ...commande, type: 'SeancePreparee' }]);
}
