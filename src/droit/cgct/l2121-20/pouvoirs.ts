import type { Jour } from '#base/jour.ts';
import type { Constat, Regle } from '../../constat.ts';
import { combien, enumerer } from '../../phrases.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import { enCriseSanitaire } from '../../regimes/crise-sanitaire.ts';
import { regle } from '../../regles.ts';

/** A pouvoir lasts three meetings in a row at most, illness apart (L2121-20 al. 1). */
const SEANCES_CONSECUTIVES = 3;

/** A département or a région: for that meeting only (L3121-16, L4132-15). */
const estUneDelegation = (regime: RegimeMinimal): boolean =>
  regime.genre === 'departement' || regime.genre === 'region';

/** How many pouvoirs one member may carry: one; two during the health crisis. */
export function pouvoirsParPorteur(regime: RegimeMinimal, le: Jour): number {
  if (enCriseSanitaire(le)) return 2;
  return regime.genre === 'autre' ? regime.parametres.pouvoirsParPorteur : 1;
}

/** One pouvoir, as far as the facts tell; null: not told. */
export type FaitsDePouvoir = {
  readonly mandant: string;
  readonly porteur: string;
  readonly ecrit: boolean | null;
  readonly porteurPresent: boolean | null;
  readonly mandantPresent: boolean | null;
  readonly revoque: boolean;
  /** How many meetings in a row it has served, this one included; null when not told. */
  readonly seancesConsecutives: number | null;
  readonly maladieConstatee: boolean;
};

/** Why a pouvoir cannot be used; empty when nothing stands against it. */
export function defautsDuPouvoir(
  pouvoir: FaitsDePouvoir,
  regime: RegimeMinimal,
): readonly string[] {
  const maximum = estUneDelegation(regime) ? 1 : SEANCES_CONSECUTIVES;
  const { seancesConsecutives: seances, maladieConstatee } = pouvoir;
  const tropLong = seances !== null && seances > maximum && (maximum === 1 || !maladieConstatee);
  return [
    pouvoir.ecrit === false ? 'il n’est pas écrit' : '',
    pouvoir.porteurPresent === false ? 'son porteur est absent' : '',
    pouvoir.mandantPresent === true ? 'celui qui l’a donné est présent' : '',
    pouvoir.revoque ? 'il a été retiré' : '',
    pouvoir.mandant === pouvoir.porteur ? 'il est donné à soi-même' : '',
    tropLong ? `il sert pour plus de ${combien(maximum, 'séance')} de suite` : '',
  ].filter((motif) => motif !== '');
}

/** The holders of more pouvoirs than allowed, with how many. */
export function porteursEnTrop(
  pouvoirs: readonly Pick<FaitsDePouvoir, 'porteur'>[],
  maximum: number,
): readonly (readonly [porteur: string, pouvoirs: number])[] {
  const parPorteur = new Map<string, number>();
  for (const { porteur } of pouvoirs) parPorteur.set(porteur, (parPorteur.get(porteur) ?? 0) + 1);
  return [...parPorteur].filter(([, n]) => n > maximum);
}

/** How many of the pouvoirs one member holds are valid. */
export const pouvoirsValables = (tenus: number, regime: RegimeMinimal, le: Jour): number =>
  Math.min(tenus, pouvoirsParPorteur(regime, le));

/** A pouvoir names its meetings: it serves another one only if it says so (TA Lille 1993). */
export const vautPourLaSeance = (seancesNommees: readonly Jour[], seance: Jour): boolean =>
  seancesNommees.includes(seance);

/**
 * A pouvoir may come during the sitting, in writing, unless the standing orders forbid it
 * (Sénat, reply 1540 of 11 October 2012).
 */
export const remiseEnSeancePossible = (ecrit: boolean, interditeParLeReglement: boolean): boolean =>
  ecrit && !interditeParLeReglement;

/** The mayor who must withdraw for the administrative account gives no pouvoir (Sénat 08561). */
export const mandantAdmis = (mandant: 'maire' | 'autre', compteAdministratif: boolean): boolean =>
  !(mandant === 'maire' && compteAdministratif);

