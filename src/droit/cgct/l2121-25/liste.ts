import { type Jour, ajouterJours, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import { finDeLaSemaine } from '../../temps/francs.ts';
import { REFORME_DE_LA_PUBLICITE } from '../l2131-1/publicite.ts';

/** What the town hall posts after a sitting: the list since July 2022, the summary before. */
export type Affiche = 'liste-des-deliberations' | 'compte-rendu';

export const afficheDue = (seance: Jour): Affiche =>
  seance >= REFORME_DE_LA_PUBLICITE ? 'liste-des-deliberations' : 'compte-rendu';

/**
 * Last day to post and put on line the list of the deliberations examined: one week after the
 * sitting (L2121-25). Before July 2022, « la huitaine » of the summary: eight days.
 */
export const limiteDAffichage = (seance: Jour): Jour =>
  afficheDue(seance) === 'compte-rendu' ? ajouterJours(seance, 8) : finDeLaSemaine(seance);

export type Affichage = {
  readonly seance: Jour;
  readonly afficheeLe: Jour | null;
  readonly enLigneLe: Jour | null;
  /** Whether the body has a site; null when not told. */
  readonly site: boolean | null;
};

const enRetard = (le: Jour | null, limite: Jour): boolean => le !== null && le > limite;

/** R-LIST-02: the summary posted before July 2022. */
function constatDuCompteRendu({ seance, afficheeLe }: Affichage): Constat {
  const limite = limiteDAffichage(seance);
  const faits = { seance, limite, afficheeLe };
  if (afficheeLe === null) {
    return {
      regle: regle('R-LIST-02'),
      conforme: null,
      phrase: `Le compte rendu de la séance devait être affiché au plus tard le ${enToutesLettres(limite)} ; aucune date d’affichage n’est enregistrée.`,
      queFaire: 'Notez la date d’affichage, si elle est connue.',
      faits,
    };
  }
  return {
    regle: regle('R-LIST-02'),
    conforme: afficheeLe <= limite,
    phrase: `Le compte rendu de la séance a été affiché le ${enToutesLettres(afficheeLe)} ; la limite était le ${enToutesLettres(limite)}.`,
    queFaire: null,
    faits,
  };
}

/** R-LIST-01, or R-LIST-02 for a sitting before July 2022: posted and put on line in time. */
export function constatDeListe(a: Affichage): Constat {
  if (afficheDue(a.seance) === 'compte-rendu') return constatDuCompteRendu(a);
  const limite = limiteDAffichage(a.seance);
  const manque = [
    ...(a.afficheeLe === null ? ['l’affichage à la mairie'] : []),
    ...(a.enLigneLe === null && a.site !== false ? ['la mise en ligne'] : []),
  ];
  const retards = [
    ...(enRetard(a.afficheeLe, limite) ? ['affichée'] : []),
    ...(enRetard(a.enLigneLe, limite) ? ['mise en ligne'] : []),
  ];
  const conforme = retards.length > 0 ? false : manque.length > 0 ? null : true;
  const faite = conforme === true ? ' C’est fait dans le délai.' : '';
  const tardive = retards.length > 0 ? ` Elle a été ${retards.join(' et ')} après cette date.` : '';
  const absente =
    manque.length > 0 ? ` Aucune date n’est enregistrée pour ${manque.join(' ni pour ')}.` : '';
  return {
    regle: regle('R-LIST-01'),
    conforme,
    phrase: `La liste des délibérations examinées doit être affichée et mise en ligne au plus tard le ${enToutesLettres(limite)}.${faite}${tardive}${absente}`,
    queFaire:
      manque.length > 0
        ? 'Affichez la liste, mettez-la en ligne, puis notez les deux dates.'
        : null,
    faits: { seance: a.seance, limite, afficheeLe: a.afficheeLe, enLigneLe: a.enLigneLe },
  };
}
