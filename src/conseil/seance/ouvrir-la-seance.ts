import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { chacunUneFois, nomDe, trancher } from '../refus/exigences.ts';
import type { SeanceOuverte } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from './etat.ts';

export type OuvrirLaSeance = CommandeDe<'OuvrirLaSeance', SeanceOuverte>;
export type OuvrirLaSeanceRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'compte-deux-fois' | 'president-absent'
>;

/**
 * Opens the sitting with those who are in the room. Too few of them is the law’s affair
 * (L2121-17), and so is the chair (L2121-14); but each member is there once, and whoever takes the
 * chair is there.
 */
export function ouvrirLaSeance(
  seance: Seance,
  commande: OuvrirLaSeance,
): Result<readonly [SeanceOuverte], OuvrirLaSeanceRefuse> {
  const refus =
    chacunUneFois(seance, commande.presents) ??
    (commande.presents.includes(commande.president)
      ? null
      : ({
          code: 'president-absent',
          membre: commande.president,
          nom: nomDe(seance, commande.president),
        } as const));
  return trancher(refus, { ...commande, type: 'SeanceOuverte' });
}
