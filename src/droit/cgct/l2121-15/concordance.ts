import { type Heure, heureEnLettres } from '#base/heure.ts';
import { type Jour, enToutesLettres } from '#base/jour.ts';
import { regleDeComplement } from '../../catalogue/complements.ts';
import type { Constat } from '../../constat.ts';

/** A fact that bears a day, named without an article: « envoi au préfet ». */
export type FaitDate = { readonly quoi: string; readonly le: Jour };

/**
 * R-FAIT-01: two recorded facts of which one cannot come before the other, and whose days say it
 * did. Null when the days agree, the same day included. It judges the register, not the act: both
 * facts stay recorded.
 */
export function constatDeJours(c: {
  readonly avant: FaitDate;
  readonly apres: FaitDate;
}): Constat | null {
  const { avant, apres } = c;
  if (apres.le >= avant.le) return null;
  return {
    regle: regleDeComplement('R-FAIT-01'),
    conforme: false,
    phrase: `Deux dates ne s’accordent pas : ${apres.quoi} le ${enToutesLettres(apres.le)}, et ${avant.quoi} le ${enToutesLettres(avant.le)} seulement.`,
    queFaire: 'Vérifiez les deux dates sur les pièces, et rectifiez celle qui est fausse.',
    faits: { avant: avant.le, apres: apres.le },
  };
}

const MINUTES_PAR_JOUR = 24 * 60;

/** No sitting goes on so long between two hours noted: beyond, the clock did not pass midnight. */
const DUREE_PLAUSIBLE = 12 * 60;

/** A sitting suspended may resume the next morning, or the next noon. */
const SUSPENSION_PLAUSIBLE = 22 * 60;

const enMinutes = (h: Heure): number => Number(h.slice(0, 2)) * 60 + Number(h.slice(3));

/** What an hour comes after: plain hours, a suspension or a resumption, midnight already passed. */
export type Moment = 'courant' | 'apres-suspension' | 'apres-minuit';

/**
 * Whether the clock goes back from one hour noted to the next. Hours have no day: an earlier one
 * may be of the next day, when it comes at most twelve hours after, twenty-two once the sitting was
 * suspended; past midnight, a much later one is of the evening before. Our own measure of what is
 * plausible, no article sets it.
 */
export function heuresQuiReculent(avant: Heure, apres: Heure, moment: Moment): boolean {
  const ecart = enMinutes(apres) - enMinutes(avant);
  if (ecart >= 0) return moment === 'apres-minuit' && ecart > DUREE_PLAUSIBLE;
  const passees = ecart + MINUTES_PAR_JOUR;
  return passees > (moment === 'apres-suspension' ? SUSPENSION_PLAUSIBLE : DUREE_PLAUSIBLE);
}

/** A fact that bears an hour, named without an article: « arrivée de Camille N6 ». */
export type FaitAHeure = { readonly quoi: string; readonly heure: Heure };

/** R-FAIT-01: a fact noted after another and at an earlier hour (`heuresQuiReculent`). */
export const constatDHeures = (c: {
  readonly avant: FaitAHeure;
  readonly apres: FaitAHeure;
  /** Rank of the later recorded fact in the journal, from 0. */
  readonly position: number;
}): Constat => ({
  regle: regleDeComplement('R-FAIT-01'),
  conforme: false,
  phrase: `Les heures reculent d’un fait au suivant : ${c.avant.quoi} à ${heureEnLettres(c.avant.heure)}, puis ${c.apres.quoi} à ${heureEnLettres(c.apres.heure)}.`,
  queFaire: 'Vérifiez les deux heures et l’ordre des deux faits, et rectifiez ce qui est faux.',
  faits: { position: c.position, avant: c.avant.heure, apres: c.apres.heure },
});

/**
 * Why a pouvoir never carried a voice, or since which fact it has: it speaks for a member who is
 * away, through one who is in the room (L2121-20 al. 1).
 */
export type Sommeil =
  | 'mandant-jamais-sorti'
  | 'porteur-jamais-la'
  | 'porteur-sorti'
  | { readonly depuis: string; readonly heure: Heure | null };

type PouvoirEnSommeil = {
  readonly mandant: string;
  readonly porteur: string;
  /** Rank of the pouvoir in the journal, from 0. */
  readonly position: number;
  readonly cause: Sommeil;
};

const SANS_EFFET: {
  readonly [C in Extract<Sommeil, string>]: {
    readonly phrase: (p: PouvoirEnSommeil) => string;
    readonly queFaire: string;
  };
} = {
  'mandant-jamais-sorti': {
    phrase: ({ mandant }) => `${mandant} n’a pas quitté la salle depuis, selon le registre`,
    queFaire:
      'Vérifiez si ce membre est parti sans que son départ soit noté, ou si ce pouvoir a été noté par erreur.',
  },
  'porteur-jamais-la': {
    phrase: ({ porteur }) => `la présence de ${porteur}, qui le porte, n’est notée à aucun moment`,
    queFaire: 'Vérifiez qui portait ce pouvoir, et si son arrivée a été oubliée.',
  },
  'porteur-sorti': {
    phrase: ({ mandant, porteur }) =>
      `au départ de ${mandant}, ${porteur} n’était pas dans la salle`,
    queFaire: 'Vérifiez qui portait ce pouvoir, et les arrivées et départs notés.',
  },
};

/** R-FAIT-01: a pouvoir given by a member in the room, or held by one who never was there. */
export function constatDePouvoirEnSommeil(p: PouvoirEnSommeil): Constat {
  const { mandant, porteur, position, cause } = p;
  const lequel = `Le pouvoir donné par ${mandant} à ${porteur}`;
  const commun = { regle: regleDeComplement('R-FAIT-01'), faits: { position } };
  if (typeof cause === 'string') {
    const { phrase, queFaire } = SANS_EFFET[cause];
    return {
      ...commun,
      conforme: null,
      phrase: `${lequel} n’a jamais compté : ${phrase(p)}.`,
      queFaire,
    };
  }
  const heure = cause.heure === null ? '' : `, à ${heureEnLettres(cause.heure)}`;
  return {
    ...commun,
    conforme: true,
    phrase: `${lequel}, remis pendant que ${mandant} était dans la salle, compte depuis ${cause.depuis}${heure}.`,
    queFaire: null,
  };
}
