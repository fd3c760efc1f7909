import { type Jour, ajouterJours, enToutesLettres } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { regle } from '../../regles.ts';
import { finDeLaSemaine } from '../../temps/francs.ts';
import { REFORME_DE_LA_PUBLICITE } from '../l2131-1/publicite.ts';

/** What the town hall posts after a sitting: the list since July 2022, the summary before. */
export type Affiche = 'liste-des-deliberations' | 'compte-rendu';

/** The rule in force on the day of the sitting (ordinance 2021-1310 changed it). */
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
  /** Where it is posted: the town hall, or the seat of an EPCI (L5211-1). */
  readonly lieu?: 'à la mairie' | 'au siège';
};

/** Being late leaves nothing to do again; it does not make the deliberations void. */
const PROCHAINE_FOIS =
  'Rien à refaire : les délibérations restent valables. Tenez le délai à la prochaine séance.';

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
    queFaire: afficheeLe <= limite ? null : PROCHAINE_FOIS,
    faits,
  };
}

/**
 * One of the two formalities of the list: when it was done, and by when it had to be. On line: only
 * where there is a site, which the sentence says when nobody told.
 */
function constatDUneFormalite(
  quoi: `affichée ${'à la mairie' | 'au siège'}` | 'mise en ligne',
  le: Jour | null,
  { seance, site }: Affichage,
): Constat {
  const limite = limiteDAffichage(seance);
  const faits = { seance, limite, formalite: quoi, le };
  const attente = `La liste des délibérations examinées doit être ${quoi} au plus tard le ${enToutesLettres(limite)}`;
  if (le === null) {
    const siSite =
      quoi === 'mise en ligne' && site === null ? ', si la collectivité a un site' : '';
    return {
      regle: regle('R-LIST-01'),
      conforme: null,
      phrase: `${attente}${siSite} ; aucune date n’est enregistrée.`,
      queFaire: `Notez la date à laquelle la liste a été ${quoi}, ou faites-le.`,
      faits,
    };
  }
  const aTemps = le <= limite;
  return {
    regle: regle('R-LIST-01'),
    conforme: aTemps,
    phrase: `${attente} ; elle l’a été le ${enToutesLettres(le)}, ${aTemps ? 'dans le délai' : 'trop tard'}.`,
    queFaire: aTemps ? null : PROCHAINE_FOIS,
    faits,
  };
}

/**
 * R-LIST-01: the list posted, and put on line where there is a site, within the week; R-LIST-02 for
 * a sitting before July 2022.
 */
export function constatsDeListe(a: Affichage): readonly Constat[] {
  if (afficheDue(a.seance) === 'compte-rendu') return [constatDuCompteRendu(a)];
  return [
    constatDUneFormalite(`affichée ${a.lieu ?? 'à la mairie'}`, a.afficheeLe, a),
    ...(a.site === false ? [] : [constatDUneFormalite('mise en ligne', a.enLigneLe, a)]),
  ];
}