/** Nor does the mayor carry one then: who leaves at the vote votes for nobody (L2121-14 al. 3). */
export const porteurAdmis = (porteur: 'maire' | 'autre', compteAdministratif: boolean): boolean =>
  !(porteur === 'maire' && compteAdministratif);

function phraseDesPouvoirs(
  pouvoirs: readonly FaitsDePouvoir[],
  ecarts: readonly string[],
  inconnus: readonly string[],
): string {
  const total = combien(pouvoirs.length, 'pouvoir');
  if (ecarts.length > 0) return `${total} : ${enumerer(ecarts)}.`;
  if (inconnus.length > 0) {
    return `${total} ; rien ne dit si le porteur est présent pour : ${enumerer(inconnus)}.`;
  }
  const ecrits = pouvoirs.every(({ ecrit }) => ecrit === true) ? 'chacun écrit, ' : 'chacun ';
  return pouvoirs.length === 0
    ? 'Aucun pouvoir n’a été donné.'
    : `${total}, ${ecrits}porté par un membre présent pour un membre absent, dans la limite permise.`;
}

const regleDesPouvoirs = (regime: RegimeMinimal, le: Jour): Regle => {
  if (enCriseSanitaire(le)) return regle('R-QUOR-03');
  return regle(estUneDelegation(regime) ? 'R-POUV-02' : 'R-POUV-01');
};

/**
 * Whether all the pouvoirs of the sitting can be used (R-POUV-01, R-POUV-02, R-QUOR-03): holders
 * in the room, givers away, no more than allowed each. That each is in writing, when nobody says
 * so, is another finding: `constatDesEcrits`.
 */
export function constatDesPouvoirs(
  pouvoirs: readonly FaitsDePouvoir[],
  regime: RegimeMinimal,
  le: Jour,
): Constat {
  const maximum = pouvoirsParPorteur(regime, le);
  const ecarts = [
    ...pouvoirs.flatMap((p) =>
      defautsDuPouvoir(p, regime).map(
        (motif) => `pour le pouvoir donné par ${p.mandant}, ${motif}`,
      ),
    ),
    ...porteursEnTrop(pouvoirs, maximum).map(
      ([porteur, n]) => `${porteur} en porte ${n} au lieu de ${maximum}`,
    ),
  ];
  const inconnus = pouvoirs
    .filter(({ porteurPresent }) => porteurPresent === null)
    .map(({ mandant }) => mandant);
  return {
    regle: regleDesPouvoirs(regime, le),
    conforme: ecarts.length > 0 ? false : inconnus.length > 0 ? null : true,
    phrase: phraseDesPouvoirs(pouvoirs, ecarts, inconnus),
    queFaire:
      ecarts.length > 0
        ? 'Écartez ces pouvoirs du vote, ou faites-les donner à un autre membre présent qui n’en porte pas.'
        : inconnus.length > 0
          ? 'Vérifiez que chaque porteur était dans la salle.'
          : null,
    faits: { pouvoirs: pouvoirs.length, parPorteur: maximum, ecarts: ecarts.length },
  };
}

/** A pouvoir is given in writing (L2121-20 al. 1): a finding when nobody told; null when told of all. */
export function constatDesEcrits(
  pouvoirs: readonly Pick<FaitsDePouvoir, 'mandant' | 'ecrit'>[],
  regime: RegimeMinimal,
  le: Jour,
): Constat | null {
  const inconnus = pouvoirs.filter(({ ecrit }) => ecrit === null).map(({ mandant }) => mandant);
  if (inconnus.length === 0) return null;
  const lesquels =
    inconnus.length === pouvoirs.length
      ? 'les pouvoirs'
      : `les pouvoirs donnés par ${enumerer(inconnus)}`;
  return {
    regle: regleDesPouvoirs(regime, le),
    conforme: null,
    phrase: `Rien ne dit si ${lesquels} sont écrits.`,
    queFaire: 'Gardez chaque pouvoir écrit avec le dossier de la séance.',
    faits: { pouvoirs: pouvoirs.length, ecritInconnu: inconnus.length },
  };
}
