import { type Result, err, ok } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { premier } from '../refus/exigences.ts';
import type { SeancePreparee } from '../faits.ts';
import type { IdMembre } from '../membre.ts';
import type { RefusParCode } from '../refus/refus.ts';

export type PreparerLaSeance = CommandeDe<'PreparerLaSeance', SeancePreparee>;
export type PreparerLaSeanceRefuse = RefusParCode<'compte-deux-fois' | 'trop-de-membres'>;

/**
 * Gives the sitting its identity and its council. A seat may be vacant; a member sits once, and no
 * council has more members than seats. Whether the seats are those of the law is its opinion
 * (L2121-2).
 */
export function preparerLaSeance(
  commande: PreparerLaSeance,
): Result<readonly [SeancePreparee], PreparerLaSeanceRefuse> {
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
  return membres.length > sieges
    ? err({ code: 'trop-de-membres', membres: membres.length, sieges })
    : ok([{ ...commande, type: 'SeancePreparee' }]);
}
