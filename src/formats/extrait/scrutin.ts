import { membresEnExercice } from '#conseil/membre.ts';
import type { Seance, SuiviDAffaire, TourCompte, Voix, VoteCompte } from '#conseil/seance/etat.ts';
import { disposer } from '../hemicycle/disposer.ts';
import type { Bloc, Ligne } from '../document/document.ts';
import { encadre, enumerer, gras, ligne, paires, paragraphe, titre } from '../mots/ligne.ts';
import { deportEnMots } from '../mots/mouvements.ts';
import { dansLOrdre, nomme, noms } from '../mots/membres.ts';
import { compter, majuscule, minuscule, ordinal } from '../mots/nombres.ts';
import { modeEnMots, phraseDeNomination, phraseDuVote } from '../mots/vote.ts';

/**
 * Where the ballot is told. The extract draws the hemicycle; the register, whose text leaves room
 * for a wide margin, says the counts in a sentence.
 */
export type FormeDuScrutin = 'extrait' | 'proces-verbal' | 'registre';

/** The counts of a ballot: a row of a table, or one sentence where the column is narrow. */
function comptes({ assistance, resultat: r, fait }: VoteCompte, forme: FormeDuScrutin): Bloc {
  const presents = assistance.presents.length;
  const colonnes: readonly (readonly [string, number])[] = [
    ['Présents et représentés', presents + assistance.representes.length],
    ['Présents', presents],
    ['Pour', r.pour],
    ['Contre', r.contre],
    ['Abstentions', r.abstentions],
    ...(fait.decompte.mode === 'secret'
      ? ([
          ['Blancs', r.blancs],
          ['Nuls', r.nuls],
        ] as const)
      : []),
    ['Non participation', r.nonParticipations],
    ['Suffrages exprimés', r.suffragesExprimes],
    ['Majorité', r.majorite],
  ];
  if (forme === 'registre') {
    const enLigne = colonnes.map(([nom, n]) => `${minuscule(nom)} : ${n}`).join(' ; ');
    return paragraphe(`${majuscule(enLigne)}.`);
  }
  return {
    genre: 'tableau',
    legende: null,
    colonnes: colonnes.map(([nom]) => ({
      titre: nom,
      alignement: 'centre',
      // As wide as its longest word, and some air: no head of a column is cut.
      largeur: 3 + Math.max(...nom.split(' ').map((mot) => mot.length)),
    })),
    lignes: [
      colonnes.map(([nom, n]) => ligne(nom === 'Pour' || nom === 'Contre' ? gras(`${n}`) : `${n}`)),
    ],
  };
}

/** The members who voted that way, by name; how many, when names were not taken. */
function votants(seance: Seance, vote: VoteCompte, voix: Voix, combien: number): Ligne {
  const ids = dansLOrdre(
    seance,
    seance.identite.tableau.membres.map(({ id }) => id),
  ).filter((id) => vote.voix[id] === voix);
  if (combien === 0) return ligne('néant.');
  if (ids.length === combien) return noms(seance, ids);
  return ligne(`${combien}, noms non relevés.`);
}

/** Who voted what. In a public ballot all names are told (L2121-21, L2121-15 al. 4). */
function nominatif(seance: Seance, { deports }: SuiviDAffaire, vote: VoteCompte): readonly Bloc[] {
  const { resultat: r, fait } = vote;
  const sortis = deports.flatMap(({ membre }) => (vote.voix[membre] === 'absent' ? [membre] : []));
  const retires = [
    'Retirés de la salle pour cette affaire',
    sortis.length === 0 ? null : noms(seance, sortis),
  ] as const;
  const nonParticipation = votants(seance, vote, 'ne-prend-pas-part', r.nonParticipations);
  if (fait.decompte.mode === 'secret') {
    return [
      paragraphe('Le scrutin est secret : le vote de chacun n’est pas relevé.'),
      ...paires(['N’ont pas pris part au vote', nonParticipation], retires),
    ];
  }
  return paires(
    [
      'Ont voté pour',
      fait.decompte.mode === 'public' ? votants(seance, vote, 'pour', r.pour) : null,
    ],
    ['Ont voté contre', votants(seance, vote, 'contre', r.contre)],
    ['Se sont abstenus', votants(seance, vote, 'abstention', r.abstentions)],
    ['N’ont pas pris part au vote', nonParticipation],
    retires,
  );
}

