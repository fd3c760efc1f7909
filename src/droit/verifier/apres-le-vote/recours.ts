import type { Jour } from '#base/jour.ts';
import { type Distance, type RecoursGracieux, delaiDeRecours } from '../../cja/r421-1/recours.ts';
import {
  type MatiereDuDefere,
  type DemandeDePieces,
  delaiDuDefere,
  suspendueJusquAu,
} from '../../cgct/l2131-6/defere.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import type { Lecteur } from '../lecteur.ts';
import { apres, enSimple, ouvrir, territoireLu, texteRequis } from '../lire.ts';

/** Where somebody may live, first match first; the places are those of CJA R421-7. */
const DISTANCES: readonly (readonly [RegExp, Distance])[] = [
  [
    /outre[ -]?mer|overseas|guadeloupe|guyane|martinique|reunion|saint-barthelemy|saint-martin|mayotte|saint-pierre-et-miquelon|polynesie|wallis|nouvelle-caledonie|terres australes/,
    'outre-mer',
  ],
  [/etranger|abroad|foreign|outside france|hors de france/, 'etranger'],
  [
    /^(france|mainland|metropol\w*|metropolitan france|france metropolitaine|same|local)$/,
    'aucune',
  ],
];

const distanceNommee = (mot: string): Distance | undefined =>
  DISTANCES.find(([motif]) => motif.test(enSimple(mot)))?.[1];

/** Where the applicant lives: one word, or one of two flags; not far when nothing is told. */
function distanceLue(l: Lecteur): Distance {
  const mot = l.texte('residence');
  const dite = mot === undefined ? undefined : distanceNommee(mot);
  if (mot !== undefined && dite === undefined) {
    l.refuser('residence', 'On attend « métropole », « outre-mer » ou « étranger ».');
  }
  if (dite !== undefined) return dite;
  if (l.booleen('abroad') === true) return 'etranger';
  return l.booleen('overseas') === true ? 'outre-mer' : 'aucune';
}

/** The request to the author of the act, and its answer: `reply` is the day of an express refusal. */
function gracieuxLu(l: Lecteur, depuis: Jour | undefined): RecoursGracieux | null {
  const recuLe = l.jour('gracieuxReceived');
  apres(l, 'gracieuxReceived', depuis, 'Le recours gracieux précède l’acte qu’il conteste.');
  // « none », « silence » : there was no answer, which null says as well.
  const silence = /^(none|no|silence|aucune?|pas de reponse)\b/.test(
    enSimple(enMots(l, 'reply') ?? ''),
  );
  const reponse = silence ? undefined : l.jour('reply');
  const rejeteLe = l.jour('explicitRejectionNotified') ?? reponse ?? null;
  if (recuLe === undefined) {
    if (rejeteLe !== null)
      l.refuser('gracieuxReceived', 'Une réponse est donnée sans recours gracieux.');
    return null;
  }
  if (rejeteLe !== null && rejeteLe < recuLe) {
    l.refuser('explicitRejectionNotified', 'La réponse précède le recours gracieux.');
  }
  return { recuLe, rejeteLe };
}

const GRACIEUX = ['gracieuxReceived', 'reply', 'explicitRejectionNotified'] as const;
const LIEU = ['kind', 'alsaceMoselle', 'territory'] as const;

/** The names a vector may give to « the notification stated remedies and delays ». */
const MENTION = ['remediesStated', 'remediesMentioned', 'remediesNotice', 'voiesEtDelais'] as const;

/** The names each function understands, whether or not a vector makes it read them. */
const CONNUES = {
  deadline: [
    'published',
    'notified',
    ...GRACIEUX,
    ...LIEU,
    ...MENTION,
    'residence',
    'overseas',
    'abroad',
    'actClass',
    'date',
    'population',
  ],
  prefectDeadline: [
    'received',
    'completionRequested',
    'completed',
    'necessary',
    'requestKind',
    'explanationRequested',
    ...GRACIEUX,
    ...LIEU,
  ],
  autoSuspension: ['kind', 'matter', 'received', 'suspensionRequested'],
} as const;

/** The names of the day a delay runs from: told as null, it has not come yet. */
const pasEncore = (l: Lecteur, noms: readonly string[]): boolean => {
  const dits = noms.map((nom) => l.brut(nom)).filter((v) => v !== undefined);
  return dits.length > 0 && dits.every((v) => v === null);
};

const NE_COURT_PAS = { lastDay: null, interrupted: false, implicitRejection: null };

