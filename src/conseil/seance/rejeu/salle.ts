import type { SuiviDAffaire, Assistance, Pouvoir, Seance } from '../etat.ts';
import type { SeancePreparee } from '../../faits.ts';
import { type IdMembre, membresEnExercice } from '../../membre.ts';

/** Asked for each item of a sitting, and the same for all: worked out once a table and a day. */
const connus = new WeakMap<SeancePreparee, readonly IdMembre[]>();

/** The ids of the members whose mandate runs on the day of the sitting, in the order of the table. */
export function idsEnExercice({ identite }: Seance): readonly IdMembre[] {
  const deja = connus.get(identite);
  if (deja !== undefined) return deja;
  const ids = membresEnExercice(identite.tableau, identite.jour).map(({ id }) => id);
  connus.set(identite, ids);
  return ids;
}

/**
 * Proxies that carry a voice: the giver is away, the holder is in the room, and neither stepped
 * aside. An interested holder may not vote for an absent colleague (RM AN 20278), nor may a
 * colleague vote for an interested giver (L2131-11): such a giver is simply absent for the item.
 * A holder of two proxies carries both: whether he may is the law's opinion (L2121-20 al. 1).
 */
function representes(
  pouvoirs: readonly Pouvoir[],
  salle: ReadonlySet<IdMembre>,
  enExercice: ReadonlySet<IdMembre>,
  deportes: ReadonlySet<IdMembre>,
): readonly Pouvoir[] {
  return pouvoirs.filter(
    ({ mandant, mandataire }) =>
      enExercice.has(mandant) &&
      enExercice.has(mandataire) &&
      !salle.has(mandant) &&
      salle.has(mandataire) &&
      !deportes.has(mandant) &&
      !deportes.has(mandataire),
  );
}

/** The members who stepped aside for this item. */
export const deportesDe = (suivi: SuiviDAffaire | null): ReadonlySet<IdMembre> =>
  new Set(suivi?.deports.map(({ membre }) => membre));

/**
 * Who is in the room, represented and away, now; for one item when `suivi` is given: a member who
 * stepped aside and left the room is then away, and comes back with the next item. Null while the
 * sitting has not been opened: there is no room yet.
 */
export function assistance(seance: Seance, suivi: SuiviDAffaire | null): Assistance | null {
  if (seance.president === null) return null;
  const ids = idsEnExercice(seance);
  const sortis = new Set(
    suivi?.deports.filter(({ quitteLaSalle }) => quitteLaSalle).map(({ membre }) => membre),
  );
  const salle = new Set(seance.presents.filter((id) => !sortis.has(id)));
  const portes = representes(seance.pouvoirs, salle, new Set(ids), deportesDe(suivi));
  const mandants = new Set(portes.map(({ mandant }) => mandant));
  return {
    president: suivi?.president ?? seance.president,
    presents: ids.filter((id) => salle.has(id)),
    representes: portes,
    absents: ids.filter((id) => !salle.has(id) && !mandants.has(id)),
  };
}
