import type { Jour } from '#base/jour.ts';
import { type Distance, type RecoursGracieux, delaiDeRecours } from '../../cja/r421-1/recours.ts';
import {
  type MatiereDuDefere,
  dernierJourDuDefere,
  suspendueJusquAu,
} from '../../cgct/l2131-6/defere.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import type { Lecteur } from '../lecteur.ts';
import { apres, enSimple, ouvrir, territoireLu, texteRequis } from '../lire.ts';

const DISTANCES: Readonly<Record<string, Distance>> = {
  metropole: 'aucune',
  mainland: 'aucune',
  france: 'aucune',
  'outre-mer': 'outre-mer',
  outremer: 'outre-mer',
  overseas: 'outre-mer',
  etranger: 'etranger',
  abroad: 'etranger',
};

/** Where the applicant lives: one word, or one of two flags; not far when nothing is told. */
function distanceLue(l: Lecteur): Distance {
  const mot = l.texte('residence');
  const dite = mot === undefined ? undefined : DISTANCES[enSimple(mot)];
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
  const rejeteLe = l.jour('explicitRejectionNotified') ?? l.jour('reply') ?? null;
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
  ],
  prefectDeadline: [
    'received',
    'completionRequested',
    'completed',
    'explanationRequested',
    ...GRACIEUX,
    ...LIEU,
  ],
  autoSuspension: ['kind', 'matter', 'received', 'suspensionRequested'],
} as const;

const deadline: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.deadline);
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

const prefectDeadline: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.prefectDeadline);
  const recueLe = l.jourRequis('received');
  const recue = l.jour('received');
  apres(l, 'completionRequested', recue, 'La demande de pièces précède la réception de l’acte.');
  apres(
    l,
    'completed',
    l.jour('completionRequested') ?? recue,
    'Les pièces arrivent avant d’être demandées.',
  );
  l.jour('explanationRequested');
  const demandeesLe =
    l.jour('completionRequested') ?? (l.jour('completed') === undefined ? undefined : recue);
  const pieces =
    demandeesLe === undefined ? null : { demandeesLe, recuesLe: l.jour('completed') ?? null };
  const gracieux = gracieuxLu(l, recue);
  const territoire = territoireLu(l);
  return l.conclure(() => ({
    lastDay: dernierJourDuDefere({ recueLe, pieces, gracieux, territoire }),
  }));
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
