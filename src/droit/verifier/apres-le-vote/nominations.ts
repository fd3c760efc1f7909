import { type Jour, jour, parseJour } from '#base/jour.ts';
import { estObjet } from '#base/canonical-json.ts';
import { auPlusFortReste } from '../../cgct/l1411-5/sieges.ts';
import { majoriteAbsolue } from '../../cgct/l2121-20/depouiller.ts';
import { type Poste, dispenseAcquise, effetImmediat } from '../../cgct/l2121-21/nominations.ts';
import { adjointsElusParListe, listeElue } from '../../cgct/l2122-7-2/listes.ts';
import { tourDeNomination } from '../../cgct/l2122-7/tour.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import type { Lecteur } from '../lecteur.ts';
import { booleenRequis, enSimple, ouvrir, texteRequis } from '../lire.ts';

/** The names each function understands, whether or not a vector makes it read them. */
const CONNUES = {
  appointmentRound: [
    'kind',
    'date',
    'round',
    'voters',
    'blank',
    'null',
    'scores',
    'birth',
    'present',
  ],
  secretWaiver: [
    'kind',
    'date',
    'appointment',
    'for',
    'against',
    'abstain',
    'unanimous',
    'lawRequiresSecret',
  ],
  singleCandidate: ['kind', 'date', 'body', 'candidatesPerSeat', 'lists', 'singleList'],
  adjointLists: [
    'kind',
    'date',
    'population',
    'round',
    'voters',
    'blank',
    'null',
    'scores',
    'averageAge',
  ],
  proportionalSeats: ['kind', 'date', 'seats', 'votes', 'scores', 'averageAge'],
} as const;

type Scores = { readonly [nom: string]: number };

function tourLu(l: Lecteur): 1 | 2 | 3 {
  const tour = l.entierRequis('round');
  if (l.entier('round') !== undefined && (tour < 1 || tour > 3)) {
    l.refuser('round', 'Une nomination a trois tours au plus : on attend 1, 2 ou 3.');
  }
  return tour === 2 || tour === 3 ? tour : 1;
}

function scoresLus(l: Lecteur, nom = 'scores'): Scores {
  if (l.brut(nom) === undefined || l.brut(nom) === null) l.refuser(nom, `« ${nom} » manque.`);
  return l.entiersParNom(nom) ?? {};
}

const somme = (scores: Scores): number => Object.values(scores).reduce((s, n) => s + n, 0);

/** Votes cast: voters less blank and void papers; the sum of the scores when voters are not told. */
function exprimesLus(l: Lecteur, scores: Scores): number {
  const votants = l.entier('voters');
  const blancs = l.entier('blank') ?? 0;
  const nuls = l.entier('null') ?? 0;
  if (votants === undefined) return somme(scores);
  if (blancs + nuls > votants) {
    l.refuser('voters', `${blancs + nuls} bulletins blancs ou nuls pour ${votants} votants.`);
    return 0;
  }
  const exprimes = votants - blancs - nuls;
  if (somme(scores) > exprimes) {
    l.refuser(
      'scores',
      `Les candidats réunissent ${somme(scores)} voix pour ${exprimes} suffrages exprimés.`,
    );
  }
  return exprimes;
}

/** Dates of birth by name; a name that is no candidate's, or a day that is none, is a fault. */
function naissancesLues(l: Lecteur, scores: Scores): { readonly [nom: string]: Jour } {
  const brut = l.brut('birth');
  if (brut === undefined || brut === null) return {};
  if (!estObjet(brut)) {
    l.refuser('birth', 'On attend un jour de naissance par nom.');
    return {};
  }
  const lues: { [nom: string]: Jour } = {};
  for (const [nom, valeur] of Object.entries(brut)) {
    const lu = typeof valeur === 'string' ? parseJour(valeur) : undefined;
    if (!(nom in scores)) l.refuser('birth', `« ${nom} » n’est pas candidat.`);
    if (lu?.ok === true) lues[nom] = lu.value;
    else l.refuser('birth', `La naissance de « ${nom} » n’est pas un jour : on attend AAAA-MM-JJ.`);
  }
  return lues;
}

const PAR = {
  'majorite-absolue': 'absolute majority',
  'majorite-relative': 'relative majority',
  age: 'age',
} as const;

const appointmentRound: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.appointmentRound);
  const tour = tourLu(l);
  const scores = scoresLus(l);
  const votants = exprimesLus(l, scores);
  const naissances = naissancesLues(l, scores);
  return l.conclure(() => {
    const r = tourDeNomination({
      tour,
      votants,
      blancs: 0,
      nuls: 0,
      candidats: Object.entries(scores).map(([nom, voix]) => ({
        nom,
        voix,
        naissance: naissances[nom] ?? null,
      })),
    });
    return {
      expressed: r.suffragesExprimes,
      majority: r.majorite,
      elected: r.elu,
      by: r.par === null ? null : PAR[r.par],
    };
  });
};

/** Reads a post named in words; `autre` for one that no text known here singles out. */
function posteNomme(texte: string): Poste {
  const mot = enSimple(texte);
  if (/adjoint|vice-president/.test(mot)) return 'adjoint';
  if (/^(le |la )?(maire|president|presidente)\b/.test(mot)) return 'maire';
  if (/commission/.test(mot)) return 'commission-municipale';
  if (/organisme|exterieur|syndicat|conseil d'administration/.test(mot)) {
    return 'organisme-exterieur';
  }
  return 'autre';
}

