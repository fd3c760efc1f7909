import type { Jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { combien, enumerer } from '../../phrases.ts';
import { regle } from '../../regles.ts';
import { joursFrancs, premierJourApres } from '../../temps/francs.ts';

/**
 * Clear days between the second notice and the second meeting: the text says three days, the judge
 * counts them clear (CE 16 June 1997, Pfister, n° 142691).
 */
const INTERVALLE = 3;

/** A second meeting called after the first one lacked a quorum. */
export type FaitsDeSecondeConvocation = {
  readonly premiereReunion: Jour;
  /** The first notice obeyed L2121-10 to -12; null when not known. */
  readonly premiereReguliere: boolean | null;
  readonly envoi: Jour;
  readonly reunion: Jour;
  /** Only items of the first agenda are on the second one; null when not known. */
  readonly memesAffaires: boolean | null;
  /** In Alsace-Moselle, whether the notice recalls the rule (L2541-4 1°); null elsewhere. */
  readonly rappelleLaRegle: boolean | null;
  /** Alsace-Moselle, where a recall that nobody noted is to be checked. */
  readonly alsaceMoselle?: boolean;
};

export type SecondeConvocation = {
  readonly joursFrancs: number;
  readonly requis: number;
  /** False when the assembly may deliberate whatever the number of those present. */
  readonly quorumExige: boolean;
  /** The first day the second meeting may be held without a quorum, for that notice. */
  readonly auPlusTot: Jour;
};

/** L2121-17 al. 2: under these conditions the quorum is no longer asked. */
export function secondeConvocation(faits: FaitsDeSecondeConvocation): SecondeConvocation {
  const { premiereReunion, envoi, reunion } = faits;
  const francs = joursFrancs(envoi, reunion);
  const valable =
    faits.premiereReguliere !== false &&
    faits.rappelleLaRegle !== false &&
    faits.memesAffaires !== false &&
    envoi >= premiereReunion &&
    francs >= INTERVALLE;
  return {
    joursFrancs: francs,
    requis: INTERVALLE,
    quorumExige: !valable,
    auPlusTot: premierJourApres(envoi, INTERVALLE),
  };
}

function motifs(faits: FaitsDeSecondeConvocation, francs: number): readonly string[] {
  return [
    faits.premiereReguliere === false ? 'la première convocation n’était pas régulière' : '',
    faits.envoi < faits.premiereReunion ? 'elle est partie avant la première réunion' : '',
    francs < INTERVALLE
      ? `elle laisse ${combien(Math.max(0, francs), 'jour franc', 'jours francs')} au lieu de ${INTERVALLE}`
      : '',
    faits.memesAffaires === false ? 'elle ajoute des affaires nouvelles' : '',
    faits.rappelleLaRegle === false
      ? 'elle ne rappelle pas que le quorum ne sera pas exigé (droit local)'
      : '',
  ].filter((motif) => motif !== '');
}

/** What nobody noted, on which the dispensation still hangs. */
const reserves = (faits: FaitsDeSecondeConvocation): readonly string[] =>
  [
    faits.memesAffaires === null ? 'si elle porte sur les mêmes affaires' : '',
    faits.premiereReguliere === null ? 'si la première convocation était régulière' : '',
    faits.alsaceMoselle === true && faits.rappelleLaRegle === null
      ? 'si elle rappelle que le quorum ne sera pas exigé (droit local)'
      : '',
  ].filter((reserve) => reserve !== '');

/** Whether the second notice frees the meeting from the quorum, and why not when it does not. */
export function constatDeSecondeConvocation(faits: FaitsDeSecondeConvocation): Constat {
  const { joursFrancs: francs, quorumExige, auPlusTot } = secondeConvocation(faits);
  const conditions = reserves(faits);
  const inconnu = !quorumExige && conditions.length > 0;
  const memes = faits.memesAffaires === true ? ' et porte sur les mêmes affaires' : '';
  const phrase = quorumExige
    ? `La seconde convocation ne dispense pas du quorum : ${motifs(faits, francs).join(' ; ')}.`
    : `La seconde convocation laisse ${combien(francs, 'jour franc', 'jours francs')}${memes} : le quorum n’est plus exigé${inconnu ? `, ${enumerer(conditions)}` : ''}.`;
  return {
    regle: regle('R-CONV-08'),
    conforme: inconnu ? null : !quorumExige,
    phrase,
    queFaire: quorumExige
      ? 'Vérifiez le quorum à cette réunion, ou convoquez de nouveau dans les formes.'
      : inconnu
        ? 'Gardez avec le dossier la première convocation et le constat du manque de quorum.'
        : null,
    faits: { joursFrancs: francs, requis: INTERVALLE, quorumExige, auPlusTot },
  };
}
