import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { enExercice, nomDe, pasAvantLaSeance, trancher } from '../refus/exigences.ts';
import type { SignatureApposee } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';

export type ApposerUneSignature = CommandeDe<'ApposerUneSignature', SignatureApposee>;
export type ApposerUneSignatureRefuse = RefusParCode<
  | 'membre-inconnu'
  | 'membre-hors-mandat'
  | 'affaire-a-preciser'
  | 'deja-signe'
  | 'date-avant-la-seance'
>;

/**
 * Notes a signature as printed. A member who was away may sign, and the register says so: what the
 * signature is worth is the law’s opinion (L2121-23, L2122-18). Nobody signs one document twice,
 * nor an act before it was taken.
 */
export function apposerUneSignature(
  seance: Seance,
  commande: ApposerUneSignature,
): Result<readonly [SignatureApposee], ApposerUneSignatureRefuse> {
  const refus =
    enExercice(seance, commande.membre) ??
    pasAvantLaSeance(seance, commande.le) ??
    sansAffaire(commande) ??
    dejaSigne(seance, commande);
  return trancher(refus, { ...commande, type: 'SignatureApposee' });
}

const sansAffaire = ({
  document,
  affaire,
}: ApposerUneSignature): RefusParCode<'affaire-a-preciser'> | null =>
  affaire === null && (document === 'deliberation' || document === 'extrait')
    ? { code: 'affaire-a-preciser', document }
    : null;

function dejaSigne(
  seance: Seance,
  { affaire, document, membre }: ApposerUneSignature,
): RefusParCode<'deja-signe'> | null {
  const signatures = suiviDe(seance, affaire)?.signatures ?? seance.signatures;
  return signatures.some((autre) => autre.document === document && autre.membre === membre)
    ? { code: 'deja-signe', document, membre, nom: nomDe(seance, membre) }
    : null;
}