/** The vote on the waiver: unanimous or not when told so, else by its figures. */
function voixDeLaDispense(l: Lecteur): { readonly pour: number; readonly contre: number } {
  const unanime = l.booleen('unanimous');
  const selonUnanimite = unanime === undefined ? undefined : unanime ? 0 : 1;
  const [pour, contre] = [l.entier('for'), l.entier('against')];
  l.entier('abstain');
  if (unanime !== undefined && contre !== undefined && unanime !== (contre === 0)) {
    l.refuser('unanimous', 'L’unanimité dite n’est pas celle des voix.');
  }
  return {
    pour: pour ?? (unanime === undefined ? l.entierRequis('for') : 1),
    contre: contre ?? selonUnanimite ?? l.entierRequis('against'),
  };
}

/** Whether a text wants the secret ballot for that post: known for two, to be told for others. */
function texteContraireLu(l: Lecteur, poste: Poste, contre: number): boolean {
  if (poste === 'maire' || poste === 'adjoint') return l.booleen('lawRequiresSecret') ?? true;
  // A single vote against settles it, whatever the text.
  return contre > 0
    ? (l.booleen('lawRequiresSecret') ?? false)
    : booleenRequis(l, 'lawRequiresSecret');
}

const secretWaiver: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.secretWaiver);
  // Only an appointment is voted in secret without anybody asking: one is meant, unless denied.
  const nomme = l.brut('appointment') ?? true;
  if (typeof nomme !== 'string' && typeof nomme !== 'boolean') {
    l.refuser('appointment', 'On attend true, false, ou le poste à pourvoir.');
  }
  const poste = typeof nomme === 'string' ? posteNomme(nomme) : 'autre';
  const { pour, contre } = voixDeLaDispense(l);
  const texteContraire = texteContraireLu(l, poste, contre);
  return l.conclure(() => ({
    waived: nomme !== false && dispenseAcquise({ poste, pour, contre, texteContraire }),
  }));
};

const singleCandidate: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.singleCandidate);
  const poste = posteNomme(texteRequis(l, 'body'));
  const candidatsParPoste = l.entier('candidatesPerSeat') ?? null;
  const unique = l.booleen('singleList');
  const listes = l.entier('lists') ?? (unique === undefined ? null : unique ? 1 : 2);
  if (candidatsParPoste === null && listes === null) {
    l.refuser('candidatesPerSeat', '« candidatesPerSeat » ou « lists » manque.');
  }
  return l.conclure(() =>
    effetImmediat({ poste, candidatsParPoste, listes })
      ? { vote: 'none', effect: 'immediate, read out by the mayor' }
      : { vote: 'secret', effect: 'after the vote' },
  );
};

function agesLus(l: Lecteur, scores: Scores, champ: string): { readonly [nom: string]: number } {
  const brut = l.brut(champ);
  if (brut === undefined || brut === null) return {};
  if (!estObjet(brut)) {
    l.refuser(champ, 'On attend un âge par nom.');
    return {};
  }
  const lus: { [nom: string]: number } = {};
  for (const [nom, valeur] of Object.entries(brut)) {
    if (!(nom in scores)) l.refuser(champ, `« ${nom} » n’est pas une liste.`);
    if (typeof valeur === 'number' && valeur > 0) lus[nom] = valeur;
    else l.refuser(champ, `L’âge de « ${nom} » n’est pas un nombre.`);
  }
  return lus;
}

const adjointLists: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.adjointLists);
  const tour = tourLu(l);
  const scores = scoresLus(l);
  const suffragesExprimes = exprimesLus(l, scores);
  const ages = agesLus(l, scores, 'averageAge');
  const population = l.entier('population');
  const le = l.jour('date');
  const aujourdHui = le ?? jour('2999-12-31');
  const parListe = population === undefined || adjointsElusParListe(population, aujourdHui, 2);
  if (population !== undefined && population < 1_000 && le === undefined) {
    l.refuser('date', 'Sous 1 000 habitants, le mode d’élection dépend de la date : elle manque.');
  } else if (!parListe) {
    l.refuser(
      'population',
      'Sous 1 000 habitants, à cette date, les adjoints ne sont pas élus au scrutin de liste (L2122-7-1).',
    );
  }
  return l.conclure(() => {
    const listes = Object.entries(scores).map(([nom, voix]) => ({
      nom,
      voix,
      ageMoyen: ages[nom] ?? null,
    }));
    const elected = listeElue({ tour, suffragesExprimes, listes });
    return { expressed: suffragesExprimes, majority: majoriteAbsolue(suffragesExprimes), elected };
  });
};

const proportionalSeats: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.proportionalSeats);
  const sieges = l.entierRequis('seats');
  if (l.entier('seats') === 0) l.refuser('seats', 'Il faut au moins un siège.');
  const voix = scoresLus(l, l.brut('scores') === undefined ? 'votes' : 'scores');
  const ages = agesLus(l, voix, 'averageAge');
  return l.conclure(() => {
    const r = auPlusFortReste(
      sieges,
      Object.entries(voix).map(([nom, n]) => ({ nom, voix: n, age: ages[nom] ?? null })),
    );
    return { seats: r.sieges, tied: r.aDepartager };
  });
};

/** Appointments: R-NOM-01 to -04, and the seats of a committee. */
export const NOMINATIONS_LUES: Fonctions = {
  appointmentRound,
  secretWaiver,
  singleCandidate,
  adjointLists,
  proportionalSeats,
};
