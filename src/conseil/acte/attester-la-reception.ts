import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, premier, trancher } from '../refus/exigences.ts';
import type { ReceptionAttestee } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';

export type AttesterLaReception = CommandeDe<'AttesterLaReception', ReceptionAttestee>;
export type AttesterLaReceptionRefuse = RefusParCode<
  'date-avant-la-seance' | 'deja-recue' | 'identifiant-deja-pris'
>;

/**
 * Notes the prefect’s receipt. One that comes before the transmission, or without any, is odd, not
 * impossible: it is recorded. One receipt acknowledges one act.
 */
export function attesterLaReception(
  seance: Seance,
  commande: AttesterLaReception,
): Result<readonly [ReceptionAttestee], AttesterLaReceptionRefuse> {
  const refus = pasAvantLaSeance(seance, commande.le) ?? dejaPrise(seance, commande);
  return trancher(refus, { ...commande, type: 'ReceptionAttestee' });
}

const dejaPrise = (
  seance: Seance,
  { affaire: id, identifiant }: AttesterLaReception,
): RefusParCode<'deja-recue' | 'identifiant-deja-pris'> | null =>
  premier(seance.affaires, ({ affaire, reception }) => {
    if (reception === null) return null;
    const designee = { affaire: affaire.id, objet: affaire.objet };
    if (affaire.id === id) return { code: 'deja-recue', ...designee, le: reception.le } as const;
    return reception.identifiant === identifiant
      ? ({ code: 'identifiant-deja-pris', ...designee, identifiant } as const)
      : null;
  });
