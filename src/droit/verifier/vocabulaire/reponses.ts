import type { Json } from '#base/canonical-json.ts';
import { enSimple, nomEnSimple } from '../en-simple.ts';
import { MOTS_DES_SUITES, REPONSES_DES_SUITES } from './reponses-des-suites.ts';

/** Other names of the answers of one function, by the name it gives them. */
type Reponses = { readonly [nom: string]: readonly string[] };

const MAJORITE = ['needed', 'neededFor', 'required', 'threshold', 'majorityNeeded', 'majorityFor'];

const EN_REGLE = ['valid', 'lawful', 'regular', 'legal', 'respected'];

const REPONSES: { readonly [fn: string]: Reponses } = {
  councilSize: { legalSize: ['size', 'seats', 'members', 'councillors'] },
  councilSizeNewCommune: { legalSize: ['size', 'seats', 'members', 'councillors'] },
  completeMinimum: { minimum: ['min', 'required', 'members'], legalSize: ['size'] },
  maxAdjoints: { max: ['maximum', 'adjoints', 'maxAdjoints'] },
  noticePeriod: {
    clearDays: ['days', 'joursFrancs'],
    required: ['needed', 'requiredDays', 'requiredClearDays'],
    latestSend: ['latest', 'latestSent', 'latestDispatch', 'sendBy'],
    ok: EN_REGLE,
  },
  secondConvocation: { required: ['needed'], ok: EN_REGLE },
  requestThreshold: { members: ['required', 'needed', 'threshold', 'requesters'] },
  requestDeadline: { meetingAtLatest: ['deadline', 'latest', 'latestMeeting'], ok: EN_REGLE },
  agendaItem: { mayVote: ['ok', 'allowed', 'mayDecide', 'votable'] },
  noteRequired: { required: ['noteRequired', 'mandatory'] },
  noteEquivalent: { ok: ['equivalent', 'sufficient', ...EN_REGLE] },
  quorum: {
    threshold: ['quorum', 'required', 'needed', 'majority'],
    counted: ['countedPresent', 'presentCounted'],
    inOfficeForQuorum: ['denominator', 'membersCounted'],
    ok: ['reached', 'met', 'quorumReached', 'quorumMet', 'valid'],
  },
  proxy: {
    validCount: ['validProxies', 'accepted', 'countValid'],
    maxPerHolder: ['max', 'maximum', 'allowed', 'maxProxies'],
    ok: ['lawful', 'regular', 'legal'],
    rule: ['article'],
  },
  proxyGraph: { ok: EN_REGLE },
  tally: {
    majority: MAJORITE,
    expressed: ['cast', 'votesCast', 'expressedVotes'],
    adopted: ['ok', 'passed', 'carried'],
    castingVote: ['castingVoteUsed', 'casting'],
    admissible: ['receivable', 'allowed'],
  },
  publicBallotThreshold: { requesters: ['required', 'needed', 'threshold', 'members'] },
  secretBallotThreshold: { requesters: ['required', 'needed', 'threshold', 'members'] },
  ballotConflict: { ballot: ['result', 'prevails', 'mode'] },
  secretBallotAllowed: { allowed: ['ok', 'valid', 'lawful'] },
  groupedVote: { ok: ['allowed', ...EN_REGLE] },
  ...REPONSES_DES_SUITES,
};

/** Words that say the same under one name, without accents, lower case; `null` counts as a word. */
const MEMES_MOTS: { readonly [nom: string]: readonly (readonly (string | null)[])[] } = {
  regime: [
    [
      'droit commun',
      'commun',
      'common',
      'common law',
      'normal',
      'ordinary',
      'ordinaire',
      'standard',
      'general',
      'default',
      null,
    ],
    ['covid', 'covid-19', 'covid19', 'crise sanitaire', 'health crisis'],
  ],
  fraction: [
    ['1/3', 'third', 'one third', 'tiers', 'un tiers'],
    ['majority', 'majorite', 'absolute majority', 'half', '1/2', '>1/2'],
  ],
  ballot: [
    ['show of hands', 'hands', 'ordinary', 'ordinaire', 'main levee'],
    ['public', 'public ballot', 'scrutin public'],
    ['secret', 'secret ballot', 'scrutin secret'],
  ],
  ...MOTS_DES_SUITES,
};

/** The answer a vector expects under `nom`, whichever of its names it is expected under. */
export function reponseSous(
  fn: string,
  nom: string,
  obtenues: { readonly [nom: string]: Json },
): Json | undefined {
  if (Object.hasOwn(obtenues, nom)) return obtenues[nom];
  const reponses = Object.hasOwn(REPONSES, fn) ? REPONSES[fn] : undefined;
  const notre = Object.keys(obtenues).find(
    (un) =>
      nomEnSimple(un) === nomEnSimple(nom) ||
      (reponses?.[un] ?? []).some((autre) => nomEnSimple(autre) === nomEnSimple(nom)),
  );
  return notre === undefined ? undefined : obtenues[notre];
}

/** Whether `fn` may answer under that name, or under one it stands for. */
export function estUneReponse(fn: string, nom: string): boolean {
  const reponses = Object.hasOwn(REPONSES, fn) ? Object.entries(REPONSES[fn] ?? {}) : [];
  return reponses.some(([notre, autres]) =>
    [notre, ...autres].some((un) => nomEnSimple(un) === nomEnSimple(nom)),
  );
}

const enMot = (valeur: Json | undefined): string | null | undefined =>
  typeof valeur === 'string' ? enSimple(valeur) : valeur === null ? null : undefined;

/** Whether two words under that name say the same: accents and case apart, or one for another. */
export function memesMots(nom: string, a: Json, b: Json | undefined): boolean {
  const [un, autre] = [enMot(a), enMot(b)];
  if (un === undefined || autre === undefined) return false;
  if (un === autre) return true;
  const groupes = Object.hasOwn(MEMES_MOTS, nom) ? (MEMES_MOTS[nom] ?? []) : [];
  return groupes.some((groupe) => groupe.includes(un) && groupe.includes(autre));
}
