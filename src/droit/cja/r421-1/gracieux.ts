import { enToutesLettres, type Jour } from '#base/jour.ts';
import { regleDeComplement } from '../../catalogue/complements.ts';
import type { Constat } from '../../constat.ts';
import { type DelaiDeRecours, type PointDeDepart, delaiDeRecours } from './recours.ts';

/** A request to the author of the act, and its answer; `accepteLe`: the author gave way. */
export type DemandeGracieuse = {
  readonly recuLe: Jour;
  readonly rejeteLe: Jour | null;
  readonly accepteLe: Jour | null;
};

/**
 * The delay of the one who asked: interrupted, then anew from the refusal, told or made by two
 * months of silence (CRPA L411-2, CJA R421-2). Null when the first delay has no known start, or
 * when the author gave way. For everybody else the delay is what it was (certainty M).
 */
export const delaiDuDemandeur = (
  depart: Omit<PointDeDepart, 'gracieux'> | null,
  { recuLe, rejeteLe, accepteLe }: DemandeGracieuse,
): DelaiDeRecours | null =>
  depart === null || accepteLe !== null
    ? null
    : delaiDeRecours({ ...depart, gracieux: { recuLe, rejeteLe } });

const devantQui = (tribunal: string | null): string =>
  tribunal === null ? 'le tribunal administratif' : `le tribunal administratif de ${tribunal}`;

function phraseDuDelai(
  { recuLe, rejeteLe }: DemandeGracieuse,
  d: DelaiDeRecours,
  devant: string,
): string {
  const recu = enToutesLettres(recuLe);
  const fin = enToutesLettres(d.dernierJour);
  if (!d.interrompu) {
    return `Le recours gracieux reçu le ${recu} n’est pas venu dans le délai, qui va jusqu’au ${fin} : il ne l’a pas changé.`;
  }
  const refus =
    d.depart === rejeteLe
      ? `il a été refusé le ${enToutesLettres(rejeteLe)}`
      : `sans réponse au bout de deux mois, il est refusé le ${enToutesLettres(d.depart)}`;
  return `Le recours gracieux reçu le ${recu} a interrompu le délai de la personne qui l’a fait : ${refus}, et elle peut saisir ${devant} jusqu’au ${fin} à minuit. Pour les autres, le délai n’a pas changé.`;
}

/** R-REC-03: what a request to the author changes, and for whom. */
export function constatDuGracieux(
  depart: Omit<PointDeDepart, 'gracieux'> | null,
  demande: DemandeGracieuse,
  tribunal: string | null,
): Constat {
  const regle = regleDeComplement('R-REC-03');
  const { recuLe, rejeteLe, accepteLe } = demande;
  const delai = delaiDuDemandeur(depart, demande);
  const faits = {
    recuLe,
    rejeteLe,
    accepteLe,
    interrompu: delai?.interrompu ?? null,
    rejetImplicite: delai?.rejetImplicite ?? null,
    dernierJour: delai?.dernierJour ?? null,
  };
  if (accepteLe !== null) {
    return {
      regle,
      conforme: true,
      phrase: `Le recours gracieux reçu le ${enToutesLettres(recuLe)} a été accepté le ${enToutesLettres(accepteLe)}.`,
      queFaire:
        'Si ce n’est pas fait, retirez ou changez l’acte par une délibération, et notez-la.',
      faits,
    };
  }
  if (delai === null) {
    return {
      regle,
      conforme: null,
      phrase: `Un recours gracieux a été reçu le ${enToutesLettres(recuLe)}. La publicité de l’acte n’est pas prouvée : le délai n’a pas commencé, et l’on ne peut pas dire ce qu’il y change.`,
      queFaire: 'Répondez-y, et notez la date de la publicité requise.',
      faits,
    };
  }
  return {
    regle,
    conforme: true,
    phrase: phraseDuDelai(demande, delai, devantQui(tribunal)),
    queFaire:
      rejeteLe === null && delai.interrompu
        ? 'Répondez avant deux mois, et notez la réponse : le silence vaut refus.'
        : null,
    faits,
  };
}
