import { enToutesLettres } from '#base/jour.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import { afficheDue, limiteDAffichage } from '#droit/cgct/l2121-25/liste.ts';
import type { Bloc, DocumentImprime } from '../document/document.ts';
import { quand } from '../extrait/identification.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { encadre, ligne, paires, paragraphe, titre } from '../mots/ligne.ts';
import { majuscule } from '../mots/nombres.ts';
import { CGCT, deLAssemblee, enTeteDe, motsDe } from '../mots/organe.ts';
import { decompteEnMots, issueEnMots } from '../mots/vote.ts';

/** What the council made of each item, in the order of the sitting. */
function tableau({ affaires }: Seance): Bloc {
  const numerotees = affaires.some(({ affaire }) => affaire.numero !== null);
  return {
    genre: 'tableau',
    legende: null,
    colonnes: [
      { titre: 'Ordre', alignement: 'centre', largeur: 0.6 },
      ...(numerotees ? [{ titre: 'Numéro', largeur: 1.2 } as const] : []),
      { titre: 'Objet', largeur: 4 },
      { titre: 'Résultat', largeur: 2.6 },
    ],
    lignes: affaires.map((suivi, i) => {
      const { affaire, vote } = suivi;
      const detail =
        vote === null
          ? issueEnMots(suivi)
          : `${issueEnMots(suivi)} : ${decompteEnMots(vote.resultat)}${vote.resultat.preponderante ? ' (voix du président prépondérante)' : ''}`;
      return [
        ligne(`${affaire.rang ?? i + 1}`),
        ...(numerotees ? [ligne(affaire.numero ?? '')] : []),
        ligne(affaire.objet),
        ligne(detail),
      ];
    }),
  };
}

/** When the list had to be posted and put on line, and when it was (L2121-25). */
function delai({ identite, liste }: Seance): readonly Bloc[] {
  const { collectivite, jour } = identite;
  const communal = collectivite.genre === 'commune' || collectivite.genre === 'epci';
  const dates = paires(
    ['Affichée le', liste?.afficheeLe ? enToutesLettres(liste.afficheeLe) : null],
    ['Mise en ligne le', liste?.enLigneLe ? enToutesLettres(liste.enLigneLe) : null],
  );
  if (!communal || afficheDue(jour) !== 'liste-des-deliberations') return dates;
  const { lieu } = motsDe(collectivite);
  return [
    encadre('neutre', null, [
      paragraphe(
        `À afficher ${lieu} et à mettre en ligne, quand un site existe, au plus tard le ${enToutesLettres(limiteDAffichage(jour))} (article L2121-25 du ${CGCT}).`,
      ),
      ...dates,
    ]),
  ];
}

/** The list of the deliberations examined: day, object, approved or rejected (L2121-25). */
export function listeDesDeliberations(seance: Seance): DocumentImprime {
  const { collectivite, assemblee, jour, lieu } = seance.identite;
  return {
    genre: 'liste-des-deliberations',
    titre: `Liste des délibérations examinées — séance du ${enToutesLettres(jour)}`,
    auteur: collectivite.nom,
    date: jour,
    mise: 'courante',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `Liste des délibérations examinées — séance du ${enToutesLettres(jour)}`,
    blocs: [
      titre(1, 'Liste des délibérations examinées'),
      ...paires(
        [`Séance ${deLAssemblee(assemblee)}`, quand(seance)],
        ['Lieu', lieu === null ? null : majuscule(lieu)],
      ),
      ...(seance.affaires.length === 0
        ? [paragraphe('Aucune affaire n’a été examinée.')]
        : [tableau(seance)]),
      ...delai(seance),
      paragraphe(
        'Le texte de chaque délibération peut être consulté, et une copie demandée, auprès du secrétariat.',
      ),
    ],
    pieces: [
      faitsJoints('Les faits dont cette liste est tirée', {
        seance: seance.identite,
        affaires: seance.affaires.map(({ affaire, etat, vote, tours, issue }) => ({
          id: affaire.id,
          numero: affaire.numero,
          rang: affaire.rang,
          objet: affaire.objet,
          etat,
          resultat: vote?.resultat ?? null,
          elu: tours.at(-1)?.elu ?? null,
          issue,
        })),
        liste: seance.liste,
      }),
    ],
  };
}
