import type { Heure } from '#base/heure.ts';
import { type Result, err, ok } from '#base/result.ts';
import type { IdAffaire } from '../affaire.ts';
import type { Fait, FaitInsere, FaitSimple } from '../faits.ts';
import { type Retenu, resoudre } from '../seance/rejeu/rectifications.ts';

/** Facts of the meeting itself: what comes after the sitting has days, not hours. */
const heureDe = (fait: FaitSimple | null): Heure | null =>
  fait !== null && fait.type !== 'SeancePreparee' && 'heure' in fait ? fait.heure : null;

/** An hour that comes before that of the opening is of the next day: councils sit past midnight. */
function ordreDesHeures(faits: readonly Retenu[]): (heure: Heure) => string {
  const ouverture = faits.find(({ fait }) => fait?.type === 'SeanceOuverte')?.fait ?? null;
  const debut = heureDe(ouverture);
  return (heure) => `${debut !== null && heure < debut ? 1 : 0}${heure}`;
}

const clot = (fait: FaitSimple | null, affaire: IdAffaire): boolean =>
  (fait?.type === 'VoteClos' || fait?.type === 'TourDeNominationClos') && fait.affaire === affaire;

/**
 * After which recorded fact something took place, by its hour. `places`: the ranks between which
 * the hours noted do not choose, in order; one only when they do. Empty: no hour to go by.
 */
function candidats(faits: readonly Retenu[], a: Heure): readonly Retenu[] {
  const enOrdre = ordreDesHeures(faits);
  const dernier = faits.findLastIndex(({ fait }) => {
    const heure = heureDe(fait);
    return heure !== null && enOrdre(heure) <= enOrdre(a);
  });
  if (dernier === -1) return [];
  const suivant = faits.findIndex(
    ({ fait }, rang) => rang > dernier && (heureDe(fait) !== null || fait?.type === 'SeanceLevee'),
  );
  return faits
    .slice(dernier, suivant === -1 ? faits.length : suivant)
    .filter(({ fait }) => fait !== null);
}

/**
 * The rank after which to insert a fact, from its hour and from the item it says was under way: an
 * arrival during an item comes before its vote. The error gives the ranks left to choose from, none
 * when no hour was noted before.
 */
export function placeALHeure(
  flux: readonly Fait[],
  a: Heure,
  fait: FaitInsere['fait'],
): Result<number, readonly number[]> {
  const places = candidats(resoudre(flux).faits, a);
  const affaire = 'affaire' in fait && typeof fait.affaire === 'string' ? fait.affaire : null;
  const vote = affaire === null ? -1 : places.findIndex(({ fait: autre }) => clot(autre, affaire));
  const [premiere] = places;
  const choisie = vote > 0 ? places[vote - 1] : places.length === 1 ? premiere : undefined;
  return choisie === undefined ? err(places.map(({ position }) => position)) : ok(choisie.position);
}
