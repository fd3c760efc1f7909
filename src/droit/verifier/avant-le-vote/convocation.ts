import { peutEtreVotee } from '../../cgct/l2121-10/ordre-du-jour.ts';
import { delaiDeConvocation } from '../../cgct/l2121-12/delai-de-convocation.ts';
import { noteSuffisante, pieceRequise } from '../../cgct/l2121-12/note-de-synthese.ts';
import { secondeConvocation } from '../../cgct/l2121-17/seconde-convocation.ts';
import {
  demandeursRequis,
  partDesDemandeurs,
  reunionAuPlusTard,
} from '../../cgct/l2121-9/demande-de-reunion.ts';
import { secondeReunionDePleinDroit } from '../../cgct/l3121-14/seconde-reunion.ts';
import { type Jour, ecartEnJours, jour } from '#base/jour.ts';
import { dernierJourPour, joursFrancs } from '../../temps/francs.ts';
import type { RegimeMinimal } from '../../regimes/genres.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import { type Json, estObjet } from '#base/canonical-json.ts';
import { type GenreLu, type Lecteur, lecteur } from '../lecteur.ts';
import { booleenRequis, genreRequis } from '../lire.ts';

/** A vector that gives no day is judged by the law as we last read it. */
export const DROIT_LU = jour('2026-11-23');

/** Before that day an EPCI followed the rules of its size (L5211-1). */
const TOUS_LES_EPCI = jour('2020-03-01');

/** The population is asked for only where the answer depends on it, and then it must be told. */
function regimeAuBesoin(l: Lecteur, genre: GenreLu, depend: boolean): RegimeMinimal {
  const population = depend ? l.entierRequis('population') : l.entier('population');
  if (genre === 'commune' || genre === 'commune-alsace-moselle') {
    const alsaceMoselle = genre === 'commune-alsace-moselle';
    return { genre: 'commune', population: population ?? 0, alsaceMoselle };
  }
  return population === undefined ? { genre } : { genre, population };
}

const epciDAvant2020 = (genre: GenreLu, le: Jour): boolean =>
  genre === 'epci' && le < TOUS_LES_EPCI;

/** A notice whose delay the vector tells itself, in clear days, instead of who is called. */
function delaiDit(l: Lecteur, requis: number, envoi: Jour, seance: Jour) {
  l.genre();
  return l.conclure(() => {
    const libres = joursFrancs(envoi, seance);
    return {
      clearDays: libres,
      daysBefore: ecartEnJours(envoi, seance),
      required: requis,
      ok: libres >= requis,
      latestSend: dernierJourPour(requis, seance),
    };
  });
}

const noticePeriod: Fonction = (entrees) => {
  const l = lecteur(entrees);
  // Neither the day of receipt nor the channel counts: the dispatch does (CE 13 October 1993).
  l.jour('received');
  l.texte('channel');
  const requis = l.entier('required');
  if (requis !== undefined && l.entier('population') === undefined) {
    return delaiDit(l, requis, l.jourRequis('sent'), l.jourRequis('meeting'));
  }
  const genre = genreRequis(l);
  const envoi = l.jourRequis('sent');
  const seance = l.jourRequis('meeting');
  const urgence = l.booleen('urgent') ?? false;
  const premiereReunion =
    l.booleen('firstMeetingAfterGeneralRenewal') ?? l.booleen('firstMeeting') ?? false;
  const depend =
    !urgence && ((genre === 'commune' && !premiereReunion) || epciDAvant2020(genre, seance));
  const regime = regimeAuBesoin(l, genre, depend);
  return l.conclure(() => {
    const delai = delaiDeConvocation({ regime, envoi, seance, urgence, premiereReunion });
    return {
      clearDays: delai.joursFrancs,
      daysBefore: delai.joursAvant,
      required: delai.requis.jours,
      ok: delai.respecte,
      latestSend: delai.dernierEnvoi,
    };
  });
};

/** Names of items, written as texts or as numbers. */
function affaires(l: Lecteur, nom: string): readonly Json[] | undefined {
  const brut = l.brut(nom);
  return Array.isArray(brut) ? brut : undefined;
}

/** Whether the second agenda only holds items left from the first: told, or read from both. */
function memesAffairesLues(l: Lecteur): boolean {
  const [secondes, restees] = [affaires(l, 'items'), affaires(l, 'unfinished')];
  return secondes === undefined || restees === undefined
    ? booleenRequis(l, 'sameItemsOnly')
    : (l.booleen('sameItemsOnly') ?? secondes.every((affaire) => restees.includes(affaire)));
}

