import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';
import type { ActeAbroge } from './faits.ts';
import { dejaRetire } from './retirer-l-acte.ts';

export type AbrogerLActe = CommandeDe<'AbrogerLActe', ActeAbroge>;
export type AbrogerLActeRefuse = RefusParCode<
  'date-avant-la-seance' | 'acte-deja-retire' | 'acte-deja-abroge'
>;

/**
 * Notes that a later decision repealed the act (CRPA L242-1, L243-1): once, and not after a
 * withdrawal, which leaves nothing to repeal.
 */
export function abrogerLActe(
  seance: Seance,
  commande: AbrogerLActe,
): Result<readonly [ActeAbroge], AbrogerLActeRefuse> {
  const refus =
    pasAvantLaSeance(seance, commande.le) ??
    dejaRetire(seance, commande) ??
    dejaAbroge(seance, commande);
  return trancher(refus, { ...commande, type: 'ActeAbroge' });
}

function dejaAbroge(
  seance: Seance,
  { affaire }: AbrogerLActe,
): RefusParCode<'acte-deja-abroge'> | null {
  const suivi = suiviDe(seance, affaire);
  const abrogation = suivi?.contestation.abrogation ?? null;
  if (suivi === null || abrogation === null) return null;
  return { code: 'acte-deja-abroge', affaire, objet: suivi.affaire.objet, le: abrogation.le };
}
