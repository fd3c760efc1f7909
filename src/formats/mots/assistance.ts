import type { Fait } from '#conseil/faits.ts';
import { type IdMembre, membresEnExercice } from '#conseil/membre.ts';
import type { Assistance, Pouvoir, Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { faitsRetenus } from '#conseil/seance/rejeu/rectifications.ts';
import { assistance } from '#conseil/seance/rejeu/salle.ts';
import { rejouer } from '#conseil/seance/rejouer.ts';
import type { Constat } from '#droit/constat.ts';
import { quorum } from '#droit/cgct/l2121-17/quorum.ts';
import type { Bloc } from '../document/document.ts';
import { gras, paragraphe } from './ligne.ts';
import { noms, pouvoirsNommes } from './membres.ts';
import { articleDesPouvoirs } from './organe.ts';
import { compter, minuscule } from './nombres.ts';

/** The facts by which an item leaves the sitting without a decision. */
const ECARTS: readonly Fait['type'][] = ['AffaireAjournee', 'AffaireRetiree', 'AffaireRenvoyee'];

/** The room when an item was set aside without having been discussed. */
function assistanceALEcart(seance: Seance, { affaire }: SuiviDAffaire): Assistance | null {
  const faits = faitsRetenus(seance.faits);
  const rang = faits.findLastIndex(
    (fait) =>
      fait !== null &&
      ECARTS.includes(fait.type) &&
      'affaire' in fait &&
      fait.affaire === affaire.id,
  );
  const avant = faits.slice(0, Math.max(0, rang)).filter((fait) => fait !== null);
  return avant.length === 0 ? null : assistance(rejouer(avant), null);
}

/**
 * The room as it was when the item was decided: its last vote or round, else its discussion, else
 * the moment it was set aside.
 */
export const assistanceDe = (seance: Seance, suivi: SuiviDAffaire): Assistance | null =>
  suivi.vote?.assistance ??
  suivi.tours.at(-1)?.assistance ??
  suivi.miseEnDiscussion?.assistance ??
  assistanceALEcart(seance, suivi) ??
  seance.ouverture?.assistance ??
  null;

/**
 * The room at the opening. Proxies are handed in just after the chair opens the sitting: whoever
 * had given one when the first item came is told as represented, not as absent.
 */
export function salleALOuverture({ ouverture, affaires, pouvoirs }: Seance): Assistance | null {
  if (ouverture === null) return null;
  const { assistance: salle } = ouverture;
  const [premiere] = affaires
    .flatMap(({ miseEnDiscussion }) => (miseEnDiscussion === null ? [] : [miseEnDiscussion]))
    .toSorted((x, y) => x.position - y.position);
  const remis = premiere?.assistance.representes ?? pouvoirs;
  const presents = new Set(salle.presents);
  const representes = remis.filter(
    ({ mandant, mandataire }) => !presents.has(mandant) && presents.has(mandataire),
  );
  const mandants = new Set(representes.map(({ mandant }) => mandant));
  return {
    ...salle,
    representes,
    absents: salle.absents
      .concat(salle.representes.map(({ mandant }) => mandant))
      .filter((id, i, tous) => !mandants.has(id) && tous.indexOf(id) === i),
  };
}

/** Everybody who sat at one moment or another: at the opening, or arrived later. */
export const venus = (seance: Seance): ReadonlySet<IdMembre> =>
  new Set([
    ...(seance.ouverture?.assistance.presents ?? []),
    ...seance.mouvements.flatMap(({ fait }) =>
      fait.type === 'ArriveeConstatee' ? [fait.membre] : [],
    ),
  ]);

export type Appel = {
  readonly presents: readonly IdMembre[];
  readonly representes: readonly Pouvoir[];
  /** Away for this item, yet in the room at another moment of the sitting. */
  readonly sortis: readonly IdMembre[];
  /** Gave a proxy that carries no voice now: its holder is away, or stepped aside. */
  readonly sansEffet: readonly Pouvoir[];
  readonly excuses: readonly IdMembre[];
  readonly absents: readonly IdMembre[];
};

/** Sorts every member en exercice into one class, and only one, for a moment of the sitting. */
export function appel(seance: Seance, { presents, representes, absents }: Assistance): Appel {
  const dejaVenus = venus(seance);
  const sortis = absents.filter((id) => dejaVenus.has(id));
  const restent = absents.filter((id) => !dejaVenus.has(id));
  const sansEffet = seance.pouvoirs.filter(({ mandant }) => restent.includes(mandant));
  const ontDonne = new Set(sansEffet.map(({ mandant }) => mandant));
  const autres = restent.filter((id) => !ontDonne.has(id));
  return {
    presents,
    representes,
    sortis,
    sansEffet,
    excuses: autres.filter((id) => seance.excuses.includes(id)),
    absents: autres.filter((id) => !seance.excuses.includes(id)),
  };
}

const groupe = (nom: string, combien: number, qui: ReturnType<typeof noms>): readonly Bloc[] =>
  combien === 0 ? [] : [paragraphe(gras(`${nom} (${combien}) : `), qui)];

/** The names, class by class; a class without anybody is said « néant » only where the law wants it. */
export function blocsDAppel(seance: Seance, salle: Assistance): readonly Bloc[] {
  const a = appel(seance, salle);
  const article = articleDesPouvoirs(seance.identite.collectivite);
  return [
    paragraphe(gras(`Présents (${a.presents.length}) : `), noms(seance, a.presents)),
    ...groupe(
      article === null
        ? 'Excusés ayant donné pouvoir'
        : `Excusés ayant donné pouvoir, article ${article}`,
      a.representes.length,
      pouvoirsNommes(seance, a.representes),
    ),
    ...groupe(
      'Excusés, pouvoir sans effet pour cette affaire',
      a.sansEffet.length,
      pouvoirsNommes(seance, a.sansEffet),
    ),
    ...groupe('Excusés sans pouvoir', a.excuses.length, noms(seance, a.excuses)),
    ...groupe(
      'Absents pour cette affaire, présents à un autre moment de la séance',
      a.sortis.length,
      noms(seance, a.sortis),
    ),
    ...groupe('Absents', a.absents.length, noms(seance, a.absents)),
  ];
}

/** How many members sit, that day. */
export const enExercice = ({ identite }: Seance): number =>
  membresEnExercice(identite.tableau, identite.jour).length;

/**
 * Is the quorum there? The law's own finding speaks when there is one for this item; else, when
 * nobody stepped aside, the plain figures (L2121-17). Who steps aside changes the count, by rules
 * that live in `droit/`: without their finding, only the room is told.
 */
export function phraseDuQuorum(
  seance: Seance,
  suivi: SuiviDAffaire | null,
  salle: Assistance,
  constats: readonly Constat[],
): Bloc {
  const id = suivi?.affaire.id;
  const trouve = constats.find(
    ({ regle, affaire }) => regle.id.startsWith('R-QUOR-') && affaire === id,
  );
  if (trouve !== undefined) return paragraphe(gras('Quorum : '), minuscule(trouve.phrase));
  const exercice = enExercice(seance);
  const presents = salle.presents.length;
  const salleEnMots = `${compter(exercice, 'membre')} en exercice, ${compter(presents, 'présent')}.`;
  if (suivi !== null && suivi.deports.length > 0) return paragraphe(gras('Quorum : '), salleEnMots);
  const requis = quorum(exercice);
  const verdict =
    seance.convocation?.rang === 'seconde'
      ? 'La séance suit une seconde convocation : aucun quorum n’est exigé.'
      : `Il en faut ${requis} : le quorum ${presents >= requis ? 'est atteint' : 'n’est pas atteint'}.`;
  return paragraphe(gras('Quorum : '), `${salleEnMots} ${verdict}`);
}
