import type { Result } from '#base/result.ts';
import type { CommandeDe } from '../commande.ts';
import { chacunUneFois, nombresPossibles, tientDansLaSalle, trancher } from '../refus/exigences.ts';
import type { TourDeNominationClos } from '../faits.ts';
import type { RefusParCode } from '../refus/refus.ts';
import type { Seance } from '../seance/etat.ts';
import { suiviDe } from '../seance/rejeu/affaires.ts';

export type CloreUnTour = CommandeDe<'CloreUnTour', TourDeNominationClos>;
export type CloreUnTourRefuse = RefusParCode<
  | 'tour-hors-de-rang'
  | 'nombre-impossible'
  | 'vote-plus-grand-que-la-salle'
  | 'plus-de-bulletins-que-de-votants'
  | 'candidat-en-double'
  | 'membre-inconnu'
  | 'membre-hors-mandat'
  | 'compte-deux-fois'
>;

/**
 * Closes a round of an appointment (L2121-21, L2122-7): rounds follow one another, three at most,
 * and no more papers come out of the box than voters went to it. Who is appointed is computed.
 */
export function cloreUnTour(
  seance: Seance,
  commande: CloreUnTour,
): Result<readonly [TourDeNominationClos], CloreUnTourRefuse> {
  const { votants, blancs, nuls, candidats } = commande;
  const suivi = suiviDe(seance, commande.affaire);
  const membres = candidats.flatMap(({ membre }) => (membre === null ? [] : [membre]));
  const refus =
    horsDeRang(commande.tour, suivi?.tours.length ?? 0) ??
    nombresPossibles({ votants, blancs, nuls }) ??
    nombresPossibles(Object.fromEntries(candidats.map(({ nom, voix }) => [nom, voix]))) ??
    enDouble(candidats.map(({ nom }) => nom)) ??
    chacunUneFois(seance, membres) ??
    tientDansLaSalle(seance, suivi, votants) ??
    tropDeBulletins(commande);
  return trancher(refus, { ...commande, type: 'TourDeNominationClos' });
}

function horsDeRang(tour: number, faits: number): RefusParCode<'tour-hors-de-rang'> | null {
  if (tour === faits + 1) return null;
  return { code: 'tour-hors-de-rang', tour, attendu: faits < 3 ? faits + 1 : null };
}

function enDouble(noms: readonly string[]): RefusParCode<'candidat-en-double'> | null {
  const nom = noms.find((autre, rang) => noms.indexOf(autre) < rang);
  return nom === undefined ? null : { code: 'candidat-en-double', nom };
}

function tropDeBulletins({
  votants,
  blancs,
  nuls,
  candidats,
}: CloreUnTour): RefusParCode<'plus-de-bulletins-que-de-votants'> | null {
  const bulletins = candidats.reduce((somme, { voix }) => somme + voix, blancs + nuls);
  return bulletins > votants
    ? { code: 'plus-de-bulletins-que-de-votants', bulletins, votants }
    : null;
}
