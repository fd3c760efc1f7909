import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, nomDe, trancher } from '../refus/exigences.ts';
import type { DeportDeclare } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';

export type DeclarerUnDeport = CommandeDe<'DeclarerUnDeport', DeportDeclare>;
export type DeclarerUnDeportRefuse = RefusParCode<
  'membre-inconnu' | 'membre-hors-mandat' | 'deja-deporte'
>;

function deporte(
  seance: Seance,
  { affaire, membre }: DeclarerUnDeport,
): RefusParCode<'deja-deporte'> | null {
  const suivi = suiviDe(seance, affaire);
  if (suivi === null || suivi.deports.every((deport) => deport.membre !== membre)) return null;
  const { objet } = suivi.affaire;
  return { code: 'deja-deporte', membre, nom: nomDe(seance, membre), affaire, objet };
}

/**
 * Notes that a member steps aside for one item: a personal interest (L2131-11) or a seat in the
 * body concerned (L1111-6 II). The member may be away, and say so in advance.
 */
export function declarerUnDeport(
  seance: Seance,
  commande: DeclarerUnDeport,
): Result<readonly [DeportDeclare], DeclarerUnDeportRefuse> {
  const refus = enExercice(seance, commande.membre) ?? deporte(seance, commande);
  return trancher(refus, { ...commande, type: 'DeportDeclare' });
}
