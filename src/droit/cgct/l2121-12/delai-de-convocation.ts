import { never } from '#base/assert.ts';
import { type Jour, ajouterJours, ecartEnJours, enToutesLettres, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';
import { dernierJourPour, joursFrancs } from '../../temps/francs.ts';

export type FaitsDeConvocation = {
  readonly regime: RegimeMinimal;
  /** Day of dispatch — postmark, hand delivery, notice of the platform —, not of receipt. */
  readonly envoi: Jour;
  readonly seance: Jour;
  readonly urgence: boolean;
  /** First meeting after a general renewal (L2121-7 al. 2): communes only (CE 383072). */
  readonly premiereReunion: boolean;
};

/** How long before the meeting the notice must leave. */
export type DelaiRequis = {
  readonly jours: number;
  /** Clear days, or days counted from the day of dispatch (« douze jours au moins avant »). */
  readonly francs: boolean;
};

/** Where the notice stands. */
export type DelaiDeConvocation = {
  readonly requis: DelaiRequis;
  readonly joursFrancs: number;
  readonly joursAvant: number;
  readonly respecte: boolean;
  readonly dernierEnvoi: Jour;
};

/** Since then every EPCI follows the rules of communes of 3 500 inhabitants and more (L5211-1). */
const TOUS_LES_EPCI = jour('2020-03-01');

const francs = (jours: number): DelaiRequis => ({ jours, francs: true });

function delaiOrdinaire(regime: RegimeMinimal, le: Jour): DelaiRequis {
  switch (regime.genre) {
    case 'autre':
      return francs(regime.parametres.joursFrancsDeConvocation);
    case 'departement':
    case 'region':
      return { jours: 12, francs: false };
    case 'epci': {
      const grand = le >= TOUS_LES_EPCI || (regime.population ?? 3_500) >= 3_500;
      return francs(grand ? 5 : 3);
    }
    case 'commune':
      return francs(
        !regime.alsaceMoselle && atteintLeSeuil('delai-de-convocation', regime.population, le)
          ? 5
          : 3,
      );
    default:
      return never(regime, 'delaiOrdinaire');
  }
}

/** L2121-11, L2121-12, L2541-2, L3121-19, L4132-18: the delay, by kind, size and urgency. */
export function delaiRequis({
  regime,
  seance,
  urgence,
  premiereReunion,
}: Omit<FaitsDeConvocation, 'envoi'>): DelaiRequis {
  if (urgence) {
    if (regime.genre === 'autre') return francs(regime.parametres.joursFrancsEnUrgence);
    // Alsace-Moselle: « la veille », so no whole day between the two.
    return francs(regime.genre === 'commune' && regime.alsaceMoselle ? 0 : 1);
  }
  if (premiereReunion && regime.genre === 'commune') return francs(3);
  return delaiOrdinaire(regime, seance);
}

/** Counts the notice of a meeting (R-CONV-02). Saturdays, Sundays and holidays count. */
export function delaiDeConvocation(faits: FaitsDeConvocation): DelaiDeConvocation {
  const { envoi, seance } = faits;
  const requis = delaiRequis(faits);
  const libres = joursFrancs(envoi, seance);
  const joursAvant = ecartEnJours(envoi, seance);
  return {
    requis,
    joursFrancs: libres,
    joursAvant,
    respecte: requis.francs ? libres >= requis.jours : joursAvant >= requis.jours,
    dernierEnvoi: requis.francs
      ? dernierJourPour(requis.jours, seance)
      : ajouterJours(seance, -requis.jours),
  };
}

/**
 * Where two readings of the texts give two answers, and why; null where the delay is plain.
 * Alsace-Moselle: L2541-2 says three days for all, a reply of the minister of 17 October 1996 reads
 * five clear days (L2121-12) from 3 500 inhabitants. Département, région: the twelve days are not
 * said to be clear; thirteen are safe. EPCI before March 2020: it depended on the largest member.
 */
function reserve(faits: FaitsDeConvocation, delai: DelaiDeConvocation): string | null {
  const { regime, seance, envoi, urgence } = faits;
  const prudent = (jours: number): boolean => joursFrancs(envoi, seance) < jours;
  if (!delai.respecte) return null;
  if (regime.genre === 'commune' && regime.alsaceMoselle && regime.population >= 3_500) {
    return prudent(urgence ? 1 : 5)
      ? 'Dans une commune d’Alsace-Moselle de 3 500 habitants ou plus, une réponse ministérielle de 1996 demande les délais du droit général : 5 jours francs, ou 1 en urgence.'
      : null;
  }
  if (!delai.requis.francs && prudent(delai.requis.jours)) {
    return 'La loi ne dit pas si ces douze jours sont francs : un envoi la veille serait plus sûr.';
  }
  return regime.genre === 'epci' && seance < TOUS_LES_EPCI && !urgence && prudent(5)
    ? 'Avant mars 2020, le délai d’un EPCI dépendait de la taille de ses communes : il reste à vérifier.'
    : null;
}

/** Whether the notice left early enough, in words. */
export function constatDeDelai(faits: FaitsDeConvocation): Constat {
  const delai = delaiDeConvocation(faits);
  const doute = reserve(faits, delai);
  const { requis } = delai;
  const mot = requis.francs ? ['jour franc', 'jours francs'] : ['jour', 'jours'];
  const laisses = requis.francs ? delai.joursFrancs : delai.joursAvant;
  const [singulier = '', pluriel = ''] = mot;
  return {
    regle: regle('R-CONV-02'),
    conforme: doute === null ? delai.respecte : null,
    phrase: `La convocation laisse ${combien(Math.max(0, laisses), singulier, pluriel)} avant la séance ; il en faut ${requis.jours}${faits.urgence ? ' en urgence' : ''}.${doute === null ? '' : ` ${doute}`}`,
    queFaire: delai.respecte
      ? doute === null
        ? null
        : 'Gardez la preuve du jour de l’envoi ; la prochaine fois, suivez le délai le plus long.'
      : `Reportez la séance, ou convoquez au plus tard le ${enToutesLettres(delai.dernierEnvoi)}. Une convocation tardive expose toutes les délibérations à l’annulation.`,
    faits: {
      envoi: faits.envoi,
      seance: faits.seance,
      joursFrancs: delai.joursFrancs,
      requis: requis.jours,
      dernierEnvoi: delai.dernierEnvoi,
    },
  };
}
