import type { Json } from '#base/canonical-json.ts';
import { huisClosRecevable, majoriteDuHuisClos } from '../../cgct/l2121-18/huis-clos.ts';
import { type Voix, depouiller } from '../../cgct/l2121-20/depouiller.ts';
import { voteGroupePermis } from '../../cgct/l2121-20/vote.ts';
import {
  demandeursDuScrutinPublic,
  demandeursDuScrutinSecret,
  modeDeScrutin,
  nomsExiges,
  scrutinSecretPermis,
} from '../../cgct/l2121-21/demandes.ts';
import { type Conduite, conduiteDuVote } from '../../cgct/l5211-11-1/vote-secret.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import { estUnCompte, estUnHuisClos } from '../affaires.ts';
import type { Lecteur } from '../lecteur.ts';
import {
  booleenRequis,
  enSimple,
  genreRequis,
  ouvrir,
  sansDroitLocal,
  texteRequis,
} from '../lire.ts';

/** The names each function understands, whether or not a vector makes it read them. */
const CONNUES = {
  // Those represented count neither among those present nor among those who ask.
  publicBallotThreshold: ['kind', 'present', 'represented', 'proxies', 'requesters', 'date'],
  secretBallotThreshold: ['kind', 'present', 'represented', 'proxies', 'requesters', 'date'],
  ballotConflict: [
    'kind',
    'present',
    'publicRequesters',
    'secretRequesters',
    'appointment',
    'date',
  ],
  secretBallotAllowed: [
    'kind',
    'date',
    'requestedBy',
    'requesters',
    'present',
    'thirdReached',
    'appointment',
  ],
  groupedVote: ['commonSubject', 'objection', 'items', 'kind', 'date'],
  registerNames: ['ballot', 'kind', 'date'],
  videoSecretVote: ['kind', 'meeting', 'secretRequestAdopted', 'date'],
} as const;

const DECOMPTE = [
  'kind',
  'date',
  'item',
  'inOffice',
  'present',
  'represented',
  'presentOrRepresented',
  'for',
  'against',
  'abstain',
  'nppv',
  'blank',
  'null',
  'secret',
  'presidentVote',
  'requesters',
  'byMayor',
  'byChair',
  'accounts',
  'closedSession',
  'ballot',
] as const;

/** What the chair did; a chair who did not vote settles a tie no more than one who abstained. */
const SENS: { readonly [mot: string]: 'pour' | 'contre' | 'abstention' } = {
  for: 'pour',
  pour: 'pour',
  against: 'contre',
  contre: 'contre',
  abstain: 'abstention',
  abstention: 'abstention',
  abstained: 'abstention',
  nppv: 'abstention',
  none: 'abstention',
  absent: 'abstention',
  'not voting': 'abstention',
};

/** The chair's vote; told as null, the chair did not vote; not told, nothing is known. */
function voixDuPresident(l: Lecteur): Voix['voixDuPresident'] {
  if (l.brut('presidentVote') === null) return 'abstention';
  const mot = l.texte('presidentVote');
  if (mot === undefined) return null;
  const sens = Object.hasOwn(SENS, enSimple(mot)) ? SENS[enSimple(mot)] : undefined;
  if (sens === undefined) l.choix('presidentVote', ['for', 'against', 'abstain']);
  return sens ?? null;
}

const SCRUTINS: readonly (readonly [RegExp, 'ordinaire' | 'public' | 'secret'])[] = [
  [
    /^(?:show of )?hands$|^(?:vote )?(?:a )?main levee$|^(?:scrutin )?ordinaire$|^ordinary(?: ballot)?$/,
    'ordinaire',
  ],
  [/^(?:scrutin )?public(?: ballot)?$|^appel nominal$|^roll[ -]call$/, 'public'],
  [/^(?:scrutin |vote )?secret(?: ballot)?$/, 'secret'],
];

/** The kind of ballot a few words name; undefined when they name none. */
const modeLu = (mot: string) => SCRUTINS.find(([motif]) => motif.test(enSimple(mot)))?.[1];

/** Members present and represented, however the vector says it; undefined when it does not. */
function votants(l: Lecteur): number | undefined {
  const ensemble = l.entier('presentOrRepresented');
  const presents = l.entier('present');
  if (ensemble !== undefined || presents === undefined) return ensemble;
  return presents + (l.entier('represented') ?? 0);
}

