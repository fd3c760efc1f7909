import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { ListePubliee } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type PublierLaListe = CommandeDe<'PublierLaListe', ListePubliee>;
export type PublierLaListeRefuse = RefusParCode<'date-avant-la-seance' | 'date-manquante'>;

/**
 * Notes the posting and the putting on line of the list of the deliberations examined (L2121-25),
 * together or one after the other.
 */
export function publierLaListe(
  seance: Seance,
  commande: PublierLaListe,
): Result<readonly [ListePubliee], PublierLaListeRefuse> {
  const refus =
    pasAvantLaSeance(seance, commande.afficheeLe) ??
    pasAvantLaSeance(seance, commande.enLigneLe) ??
    (commande.afficheeLe === null && commande.enLigneLe === null
      ? ({ code: 'date-manquante' } as const)
      : null);
  return trancher(refus, { ...commande, type: 'ListePubliee' });
}