const secondConvocation: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const genre = l.genre();
  const premiereReunion = l.jourRequis('firstMeeting');
  const envoi = l.jourRequis('sent');
  const reunion = l.jourRequis('meeting');
  const memesAffaires = memesAffairesLues(l);
  const reguliere = l.booleen('firstConvocationRegular');
  const rappelle = l.booleen('recallsRule');
  if (genre === 'departement' || genre === 'region') {
    l.refuser('kind', 'La seconde réunion s’y tient de plein droit, sans nouvelle convocation.');
  }
  return l.conclure(() => {
    const seconde = secondeConvocation({
      premiereReunion,
      premiereReguliere: reguliere ?? null,
      envoi,
      reunion,
      memesAffaires,
      rappelleLaRegle: genre === 'commune-alsace-moselle' ? (rappelle ?? null) : null,
    });
    return {
      clearDays: seconde.joursFrancs,
      required: seconde.requis,
      quorumRequired: seconde.quorumExige,
    };
  });
};

const secondMeetingAuto: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const genre = genreRequis(l);
  const premiere = l.jourRequis('firstMeeting');
  const dePleinDroit = genre === 'departement' || genre === 'region';
  return l.conclure(() => ({
    meeting: dePleinDroit ? secondeReunionDePleinDroit(premiere) : null,
    quorumRequired: !dePleinDroit,
    newConvocation: !dePleinDroit,
  }));
};

const requestThreshold: Fonction = (entrees) => {
  const l = lecteur(entrees);
  // L2121-9 is a rule of communes, which an EPCI follows: a vector need not name the first.
  const genre = l.genre() ?? 'commune';
  const demandeurs = l.entier('requesters');
  const enExercice = l.entierRequis('inOffice');
  const regime = regimeAuBesoin(l, genre, genre === 'commune');
  const population = l.entier('population') ?? 0;
  const dependDuJour = genre === 'commune' && population >= 1_000 && population < 3_500;
  const le = dependDuJour ? l.jourRequis('date') : (l.jour('date') ?? DROIT_LU);
  return l.conclure(() => {
    const members = demandeursRequis(regime, enExercice, le);
    return {
      members,
      fraction: partDesDemandeurs(regime, le) === 'tiers' ? '1/3' : 'majority',
      ok: demandeurs === undefined ? undefined : demandeurs >= members,
    };
  });
};

const requestDeadline: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const recue = l.jourRequis('requestReceived');
  const reunion = l.jour('meeting');
  l.genre();
  return l.conclure(() => {
    const terme = reunionAuPlusTard(recue);
    return { meetingAtLatest: terme, ok: reunion === undefined ? undefined : reunion <= terme };
  });
};

const agendaItem: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const item = l.brut('item');
  const dansLAffaire = estObjet(item) ? item['onAgenda'] : undefined;
  const inscrite =
    typeof dansLAffaire === 'boolean' ? dansLAffaire : booleenRequis(l, 'itemOnAgenda');
  const importance = l.texte('importance') ?? (l.booleen('minor') === true ? 'minor' : undefined);
  l.entier('population');
  l.genre();
  return l.conclure(() => ({
    mayVote: peutEtreVotee(inscrite),
    severity: inscrite ? undefined : importance === 'minor' ? 'risk' : 'illegal',
  }));
};

const noteRequired: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const genre = genreRequis(l);
  const le = l.jour('date') ?? DROIT_LU;
  const depend =
    genre === 'commune' || genre === 'commune-alsace-moselle' || epciDAvant2020(genre, le);
  const regime = regimeAuBesoin(l, genre, depend);
  return l.conclure(() => {
    const piece = pieceRequise(regime, le);
    return {
      required: piece === null ? null : piece !== 'aucune',
      document: piece === 'rapport' ? 'report' : piece === 'note' ? 'note' : undefined,
    };
  });
};

const noteEquivalent: Fonction = (entrees) => {
  const l = lecteur(entrees);
  const brut = l.brut('note');
  const note = typeof brut === 'string' ? brut.trim() !== '' : (l.booleen('note') ?? false);
  const exposeDesMotifs = l.booleen('draftWithExplanatoryReport') ?? false;
  const suffisant = l.booleen('sufficient') ?? true;
  const [piece, convocation] = [l.jour('sentAt'), l.jour('noticeSentAt')];
  const avecLaConvocation =
    piece === undefined || convocation === undefined
      ? booleenRequis(l, 'sentWithConvocation')
      : piece <= convocation;
  return l.conclure(() => ({
    ok: noteSuffisante({ note, exposeDesMotifs: exposeDesMotifs && suffisant, avecLaConvocation }),
  }));
};

/** How members are called, and how a meeting is asked for or held again. */
export const CONVOCATION_LUE: Fonctions = {
  noticePeriod,
  secondConvocation,
  secondMeetingAuto,
  requestThreshold,
  requestDeadline,
  agendaItem,
  noteRequired,
  noteEquivalent,
};