/** Reads the counts, and refuses those no room could give. */
function voixLues(l: Lecteur, comptes: boolean): Voix {
  const n = (nom: string): number => l.entier(nom) ?? 0;
  const voix: Voix = {
    pour: l.entierRequis('for'),
    contre: l.entierRequis('against'),
    abstentions: n('abstain'),
    nonParticipations: n('nppv'),
    blancs: n('blank'),
    nuls: n('null'),
    secret: l.booleen('secret') ?? modeLu(l.texte('ballot') ?? '') === 'secret',
    voixDuPresident: voixDuPresident(l),
    comptes,
  };
  verifierLesVoix(l, voix);
  return voix;
}

function verifierLesVoix(l: Lecteur, voix: Voix): void {
  const salle = votants(l);
  const total =
    voix.pour + voix.contre + voix.abstentions + voix.nonParticipations + voix.blancs + voix.nuls;
  if (salle !== undefined && total > salle) {
    l.refuser('for', `${total} voix sont comptées pour ${salle} membres présents ou représentés.`);
  }
  if (voix.voixDuPresident === 'pour' && voix.pour === 0) {
    l.refuser(
      'presidentVote',
      'Le président aurait voté pour, mais aucune voix pour n’est comptée.',
    );
  }
  if (voix.voixDuPresident === 'contre' && voix.contre === 0) {
    l.refuser(
      'presidentVote',
      'Le président aurait voté contre, mais aucune voix contre n’est comptée.',
    );
  }
  const partage = voix.pour === voix.contre && voix.pour > 0;
  if (partage && voix.comptes !== true && !voix.secret && voix.voixDuPresident === null) {
    l.refuser(
      'presidentVote',
      'Les voix sont à égalité : il faut le vote du président, ou dire que le scrutin est secret.',
    );
  }
}

/** A closed session: who may ask (L2121-18), and the majority of those present or represented. */
function huisClos(l: Lecteur): { readonly [nom: string]: Json | undefined } {
  const demandeurs = l.entier('requesters');
  const parLePresident = (l.booleen('byMayor') ?? false) || (l.booleen('byChair') ?? false);
  const pour = l.entier('for');
  const contre = l.entier('against');
  const salle = votants(l);
  const genre = sansDroitLocal(demandeurs === undefined ? l.genre() : genreRequis(l));
  if (demandeurs === undefined && !parLePresident && pour === undefined) {
    l.refuser('requesters', '« requesters » manque : combien de membres demandent le huis clos ?');
  }
  if (pour !== undefined && salle === undefined) {
    l.refuser('presentOrRepresented', '« presentOrRepresented » manque.');
  }
  if (pour !== undefined && salle !== undefined && pour > salle) {
    l.refuser('for', `${pour} voix pour ${salle} membres présents ou représentés.`);
  }
  const admissible =
    demandeurs === undefined && !parLePresident
      ? undefined
      : huisClosRecevable(genre, parLePresident, demandeurs ?? 0);
  if (pour === undefined || salle === undefined) return { admissible };
  const majority = majoriteDuHuisClos(salle);
  return {
    admissible,
    expressed: contre === undefined ? undefined : pour + contre,
    majority,
    required: majority,
    // It takes more than half of the room: a tie is a refusal, and no voice settles it.
    castingVote: false,
    adopted: pour >= majority && admissible !== false,
  };
}

const tally: Fonction = (entrees) => {
  const l = ouvrir(entrees, DECOMPTE);
  l.genre();
  l.jour('date');
  const item = l.texte('item');
  if (estUnHuisClos(item) || l.booleen('closedSession') === true) {
    const reponse = huisClos(l);
    return l.conclure(() => reponse);
  }
  const comptes = estUnCompte(item) || l.booleen('accounts') === true;
  const voix = voixLues(l, comptes);
  return l.conclure(() => {
    const r = depouiller(voix);
    return {
      expressed: r.suffragesExprimes,
      majority: r.majorite,
      adopted: r.adoptee,
      unanimous: r.unanime && r.abstentions === 0 && r.nonParticipations === 0,
      unanimousOfExpressed: r.unanime,
      castingVote: r.preponderante,
    };
  });
};

/** Members present, at least one: a threshold of nobody means nothing. */
function presentsLus(l: Lecteur): number {
  const presents = l.entierRequis('present');
  if (l.entier('present') === 0) l.refuser('present', 'Il faut au moins un membre présent.');
  return presents;
}

/** How many must ask and, when the vector says how many do, whether they are enough. */
function seuilDeDemande(l: Lecteur, requis: number | null) {
  const demandeurs = l.entier('requesters');
  return {
    requesters: requis,
    ok: demandeurs === undefined ? undefined : requis !== null && demandeurs >= requis,
  };
}