const deadline: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.deadline);
  if (pasEncore(l, ['published', 'notified'])) return l.conclure(() => NE_COURT_PAS);
  const publiee = l.jour('published');
  const notifiee = l.jour('notified');
  if (publiee !== undefined && notifiee !== undefined) {
    l.refuser('notified', 'On attend « published » ou « notified », non les deux.');
  }
  const depuis =
    publiee ??
    notifiee ??
    l.jourRequis(l.brut('notified') === undefined ? 'published' : 'notified');
  const mentions = MENTION.map((nom) => l.booleen(nom)).find((b) => b !== undefined);
  const gracieux = gracieuxLu(l, publiee ?? notifiee);
  const territoire = territoireLu(l);
  const distance = distanceLue(l);
  const voiesMentionnees = notifiee === undefined ? null : (mentions ?? true);
  return l.conclure(() => {
    const d = delaiDeRecours({ depuis, territoire, distance, gracieux, voiesMentionnees });
    return {
      lastDay: d.dernierJour,
      interrupted: d.interrompu,
      implicitRejection: d.rejetImplicite,
    };
  });
};

/** Whether what the prefect asked for is not documents needed to judge the act. */
function nEstPasUneDemandeDePieces(l: Lecteur): boolean {
  const mot = enSimple(l.texte('requestKind') ?? enMots(l, 'completionRequested') ?? 'pieces');
  const explication = /explication|explanation/.test(mot);
  if (!explication && !/piece|document|necess|complet/.test(mot)) {
    l.refuser('requestKind', 'On attend « pièces nécessaires » ou « toute explication utile ».');
  }
  const expliquer = l.brut('explanationRequested') ?? false;
  const enToutesLettres = enMots(l, 'explanationRequested') !== undefined;
  if (typeof expliquer !== 'boolean' && !enToutesLettres) l.jour('explanationRequested');
  return (
    explication ||
    l.booleen('necessary') === false ||
    (expliquer !== false && l.brut('completionRequested') === undefined)
  );
}

/** What an input says in words, where a day may be told as well. */
function enMots(l: Lecteur, nom: string): string | undefined {
  const dit = l.brut(nom);
  return typeof dit === 'string' && !/\d/.test(dit) && dit.trim() !== '' ? dit : undefined;
}

/** The documents asked for; null when none were, or when what was asked for is not needed. */
function piecesLues(l: Lecteur, recue: Jour | undefined): DemandeDePieces | null {
  const sansDate = enMots(l, 'completionRequested') !== undefined;
  if (!sansDate) {
    apres(l, 'completionRequested', recue, 'La demande de pièces précède la réception de l’acte.');
  }
  const demandees = sansDate ? undefined : l.jour('completionRequested');
  apres(l, 'completed', demandees ?? recue, 'Les pièces arrivent avant d’être demandées.');
  const recues = l.jour('completed');
  if (nEstPasUneDemandeDePieces(l)) return null;
  const demandeesLe = demandees ?? (recues === undefined ? undefined : recue);
  return demandeesLe === undefined ? null : { demandeesLe, recuesLe: recues ?? null };
}

const prefectDeadline: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.prefectDeadline);
  if (pasEncore(l, ['received'])) return l.conclure(() => NE_COURT_PAS);
  const recueLe = l.jourRequis('received');
  const recue = l.jour('received');
  const pieces = piecesLues(l, recue);
  const gracieux = gracieuxLu(l, recue);
  const territoire = territoireLu(l);
  return l.conclure(() => {
    const d = delaiDuDefere({ recueLe, pieces, gracieux, territoire });
    return {
      lastDay: d.dernierJour,
      interrupted: d.motif !== 'reception',
      implicitRejection: d.rejetImplicite,
    };
  });
};

/** The field of the act, read in words (L2131-6 al. 4). */
function matiereNommee(texte: string): MatiereDuDefere {
  const mot = enSimple(texte);
  if (/delegations? de service public|\bdsp\b/.test(mot)) return 'delegation-de-service-public';
  if (/urbanisme|permis de construire|planning/.test(mot)) return 'urbanisme';
  return /march|procurement/.test(mot) ? 'marches' : 'autre';
}

const autoSuspension: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.autoSuspension);
  l.genre();
  const matiere = matiereNommee(texteRequis(l, 'matter'));
  const recueLe = l.jourRequis('received');
  apres(l, 'suspensionRequested', l.jour('received'), 'La demande précède la réception de l’acte.');
  const demandeeLe = l.jour('suspensionRequested') ?? null;
  return l.conclure(() => {
    const until = suspendueJusquAu({ matiere, recueLe, demandeeLe });
    return { suspended: until !== null, until };
  });
};

/** Challenges: R-REC-01, R-CTRL-01, R-CTRL-02. */
export const RECOURS_LUS: Fonctions = { deadline, prefectDeadline, autoSuspension };
