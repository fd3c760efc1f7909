import { heureEnLettres } from '#base/heure.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { Seance } from '#conseil/seance/etat.ts';
import type { Constat } from '#droit/constat.ts';
import type { Bloc, DocumentImprime } from '../document/document.ts';
import { pairesDeSeance } from '../extrait/identification.ts';
import { aSigner } from '../extrait/signatures.ts';
import { blocsDAppel, phraseDuQuorum, salleALOuverture } from '../mots/assistance.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { ligne, liste, paragraphe, titre, paires } from '../mots/ligne.ts';
import { nomDuMembre, membreDe, nommeAvecFonction } from '../mots/membres.ts';
import { majuscule } from '../mots/nombres.ts';
import { finEnMots } from '../mots/mouvements.ts';
import { avecArticle, enTeteDe } from '../mots/organe.ts';
import { deroulement } from './deroulement.ts';

/** The order of business, as it was sent out. */
function ordreDuJour({ affaires }: Seance): readonly Bloc[] {
  if (affaires.length === 0) return [paragraphe('Aucune affaire n’était inscrite.')];
  return [
    liste(
      affaires.map(({ affaire: { numero, objet } }) =>
        ligne(numero === null ? '' : `${numero} — `, objet),
      ),
      true,
    ),
  ];
}

/** Who was there when the sitting opened, and whether the council could sit. */
function ouverture(seance: Seance, constats: readonly Constat[]): readonly Bloc[] {
  const salle = salleALOuverture(seance);
  if (salle === null) return [paragraphe('La séance n’a pas été ouverte.')];
  const heure = seance.ouverture?.heure ?? null;
  const president = nomDuMembre(membreDe(seance, salle.president));
  return [
    paragraphe(
      `La séance est ouverte${heure === null ? '' : ` à ${heureEnLettres(heure)}`} sous la présidence de `,
      { texte: president, nom: true },
      '.',
    ),
    ...blocsDAppel(seance, salle),
    phraseDuQuorum(seance, null, salle, constats),
  ];
}

function cloture(seance: Seance): readonly Bloc[] {
  const { levee } = seance;
  if (levee === null) return [paragraphe('La séance n’est pas levée.')];
  const heure =
    levee.heure === null
      ? 'La séance est levée. L’heure n’a pas été notée.'
      : `La séance est levée à ${heureEnLettres(levee.heure)}.`;
  return [paragraphe(`${finEnMots(levee.motif)} ${heure}`.trim())];
}

/** Where the minutes stand: adopted at the start of the next sitting, or a blank for it. */
function adoption({ procesVerbal: arrete, identite }: Seance): readonly Bloc[] {
  const qui = majuscule(avecArticle(identite.assemblee));
  if (arrete === null) {
    return [
      paragraphe(
        `${qui} arrête ce procès-verbal au début de la séance suivante : séance du ……………………………….`,
      ),
    ];
  }
  const publie = arrete.publieLe === null ? '' : ` Publié le ${enToutesLettres(arrete.publieLe)}.`;
  return [
    paragraphe(`Procès-verbal arrêté à la séance du ${enToutesLettres(arrete.le)}.${publie}`),
  ];
}

/** Corrections are told with what they correct and why: nothing is erased. */
function rectifications({ rectifications: traces }: Seance): readonly Bloc[] {
  if (traces.length === 0) return [];
  return [
    titre(2, 'Rectifications'),
    liste(
      traces.map(({ fait }) => ligne(`Une mention de la séance a été corrigée : ${fait.motif}`)),
    ),
  ];
}

/**
 * The minutes, with all that L2121-15 al. 4 asks for: day and hour, chair, members present,
 * represented and absent, secretaries, quorum, order of business, reports and deliberations,
 * special ballots asked for, results (by name in a public ballot), substance of the discussions;
 * movements and incidents in the order they happened.
 */
export function procesVerbal(seance: Seance, constats: readonly Constat[] = []): DocumentImprime {
  const { collectivite, assemblee, jour } = seance.identite;
  const president = seance.ouverture?.assistance.president ?? null;
  return {
    genre: 'proces-verbal',
    titre: `Procès-verbal de la séance du ${enToutesLettres(jour)}`,
    auteur: collectivite.nom,
    date: jour,
    mise: 'courante',
    enTete: enTeteDe(collectivite, assemblee),
    piedDePage: `Procès-verbal — séance du ${enToutesLettres(jour)}`,
    blocs: [
      titre(1, `Procès-verbal de la séance du ${enToutesLettres(jour)}`),
      ...paires(
        ...pairesDeSeance(seance, president === null ? null : nommeAvecFonction(seance, president)),
      ),
      titre(2, 'Ouverture'),
      ...ouverture(seance, constats),
      titre(2, 'Ordre du jour'),
      ...ordreDuJour(seance),
      ...deroulement(seance, constats),
      titre(2, 'Clôture'),
      ...cloture(seance),
      ...rectifications(seance),
      ...adoption(seance),
      ...aSigner(seance),
    ],
    pieces: [faitsJoints('Les faits dont ce procès-verbal est tiré', { faits: seance.faits })],
  };
}
