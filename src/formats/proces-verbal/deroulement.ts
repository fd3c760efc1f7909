import { heureEnLettres } from '#base/heure.ts';
import type { DiscussionNotee, Fait, FaitSimple } from '#conseil/faits.ts';
import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import { faitsRetenus } from '#conseil/seance/rejeu/rectifications.ts';
import type { Constat } from '#droit/constat.ts';
import type { Bloc } from '../document/document.ts';
import { blocsDuRapport, estEcartee, phraseDEcart } from '../extrait/corps.ts';
import { pairesDAffaire } from '../extrait/identification.ts';
import { blocsDeDeport, blocsDeScrutin } from '../extrait/scrutin.ts';
import { appel, phraseDuQuorum } from '../mots/assistance.ts';
import { abaisser, encadre, gras, italique, paires, paragraphe, titre } from '../mots/ligne.ts';
import { dansLOrdre, membreDe, nomme, noms } from '../mots/membres.ts';
import { mouvementEnMots } from '../mots/mouvements.ts';

/** Something told at its own moment: `position` is its rank in the order things happened. */
export type Moment = { readonly position: number; readonly blocs: readonly Bloc[] };

/** What was said, under the name of who said it, unless the note already names its author. */
export function note(seance: Seance, { membre, texte }: DiscussionNotee): Bloc {
  if (membre === null) return paragraphe(texte);
  const { nom } = membreDe(seance, membre);
  const debut = texte.slice(0, 80).toLocaleLowerCase('fr');
  return debut.includes(nom.toLocaleLowerCase('fr'))
    ? paragraphe(texte)
    : paragraphe(nomme(seance, membre), ' : ', texte);
}

/** Away for this item only because they left or have not come yet: told when it changes. */
function presence(
  seance: Seance,
  suivi: SuiviDAffaire,
  constats: readonly Constat[],
): readonly Bloc[] {
  const salle = suivi.miseEnDiscussion?.assistance;
  if (salle === undefined) return [];
  const { sortis } = appel(seance, salle);
  return [
    phraseDuQuorum(seance, suivi, salle, constats),
    ...(sortis.length === 0
      ? []
      : [
          paragraphe(
            gras('Hors de la salle pour cette affaire : '),
            noms(seance, dansLOrdre(seance, sortis)),
          ),
        ]),
  ];
}

/** « 3. DL.2022-330 — Objet », as the order of business names it. */
export const intitule = ({ affaire }: SuiviDAffaire, ordre: number): string =>
  `${affaire.rang ?? ordre}. ${affaire.numero === null ? '' : `${affaire.numero} — `}${affaire.objet}`;

/** Moves that fall while an item is under discussion are told within it. */
function pendant(seance: Seance, suivi: SuiviDAffaire): readonly Bloc[] {
  return seance.mouvements.flatMap(({ fait }) => {
    const dans =
      (fait.type === 'ArriveeConstatee' || fait.type === 'DepartConstate') &&
      fait.affaire === suivi.affaire.id;
    const phrase = dans ? mouvementEnMots(seance, fait) : null;
    return phrase === null ? [] : [paragraphe(phrase.map((f) => ({ ...f, italique: true })))];
  });
}

/** All the minutes owe to one item (L2121-15 al. 4). */
function blocsDUneAffaire(
  seance: Seance,
  suivi: SuiviDAffaire,
  ordre: number,
  constats: readonly Constat[],
): readonly Bloc[] {
  const tete: readonly Bloc[] = [
    titre(2, intitule(suivi, ordre)),
    ...paires(...pairesDAffaire(seance, { ...suivi.affaire, rang: null })),
  ];
  if (estEcartee(suivi)) {
    return [
      ...tete,
      ...suivi.discussion.map((fait) => note(seance, fait)),
      encadre('neutre', null, [paragraphe(gras(phraseDEcart(suivi)))]),
    ];
  }
  const heure = suivi.miseEnDiscussion?.heure ?? null;
  return [
    ...tete,
    ...(heure === null ? [] : [paragraphe(`Mise en discussion à ${heureEnLettres(heure)}.`)]),
    ...presence(seance, suivi, constats),
    ...blocsDeDeport(seance, suivi),
    ...abaisser(blocsDuRapport(suivi)),
    titre(3, 'Discussion'),
    ...(suivi.discussion.length === 0
      ? [paragraphe(italique('Aucune intervention n’a été notée.'))]
      : suivi.discussion.map((fait) => note(seance, fait))),
    ...pendant(seance, suivi),
    titre(3, suivi.etat === 'prise-d-acte' ? 'Prise d’acte' : 'Vote'),
    ...abaisser(blocsDeScrutin(seance, suivi, 'proces-verbal')),
  ];
}

/** Where an item stands among the facts: when it was discussed, else when it was set aside. */
function positionDe(faits: readonly (FaitSimple | null)[], suivi: SuiviDAffaire): number {
  if (suivi.miseEnDiscussion !== null) return suivi.miseEnDiscussion.position;
  const ecarts: ReadonlySet<Fait['type']> = new Set<Fait['type']>([
    'AffaireAjournee',
    'AffaireRetiree',
    'AffaireRenvoyee',
    'VoteClos',
    'TourDeNominationClos',
  ]);
  const position = faits.findIndex(
    (fait) =>
      fait !== null &&
      ecarts.has(fait.type) &&
      'affaire' in fait &&
      fait.affaire === suivi.affaire.id,
  );
  return position === -1 ? Number.MAX_SAFE_INTEGER : position;
}

/**
 * The sitting as it went: items, arrivals, departures, suspensions, closed sessions and notes, in
 * the order of the facts. Proxies and absences of the opening are told in the attendance.
 */
export function deroulement(seance: Seance, constats: readonly Constat[]): readonly Bloc[] {
  const faits = faitsRetenus(seance.faits);
  const affaires: readonly Moment[] = seance.affaires.map((suivi, i) => ({
    position: positionDe(faits, suivi),
    blocs: blocsDUneAffaire(seance, suivi, i + 1, constats),
  }));
  const premiere = Math.min(Number.MAX_SAFE_INTEGER, ...affaires.map(({ position }) => position));
  const mouvements: readonly Moment[] = seance.mouvements.flatMap(({ position, fait }) => {
    const ailleurs =
      fait.type === 'DeportDeclare' ||
      ((fait.type === 'PouvoirRemis' || fait.type === 'PouvoirRetire') && position < premiere) ||
      ((fait.type === 'ArriveeConstatee' || fait.type === 'DepartConstate') &&
        fait.affaire !== null &&
        seance.affaires.some((s) => s.affaire.id === fait.affaire && !estEcartee(s)));
    const phrase = ailleurs ? null : mouvementEnMots(seance, fait);
    return phrase === null
      ? []
      : [{ position, blocs: [encadre('neutre', null, [paragraphe(phrase)])] }];
  });
  const notes: readonly Moment[] = faits.flatMap((fait, position) =>
    fait?.type === 'DiscussionNotee' && fait.affaire === null
      ? [{ position, blocs: [note(seance, fait)] }]
      : [],
  );
  return [...affaires, ...mouvements, ...notes]
    .toSorted((x, y) => x.position - y.position)
    .flatMap(({ blocs }) => blocs);
}