/** One seat a member; nothing is drawn when no voice is known. */
export function figure(seance: Seance, vote: VoteCompte): readonly Bloc[] {
  const { tableau, jour } = seance.identite;
  const membres = membresEnExercice(tableau, jour);
  const voix = membres.map(({ id }) => vote.voix[id] ?? 'inconnue');
  if (!voix.some((v) => v === 'pour' || v === 'contre' || v === 'abstention')) return [];
  const mandants = new Set(vote.assistance.representes.map(({ mandant }) => mandant));
  const r = vote.resultat;
  const absents = voix.filter((v) => v === 'absent').length;
  const places = disposer(membres.length);
  return [
    {
      genre: 'hemicycle',
      description: `Hémicycle, un siège par membre : ${r.pour} pour, ${r.contre} contre, ${compter(r.abstentions, 'abstention')}, ${r.nonParticipations} sans prendre part au vote, ${compter(absents, 'absent')}.`,
      sieges: membres.map(({ id }, i) => ({
        x: places[i]?.x ?? 0,
        y: places[i]?.y ?? 0,
        voix: voix[i] ?? 'inconnue',
        represente: mandants.has(id),
      })),
    },
  ];
}

/** A round of an appointment: what was counted, who had how many voices. */
function tour({ fait, suffragesExprimes, majorite }: TourCompte): readonly Bloc[] {
  const mode = fait.scrutin === 'secret' ? 'scrutin secret' : 'scrutin public';
  const seuil = fait.tour === 3 ? 'la majorité relative suffit' : `majorité absolue : ${majorite}`;
  return [
    titre(3, `${ordinal(fait.tour)} tour`),
    paragraphe(
      `${majuscule(mode)} ; ${compter(fait.votants, 'votant')}, ${compter(fait.blancs, 'bulletin blanc', 'bulletins blancs')}, ${compter(fait.nuls, 'bulletin nul', 'bulletins nuls')}, ${compter(suffragesExprimes, 'suffrage exprimé', 'suffrages exprimés')} ; ${seuil}.`,
    ),
    {
      genre: 'tableau',
      legende: null,
      colonnes: [
        { titre: 'Candidature', largeur: 4 },
        { titre: 'Voix', alignement: 'droite' },
      ],
      lignes: fait.candidats.map(({ nom, voix }) => [
        [{ texte: nom, nom: true }],
        ligne(`${voix}`),
      ]),
    },
  ];
}

/** Requests for a public or a secret ballot, told whether or not enough asked (L2121-21). */
function demandes(seance: Seance, { scrutinsDemandes }: SuiviDAffaire): readonly Bloc[] {
  return scrutinsDemandes.map(({ mode, demandeurs }) =>
    paragraphe(
      `Scrutin ${mode} demandé par `,
      enumerer(
        demandeurs.map((id) => nomme(seance, id)),
        ', ',
        ' et ',
      ),
      '.',
    ),
  );
}

/** Who stepped aside for the item, and on what ground. */
export const blocsDeDeport = (seance: Seance, { deports }: SuiviDAffaire): readonly Bloc[] =>
  deports.map((fait) => paragraphe(deportEnMots(seance, fait)));

/**
 * All that is known of how an item was decided: which ballot was asked for, the
 * counts, the names, the rounds, and the result in one sentence.
 */
export function blocsDeScrutin(
  seance: Seance,
  suivi: SuiviDAffaire,
  forme: FormeDuScrutin,
): readonly Bloc[] {
  const { vote, tours, affaire } = suivi;
  const { assemblee } = seance.identite;
  const nomination = phraseDeNomination(suivi, assemblee);
  const phrases = [
    ...(vote === null ? [] : [phraseDuVote(vote, affaire, assemblee)]),
    ...(nomination === null ? [] : [nomination]),
    ...(vote === null && suivi.etat === 'prise-d-acte' ? ['Il est pris acte, sans vote.'] : []),
  ];
  return [
    ...demandes(seance, suivi),
    ...(vote === null
      ? []
      : [
          paragraphe(`Vote au ${modeEnMots(vote)}.`),
          comptes(vote, forme),
          ...nominatif(seance, suivi, vote),
          ...(forme === 'extrait' ? figure(seance, vote) : []),
        ]),
    ...tours.flatMap(tour),
    ...(vote?.fait.annonce
      ? [paragraphe('Résultat tel qu’il a été annoncé ou imprimé : ', `« ${vote.fait.annonce} »`)]
      : []),
    ...phrases.map((phrase) => encadre('neutre', null, [paragraphe(gras(phrase))])),
  ];
}
