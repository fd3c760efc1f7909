import { assert } from '#base/assert.ts';
import { enToutesLettres } from '#base/jour.ts';
import type { Assistance, Seance } from '#conseil/seance/etat.ts';
import type { Constat } from '#droit/constat.ts';
import type { Bloc, DocumentImprime } from '../document/document.ts';
import { blocsDuRapport } from '../extrait/corps.ts';
import { pairesDAffaire, pairesDeSeance } from '../extrait/identification.ts';
import { blocsDeDeport, blocsDeScrutin } from '../extrait/scrutin.ts';
import { cadreDuChef, cadresDesSecretaires } from '../extrait/signatures.ts';
import {
  appel,
  assistanceDe,
  blocsDAppel,
  phraseDuQuorum,
  salleALOuverture,
  venus,
} from '../mots/assistance.ts';
import { faitsJoints } from '../mots/faits-joints.ts';
import { abaisser, SAUT, gras, ligne, paragraphe, titre, paires } from '../mots/ligne.ts';
import { dansLOrdre, nomme, nommeAvecFonction } from '../mots/membres.ts';
import { CGCT, deLAssemblee } from '../mots/organe.ts';
import { issueEnMots } from '../mots/vote.ts';
import { type ActeInscrit, actesInscrits } from './actes.ts';
import { blocsDeTables } from './tables.ts';

const memeSalle = (a: Assistance, b: Assistance): boolean =>
  a.president === b.president &&
  a.presents.join(' ') === b.presents.join(' ') &&
  a.representes.map(({ mandant, mandataire }) => `${mandant} ${mandataire}`).join('/') ===
    b.representes.map(({ mandant, mandataire }) => `${mandant} ${mandataire}`).join('/');

/** The room for one act: in full when it is not the one told on the first sheet. */
function presence(seance: Seance, { suivi }: ActeInscrit, constats: readonly Constat[]) {
  const salle = assistanceDe(seance, suivi);
  const ouverture = salleALOuverture(seance);
  if (salle === null) return [];
  const quorum = phraseDuQuorum(
    seance,
    suivi,
    suivi.miseEnDiscussion?.assistance ?? salle,
    constats,
  );
  if (ouverture !== null && memeSalle(salle, ouverture)) {
    const { presents, representes } = appel(seance, salle);
    return [
      paragraphe(
        `Mêmes membres qu’à l’ouverture : ${presents.length} présents, ${representes.length} représentés.`,
      ),
      quorum,
      ...blocsDeDeport(seance, suivi),
    ];
  }
  const president =
    salle.president === ouverture?.president
      ? []
      : [paragraphe(gras('Présidence : '), nommeAvecFonction(seance, salle.president))];
  return [...president, ...blocsDAppel(seance, salle), quorum, ...blocsDeDeport(seance, suivi)];
}

/** One deliberation, its number in the margin; no blank is left where words could be added. */
function feuilletsDe(
  seance: Seance,
  acte: ActeInscrit,
  constats: readonly Constat[],
): readonly Bloc[] {
  const { affaire } = acte.suivi;
  return [
    { genre: 'filet' },
    {
      genre: 'marge',
      ligne: ligne(
        gras(affaire.numero ?? `n° ${acte.ordre}`),
        `\nn° ${acte.ordre} de la séance`,
        affaire.matiere === null ? '' : `\nmatière ${affaire.matiere.code}`,
      ),
    },
    titre(2, affaire.objet),
    ...paires(...pairesDAffaire(seance, { ...affaire, rang: null })),
    ...presence(seance, acte, constats),
    ...abaisser(blocsDuRapport(acte.suivi)),
    titre(3, acte.suivi.etat === 'prise-d-acte' ? 'Prise d’acte' : 'Vote'),
    ...abaisser(blocsDeScrutin(seance, acte.suivi, 'registre')),
  ];
}

/**
 * The sheet that closes the sitting: order numbers of the deliberations taken, members present,
 * room for the mayor and the secretaries to sign by hand (R2121-9 al. 3 and 9).
 */
