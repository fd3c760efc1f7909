import { heureEnLettres } from '#base/heure.ts';
import { enToutesLettres } from '#base/jour.ts';
import { type Membre, membresEnExercice } from '#conseil/membre.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Bloc, DocumentImprime, Ligne } from '../document/document.ts';
import { pairesDeSeance } from '../extrait/identification.ts';
import { aSigner } from '../extrait/signatures.ts';
import { type Appel, appel, enExercice, salleALOuverture } from '../mots/assistance.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { ligne, paires, paragraphe, titre } from '../mots/ligne.ts';
import { accorder, nomDuMembre, nomme, nommeAvecFonction } from '../mots/membres.ts';
import { affaireEnMots } from '../mots/mouvements.ts';
import { enTeteDe } from '../mots/organe.ts';

/** Where each member stood at the opening; blank for a sitting still to come. */
function situation(seance: Seance, membre: Membre, a: Appel | null): Ligne {
  const { id } = membre;
  const pouvoir = [...(a?.representes ?? []), ...(a?.sansEffet ?? []), ...seance.pouvoirs].find(
    ({ mandant }) => mandant === id,
  );
  const donne = (mot: string): Ligne =>
    pouvoir === undefined ? ligne(mot) : ligne(`${mot} `, nomme(seance, pouvoir.mandataire));
  if (a === null) {
    if (pouvoir !== undefined) return donne('pouvoir à');
    return ligne(seance.excuses.includes(id) ? accorder(membre, 'excusé') : '');
  }
  if (a.presents.includes(id)) return ligne(accorder(membre, 'présent'));
  if (a.representes.some(({ mandant }) => mandant === id)) {
    return donne(`${accorder(membre, 'représenté')} par`);
  }
  if (a.sansEffet.some(({ mandant }) => mandant === id)) {
    return donne(`${accorder(membre, 'excusé')}, pouvoir sans effet à`);
  }
  return ligne(accorder(membre, a.excuses.includes(id) ? 'excusé' : 'absent'));
}

/** Two lines high: room enough for a hand. */
const PLACE_POUR_SIGNER = ligne('\u00a0\n\u00a0');

/** All members, in the order of the table, each with room to sign. */
function tableau(seance: Seance, a: Appel | null): Bloc {
  const { tableau: table, jour } = seance.identite;
  const membres = membresEnExercice(table, jour);
  const fonctions = membres.some(({ fonction }) => fonction !== null);
  return {
    genre: 'tableau',
    legende: null,
    colonnes: [
      { titre: 'N°', alignement: 'droite', largeur: 0.4 },
      { titre: fonctions ? 'Membre et fonction' : 'Membre', largeur: 3 },
      { titre: 'À l’ouverture', largeur: 3 },
      { titre: 'Signature', largeur: 2.4 },
    ],
    lignes: membres.map((membre, i) => [
      ligne(`${i + 1}`),
      ligne(
        { texte: nomDuMembre(membre), nom: true },
        membre.fonction === null ? '' : `\n${membre.fonction}`,
      ),
      situation(seance, membre, a),
      PLACE_POUR_SIGNER,
    ]),
  };
}

/** Arrivals and departures, in order, with the hour and the item under way when they were noted. */
function passages(seance: Seance): readonly Bloc[] {
  const lignes = seance.mouvements.flatMap(({ fait }) => {
    if (fait.type !== 'ArriveeConstatee' && fait.type !== 'DepartConstate') return [];
    return [
      [
        ligne(fait.heure === null ? '' : heureEnLettres(fait.heure)),
        nomme(seance, fait.membre),
        ligne(fait.type === 'ArriveeConstatee' ? 'arrivée' : 'départ'),
        ligne(
          fait.affaire === null
            ? 'entre deux affaires'
            : `pendant ${affaireEnMots(seance, fait.affaire)}`,
        ),
      ],
    ];
  });
  if (lignes.length === 0) return [];
  return [
    titre(2, 'Arrivées et départs'),
    {
      genre: 'tableau',
      legende: null,
      colonnes: [
        { titre: 'Heure', largeur: 0.8 },
        { titre: 'Membre', largeur: 2.6 },
        { titre: 'Mouvement' },
        { titre: 'Moment', largeur: 2.4 },
      ],
      lignes,
    },
  ];
}

/** The totals in one row: seats, members, and who was there once the sitting is open. */
function totaux(seance: Seance, a: Appel | null): Bloc {
  const sieges = seance.identite.tableau.sieges;
  const membres = enExercice(seance);
  const comptes: readonly (readonly [string, number])[] = [
    ['Sièges', sieges],
    ['Membres en exercice', membres],
    ...(a === null
      ? []
      : ([
          ['Présents à l’ouverture', a.presents.length],
          ['Représentés', a.representes.length],
          ['Excusés sans pouvoir', a.excuses.length + a.sansEffet.length],
          ['Absents', a.absents.length + a.sortis.length],
        ] as const)),
  ];
  return {
    genre: 'tableau',
    legende: null,
    colonnes: comptes.map(([nom]) => ({ titre: nom, alignement: 'centre' })),
    lignes: [comptes.map(([, n]) => ligne(`${n}`))],
  };
}

/** The attendance sheet: to be signed at the door, or the record of who was there. */
export function feuilleDePresence(seance: Seance): DocumentImprime {
  const { collectivite, assemblee, jour } = seance.identite;
  const salle = salleALOuverture(seance);
  const a = salle === null ? null : appel(seance, salle);
  return {
    genre: 'feuille-de-presence',
    titre: `Feuille de présence — séance du ${enToutesLettres(jour)}`,
    auteur: collectivite.nom,
    date: jour,
    mise: 'courante',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `Feuille de présence — séance du ${enToutesLettres(jour)}`,
    blocs: [
      titre(1, 'Feuille de présence'),
      ...paires(
        ...pairesDeSeance(
          seance,
          salle === null ? null : nommeAvecFonction(seance, salle.president),
        ),
      ),
      titre(2, 'Membres'),
      tableau(seance, a),
      ...passages(seance),
      titre(2, 'Totaux'),
      totaux(seance, a),
      paragraphe('Feuille vérifiée par :'),
      ...aSigner(seance),
    ],
    pieces: [
      faitsJoints('Les faits dont cette feuille est tirée', {
        seance: seance.identite,
        ouverture: seance.ouverture,
        pouvoirs: seance.pouvoirs,
        excuses: seance.excuses,
        mouvements: seance.mouvements,
      }),
    ],
  };
}
