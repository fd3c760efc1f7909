import type { VueDeSeance } from '#app/parvis.ts';
import type { Jour } from '#base/jour.ts';
import { calendrier } from '#conseil/calendrier/calendrier.ts';
import type { Echeance } from '#conseil/calendrier/echeance.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { adresses } from './adresses.ts';
import { adresseDeLaRegle, articleEnToutesLettres } from './droit.ts';
import { date, dateLongue, t } from './mots.ts';

/** A day the law sets, as the page tells it. */
export type LigneDuCalendrier = {
  readonly id: string;
  /** The day the law sets; without one, the day the thing was done. */
  readonly le: Jour | null;
  /** « lundi 28 novembre 2022 »; null when the day is not known. */
  readonly date: string | null;
  readonly titre: string;
  readonly acte: { readonly numero: string; readonly adresse: string } | null;
  readonly calcul: string;
  /** « Fait le 17 octobre 2022. »; null when nothing says so. */
  readonly fait: string | null;
  readonly article: string;
  readonly regle: string | null;
};

export type PageDuCalendrier = {
  readonly jour: Jour;
  readonly date: string;
  readonly assemblee: string;
  /** In order. */
  readonly connues: readonly LigneDuCalendrier[];
  /** Those that wait for a fact. */
  readonly inconnues: readonly LigneDuCalendrier[];
  readonly adresse: string;
  readonly agenda: string;
};

function ligne(e: Echeance, { affaires }: Seance, mot: string): LigneDuCalendrier {
  const numero = affaires.find(({ affaire }) => affaire.id === e.affaire)?.affaire.numero ?? null;
  const le = e.le ?? e.faitLe;
  const ailleurs = e.faitLe === null || e.faitLe === le ? null : `Fait le ${date(e.faitLe)}.`;
  return {
    id: e.id,
    le,
    date: le === null ? null : dateLongue(le),
    titre: t(e.titre),
    acte: numero === null ? null : { numero, adresse: adresses.acte(mot, numero) },
    calcul: t(e.calcul),
    fait: e.le === null && le !== null ? 'C’est fait.' : ailleurs,
    article: articleEnToutesLettres(e.article),
    regle: adresseDeLaRegle(e.regle),
  };
}

/** Every day the law sets around a sitting, or on which a thing without a delay was done. */
export function pageDuCalendrier({ seance }: VueDeSeance, mot: string): PageDuCalendrier {
  const { id, jour, assemblee } = seance.identite;
  const lignes = calendrier(seance).map((e) => ligne(e, seance, mot));
  return {
    jour,
    date: dateLongue(jour),
    assemblee: t(assemblee.nom),
    connues: lignes
      .filter(({ le }) => le !== null)
      .toSorted((a, b) => (a.le ?? '').localeCompare(b.le ?? '')),
    inconnues: lignes.filter(({ le }) => le === null),
    adresse: adresses.seance(mot, id),
    agenda: adresses.agenda(mot, id),
  };
}