function cloture(seance: Seance, actes: readonly ActeInscrit[]): readonly Bloc[] {
  const presents = dansLOrdre(seance, [...venus(seance)]);
  return [
    SAUT,
    titre(2, `Feuillet de clôture de la séance du ${enToutesLettres(seance.identite.jour)}`),
    ...(actes.length === 0
      ? [paragraphe('Aucune délibération n’a été prise au cours de cette séance.')]
      : [
          {
            genre: 'tableau',
            legende: 'Délibérations prises',
            colonnes: [
              { titre: 'Ordre', alignement: 'centre', largeur: 0.6 },
              { titre: 'Numéro', largeur: 1.8 },
              { titre: 'Objet', largeur: 4 },
              { titre: 'Résultat', largeur: 1.8 },
            ],
            lignes: actes.map(({ suivi, ordre }) => [
              ligne(`${ordre}`),
              ligne(suivi.affaire.numero ?? ''),
              ligne(suivi.affaire.objet),
              ligne(issueEnMots(suivi)),
            ]),
          } as const,
        ]),
    titre(3, `Membres présents (${presents.length})`),
    {
      genre: 'tableau',
      legende: null,
      colonnes: [
        { titre: 'Membre', largeur: 2 },
        { titre: 'Membre', largeur: 2 },
      ],
      lignes: deuxParDeux(presents.map((id) => nomme(seance, id))),
    },
    titre(3, 'Signatures'),
    paragraphe(`Signatures portées à la main sur le registre papier (article R2121-9 du ${CGCT}).`),
    { genre: 'signatures', cadres: [cadreDuChef(seance), ...cadresDesSecretaires(seance)] },
  ];
}

/** Names in two columns, read down the first, then the second. */
function deuxParDeux<T extends readonly unknown[]>(
  noms: readonly T[],
): readonly (readonly (T | [])[])[] {
  const moitie = Math.ceil(noms.length / 2);
  return noms.slice(0, moitie).map((nom, i) => [nom, noms[moitie + i] ?? []]);
}

/**
 * The sheets of the register for one sitting (R2121-9): commune and day on each, numbered from
 * `premierFeuillet` (null leaves the number to be written by hand), one deliberation after the
 * other with its order number in the margin, the closing sheet, the tables by date and by object.
 * Throws when the first sheet is not a whole number from 1.
 */
export function registre(
  seance: Seance,
  premierFeuillet: number | null,
  constats: readonly Constat[] = [],
): DocumentImprime {
  assert(
    premierFeuillet === null || (Number.isSafeInteger(premierFeuillet) && premierFeuillet >= 1),
    'sheets are numbered from 1',
  );
  const { collectivite, assemblee, jour } = seance.identite;
  const actes = actesInscrits(seance);
  const salle = salleALOuverture(seance);
  return {
    genre: 'registre',
    titre: `Registre des délibérations — séance du ${enToutesLettres(jour)}`,
    auteur: collectivite.nom,
    date: jour,
    mise: 'registre',
    enTete: `${collectivite.nom}, séance du ${enToutesLettres(jour)}`,
    premierFeuillet,
    piedDePage: `Registre des délibérations — séance du ${enToutesLettres(jour)}`,
    blocs: [
      titre(1, `Registre des délibérations ${deLAssemblee(assemblee)}`),
      ...paires(
        ...pairesDeSeance(
          seance,
          salle === null ? null : nommeAvecFonction(seance, salle.president),
        ),
      ),
      ...(salle === null
        ? [paragraphe('La séance n’a pas été ouverte.')]
        : [
            titre(2, 'Membres présents et représentés à l’ouverture'),
            ...blocsDAppel(seance, salle),
            phraseDuQuorum(seance, null, salle, constats),
          ]),
      ...actes.flatMap((acte) => feuilletsDe(seance, acte, constats)),
      ...cloture(seance, actes),
      SAUT,
      ...blocsDeTables([seance]),
    ],
    pieces: [
      faitsJoints('Les faits dont ces feuillets sont tirés', {
        seance: seance.identite,
        premierFeuillet,
        actes: actes.map(({ suivi, ordre }) => ({ ordre, ...suivi, discussion: [] })),
      }),
    ],
  };
}
