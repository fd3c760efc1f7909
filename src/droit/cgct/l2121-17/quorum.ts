import { assert } from '#base/assert.ts';
import type { Jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien } from '../../phrases.ts';
import type { Genre } from '../../regime.ts';
import { enCriseSanitaire } from '../../regimes/crise-sanitaire.ts';
import { regle } from '../../regles.ts';
import { representantsDeduits } from '../l1111-6/representants.ts';
import { PRESENCE_SEULE_ADMISE } from '../l2131-11/interet.ts';
import { moitieInteressee } from '../l2541-4/exceptions.ts';
import { visioconferenceOuverte } from '../l5211-11-1/visioconference.ts';

/** Whether a figure can count people. */
const estUnNombreDePersonnes = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

/**
 * The least number of members who must be in the room: « plus de la moitié », so 5 of 8 and 6 of
 * 11 (L2121-17 al. 1; L3121-14 and L4132-13 say « majorité absolue », the same figure).
 */
export function quorum(membresEnExercice: number): number {
  assert(estUnNombreDePersonnes(membresEnExercice), 'members in office are counted in whole');
  return Math.floor(membresEnExercice / 2) + 1;
}

/** What the quorum of an item is judged on, at the moment the item is put into discussion. */
export type FaitsDeQuorum = {
  readonly genre: Genre;
  /** Local law of Alsace-Moselle (L2541-4). */
  readonly alsaceMoselle: boolean;
  readonly le: Jour;
  /** Seats filled, not the legal size: a vacant seat has no member. */
  readonly membresEnExercice: number;
  /** In the room. A member who gave a pouvoir is not (TA Toulouse 28 June 1987, Dubrez). */
  readonly presents: number;
  /** Present by video, on top of `presents`. */
  readonly aDistance: number;
  /** Among those present, members with a personal interest: not counted (CE 1983, Chauré). */
  readonly interesses: number;
  /** Interested members who left the room: they count only towards the half of L2541-4 2°. */
  readonly interessesSortis: number;
  /** Among those present, representatives who must stand aside by L1111-6 II. */
  readonly representants: number;
  /** Such representatives who are not in the room: they leave the denominator all the same. */
  readonly representantsSortis: number;
  /** The item is the administrative account of the mayor, and the mayor is among those present. */
  readonly maireAuCompteAdministratif: boolean;
  /** A valid second notice after a lost quorum (L2121-17 al. 2): no quorum is asked. */
  readonly sansCondition: boolean;
};

/** How the quorum stands. */
export type EtatDuQuorum = {
  readonly periode: 'droit-commun' | 'crise-sanitaire';
  /** Members in office once the representatives of L1111-6 II are taken off, where they are. */
  readonly membresComptes: number;
  readonly requis: number;
  readonly comptes: number;
  readonly atteint: boolean;
  /** Why no number was asked at all; null when one was. */
  readonly dispense: 'seconde-convocation' | 'moitie-interessee' | null;
};

function dispense(faits: FaitsDeQuorum): EtatDuQuorum['dispense'] {
  if (faits.sansCondition) return 'seconde-convocation';
  const { alsaceMoselle, interesses, interessesSortis, membresEnExercice } = faits;
  return alsaceMoselle && moitieInteressee(interesses + interessesSortis, membresEnExercice)
    ? 'moitie-interessee'
    : null;
}

/** Counts who is needed and who counts (R-QUOR-01 to -04). */
export function etatDuQuorum(faits: FaitsDeQuorum): EtatDuQuorum {
  const { genre, le, membresEnExercice, presents, aDistance, interesses, representants } = faits;
  const { interessesSortis, representantsSortis } = faits;
  for (const n of [membresEnExercice, presents, aDistance, interesses, representants]) {
    assert(estUnNombreDePersonnes(n), 'members are counted in whole');
  }
  for (const n of [interessesSortis, representantsSortis]) {
    assert(estUnNombreDePersonnes(n), 'members who left are counted in whole');
  }
  const deduits = representantsDeduits(genre, le) ? representants + representantsSortis : 0;
  const membresComptes = Math.max(0, membresEnExercice - deduits);
  const crise = enCriseSanitaire(le);
  const requis = crise ? Math.ceil(membresComptes / 3) : quorum(membresComptes);
  const presentsComptes = presents + (visioconferenceOuverte(genre, le) ? aDistance : 0);
  const maire = faits.maireAuCompteAdministratif ? 1 : 0;
  const comptes = Math.max(0, presentsComptes - interesses - representants - maire);
  const sansNombre = dispense(faits);
  return {
    periode: crise ? 'crise-sanitaire' : 'droit-commun',
    membresComptes,
    requis,
    comptes,
    atteint: sansNombre !== null || comptes >= requis,
    dispense: sansNombre,
  };
}

/** The rule a finding on the quorum rests on, by kind and by date. */
function regleDuQuorum({ genre }: FaitsDeQuorum, etat: EtatDuQuorum) {
  if (etat.dispense === 'moitie-interessee') return regle('R-QUOR-04');
  if (etat.dispense === 'seconde-convocation') return regle('R-CONV-08');
  if (etat.periode === 'crise-sanitaire') return regle('R-QUOR-03');
  return genre === 'departement' || genre === 'region' ? regle('R-QUOR-02') : regle('R-QUOR-01');
}

/** The quorum would be there if the members who declared a personal interest counted. */
const dependDesInteresses = (faits: FaitsDeQuorum, etat: EtatDuQuorum): boolean =>
  faits.le >= PRESENCE_SEULE_ADMISE &&
  !etat.atteint &&
  etat.comptes + faits.interesses >= etat.requis;

function phraseDuQuorum(etat: EtatDuQuorum): string {
  const comptes = `${combien(etat.comptes, 'membre présent compte', 'membres présents comptent')} pour le quorum`;
  if (etat.dispense === 'seconde-convocation') {
    return `${comptes} ; après une seconde convocation régulière, aucun nombre n’est exigé.`;
  }
  if (etat.dispense === 'moitie-interessee') {
    return `${comptes} ; en Alsace-Moselle, le quorum n’est pas exigé quand la moitié au moins du conseil est intéressée.`;
  }
  const part = etat.periode === 'crise-sanitaire' ? 'un tiers des' : 'plus de la moitié des';
  return `${comptes} ; il en faut ${etat.requis}, soit ${part} ${combien(etat.membresComptes, 'membre')} en exercice.`;
}

/** Whether the assembly may deliberate on the item, in words. */
export function constatDeQuorum(faits: FaitsDeQuorum): Constat {
  const etat = etatDuQuorum(faits);
  const doute = dependDesInteresses(faits, etat);
  const conforme = doute ? null : etat.atteint;
  const reserve = doute
    ? ' Le texte de 2025 ne dit pas si un membre intéressé qui reste sans prendre part compte pour le quorum : c’est à vérifier.'
    : '';
  return {
    regle: regleDuQuorum(faits, etat),
    conforme,
    phrase: `${phraseDuQuorum(etat)}${reserve}`,
    queFaire:
      conforme === true
        ? null
        : 'Sans quorum, n’ouvrez pas la discussion : convoquez de nouveau le conseil, à trois jours francs au moins, sur les mêmes affaires.',
    faits: {
      membresEnExercice: faits.membresEnExercice,
      membresComptes: etat.membresComptes,
      requis: etat.requis,
      comptes: etat.comptes,
      presents: faits.presents,
      interesses: faits.interesses,
      representants: faits.representants + faits.representantsSortis,
    },
  };
}