const publicBallotThreshold: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.publicBallotThreshold);
  const genre = sansDroitLocal(genreRequis(l));
  const presents = presentsLus(l);
  return l.conclure(() => seuilDeDemande(l, demandeursDuScrutinPublic(presents, { genre })));
};

const secretBallotThreshold: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.secretBallotThreshold);
  // The third is a rule of communes and EPCI alike: a vector need not say which.
  const genre = sansDroitLocal(l.genre());
  const presents = presentsLus(l);
  return l.conclure(() => seuilDeDemande(l, demandeursDuScrutinSecret(presents, { genre })));
};

const MODES = { ordinaire: 'show of hands', public: 'public', secret: 'secret' } as const;

const ballotConflict: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.ballotConflict);
  const genre = sansDroitLocal(genreRequis(l));
  const presents = presentsLus(l);
  const pourLePublic = l.entierRequis('publicRequesters');
  const pourLeSecret = l.entierRequis('secretRequesters');
  for (const [nom, n] of [
    ['publicRequesters', pourLePublic],
    ['secretRequesters', pourLeSecret],
  ] as const) {
    if (n > presents) l.refuser(nom, `${n} demandeurs pour ${presents} membres présents.`);
  }
  const nomination = l.booleen('appointment') ?? false;
  return l.conclure(() => ({
    ballot:
      MODES[modeDeScrutin({ regime: { genre }, presents, pourLePublic, pourLeSecret, nomination })],
  }));
};

const secretBallotAllowed: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.secretBallotAllowed);
  const genre = sansDroitLocal(l.genre());
  const parLeMaireSeul = /\b(?:seule?|alone|only|sole)\b/.test(
    enSimple(l.texte('requestedBy') ?? ''),
  );
  const demandeurs = l.entier('requesters');
  const presents = demandeurs === undefined ? 0 : presentsLus(l);
  const dit =
    demandeurs === undefined &&
    (parLeMaireSeul ? (l.booleen('thirdReached') ?? false) : booleenRequis(l, 'thirdReached'));
  const nomination = l.booleen('appointment') ?? false;
  return l.conclure(() => {
    // The third is counted only here, once the members present are known to be one at least.
    const tiersAtteint =
      demandeurs === undefined
        ? dit
        : demandeurs >= (demandeursDuScrutinSecret(presents, { genre: 'commune' }) ?? Infinity);
    return { allowed: scrutinSecretPermis({ genre, tiersAtteint, nomination }) };
  });
};

const groupedVote: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.groupedVote);
  const objetCommun = booleenRequis(l, 'commonSubject');
  // How many object, or whether anybody does.
  const nombre = typeof l.brut('objection') === 'number' ? l.entier('objection') : undefined;
  const objection = nombre === undefined ? booleenRequis(l, 'objection') : nombre > 0;
  return l.conclure(() => ({ ok: voteGroupePermis(objetCommun, objection) }));
};

const registerNames: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.registerNames);
  const mode = modeLu(texteRequis(l, 'ballot'));
  if (mode === undefined && l.texte('ballot') !== undefined) {
    l.refuser('ballot', 'On attend « show of hands », « public » ou « secret ».');
  }
  return l.conclure(() => {
    const exiges = nomsExiges(mode ?? 'ordinaire');
    return { namesRequired: exiges, sensRequired: exiges };
  });
};

const CONDUITES: Readonly<Record<Conduite, string>> = {
  renvoyer: 'postpone item to a non-video meeting',
  'scrutin-public': 'public ballot',
  'scrutin-secret': 'secret ballot',
  'scrutin-ordinaire': 'show of hands',
};

const videoSecretVote: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.videoSecretVote);
  const genre = sansDroitLocal(genreRequis(l));
  const mode = texteRequis(l, 'meeting');
  const visioconference = /video|visio|distance|remote/.test(enSimple(mode));
  if (visioconference && genre === 'commune') {
    l.refuser('meeting', 'Un conseil municipal ne peut pas se réunir en visioconférence.');
  }
  const secretAdopte = booleenRequis(l, 'secretRequestAdopted');
  return l.conclure(() => ({
    action: CONDUITES[conduiteDuVote({ visioconference, secretAdopte })],
  }));
};

/** Ballots: R-VOTE-01 to -08, and the majority of a closed session. */
export const SCRUTINS_LUS: Fonctions = {
  tally,
  publicBallotThreshold,
  secretBallotThreshold,
  ballotConflict,
  secretBallotAllowed,
  groupedVote,
  registerNames,
  videoSecretVote,
};
