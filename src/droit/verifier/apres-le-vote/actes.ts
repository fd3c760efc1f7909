import type { Json } from '#base/canonical-json.ts';
import type { Jour } from '#base/jour.ts';
import { type Execution, type Formalites, executoire } from '../../cgct/l2131-1/executoire.ts';
import type { ModeDePublicite, Portee } from '../../cgct/l2131-1/publicite.ts';
import {
  limiteDeTransmission,
  teletransmissionObligatoire,
  transmissionDue,
} from '../../cgct/l2131-2/transmission.ts';
import { lieuDePublicationDuChoix, pageConforme } from '../../cgct/r2131-1/publication.ts';
import { traitementAvantMiseEnLigne } from '../../crpa/l312-1-2/occultation.ts';
import { doitOuvrirSesDonnees } from '../../crpa/l312-1-1/donnees-ouvertes.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import type { Lecteur } from '../lecteur.ts';
import { natureNommee } from './nature-nommee.ts';
import {
  apres,
  booleenRequis,
  enSimple,
  ouvrir,
  regimeLu,
  sansDroitLocal,
  texteRequis,
} from '../lire.ts';

/** The names each function understands, whether or not a vector makes it read them. */
const CONNUES = {
  onlinePublication: [
    'kind',
    'population',
    'date',
    'fullText',
    'nonModifiable',
    'downloadable',
    'authorNameFunction',
    'onlineDate',
    'months',
    'format',
  ],
  redaction: [
    'kind',
    'date',
    'data',
    'actContainsThirdPartyPersonalData',
    'categoryD312_1_3',
    'consent',
    'secret',
  ],
  noWebsite: ['kind', 'population', 'website', 'choice', 'choosesPaper', 'choosesPosting', 'date'],
  mustTransmit: ['kind', 'date', 'act', 'population', 'aboveThreshold'],
  electronicMandatory: ['kind', 'population', 'date'],
  openDataDuty: ['kind', 'population', 'agentsFTE', 'date'],
} as const;

const FORMALITES = [
  'kind',
  'population',
  'actClass',
  'mode',
  'councilChose',
  'meeting',
  'date',
  'signed',
  'transmitted',
  'ackReceived',
  'mustTransmit',
  'postedOnPaper',
  'publishedOnPaper',
  'online',
  'notified',
  'compteRenduPosted',
  'publicityAt',
  'urgent',
] as const;

function porteeLue(l: Lecteur): Portee {
  const brute = l.texte('actClass');
  const mot = enSimple(brute ?? 'ni');
  if (/^ni\b|espece|neither/.test(mot)) return 'ni-l-un-ni-l-autre';
  if (mot.startsWith('individu')) return 'individuelle';
  if (/^(reglementaire|regulatory)/.test(mot)) return 'reglementaire';
  l.refuser(
    'actClass',
    'On attend « réglementaire », « individuel » ou « ni réglementaire ni individuel ».',
  );
  return 'ni-l-un-ni-l-autre';
}

type Mode = 'affichage' | 'papier' | 'electronique';

/** The three modes of L2131-1 IV, in the words a vector may use. */
const MODES: readonly (readonly [RegExp, Mode])[] = [
  [/^(affich\w*|post(ing|ed|er)|notice board|par affichage)\b/, 'affichage'],
  [/^((publication|publie\w*|published) )?(sur |on |en )?(papier|paper)\b/, 'papier'],
  [/electroni|en ligne|online|site|internet/, 'electronique'],
];

const modeNomme = (mot: string): Mode | undefined =>
  MODES.find(([motif]) => motif.test(enSimple(mot)))?.[1];

/** The mode the commune chose; a mode told without a choice is one it has chosen. */
function choixLu(l: Lecteur): Formalites['choix'] {
  const dit = l.texte('mode');
  const aucun =
    dit !== undefined && /^(aucun|par defaut|defaut|default|none)\b/.test(enSimple(dit));
  const brut = aucun ? undefined : dit;
  const mode = brut === undefined ? undefined : modeNomme(brut);
  if (brut !== undefined && mode === undefined) {
    l.refuser('mode', 'On attend « affichage », « papier » ou « électronique ».');
  }
  const choisi = l.booleen('councilChose');
  if (choisi === true && brut === undefined) {
    l.refuser('mode', 'Le conseil a choisi un mode de publicité : lequel ? « mode » manque.');
  }
  return choisi === false ? null : (mode ?? null);
}

const premier = (jours: readonly (Jour | undefined)[]): Jour | undefined =>
  jours
    .filter((j) => j !== undefined)
    .toSorted()
    .at(0);

/** The day of the act, whose law applies: told, or the first thing known to have happened to it. */
function jourDeLActe(l: Lecteur): Jour {
  const connu =
    l.jour('date') ??
    l.jour('meeting') ??
    l.jour('signed') ??
    premier(
      ['transmitted', 'postedOnPaper', 'publishedOnPaper', 'online', 'notified', 'publicityAt'].map(
        (nom) => l.jour(nom),
      ),
    );
  return connu ?? l.jourRequis('meeting');
}

function formalitesLues(l: Lecteur): Formalites {
  const portee = porteeLue(l);
  const choix = choixLu(l);
  const regime = regimeLu(l);
  const seance = l.jour('meeting');
  for (const nom of [
    'transmitted',
    'postedOnPaper',
    'publishedOnPaper',
    'online',
    'notified',
    'publicityAt',
  ]) {
    apres(l, nom, seance, 'Cette date précède la séance où l’acte a été pris.');
  }
  l.jour('ackReceived');
  l.jour('compteRenduPosted');
  // Told without saying how: the publicity the law asks of this act, whichever it is.
  const requise = l.jour('publicityAt') ?? null;
  const affichee = l.jour('postedOnPaper') ?? requise;
  return {
    regime,
    le: jourDeLActe(l),
    portee,
    choix,
    aTransmettre: l.booleen('mustTransmit') ?? true,
    transmiseLe: l.jour('transmitted') ?? null,
    enLigneLe: l.jour('online') ?? requise,
    afficheeLe: affichee,
    papierLe: l.jour('publishedOnPaper') ?? (choix === 'papier' ? affichee : requise),
    notifieeLe: l.jour('notified') ?? requise,
    urgence: l.booleen('urgent') ?? false,
  };
}

const PREUVES: Readonly<Record<ModeDePublicite, string>> = {
  electronique: 'publication électronique',
  affichage: 'affichage',
  papier: 'publication sur papier',
  notification: 'notification',
};

const preuveManquante = ({ manque, publiciteRequise }: Execution): string | null =>
  manque.length === 0
    ? null
    : manque
        .toReversed()
        .map((m) => (m === 'transmission' ? 'transmission' : PREUVES[publiciteRequise]))
        .join(' et ');

const executory: Fonction = (entrees) => {
  const l = ouvrir(entrees, FORMALITES);
  const f = formalitesLues(l);
  const signee = l.jour('signed');
  return l.conclure(() => {
    const e = executoire(f);
    const tardive =
      f.portee === 'individuelle' &&
      f.aTransmettre &&
      signee !== undefined &&
      f.transmiseLe !== null
        ? f.transmiseLe > limiteDeTransmission(signee)
        : undefined;
    return {
      executoryFrom: e.executoireDepuis,
      appealStart: e.recoursDepuis,
      proofMissing: preuveManquante(e),
      publicityRequired: PREUVES[e.publiciteRequise],
      transmissionLate: tardive,
    };
  });
};

const onlinePublication: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.onlinePublication);
  l.genre();
  l.entier('population');
  l.jour('date');
  // Null says there is none, as elsewhere in a vector; a name left out says nothing.
  const point = (nom: string): boolean | null =>
    l.brut(nom) === null ? false : (l.booleen(nom) ?? null);
  const mention = (nom: string): boolean | null =>
    typeof l.brut(nom) === 'string' ? l.texte(nom)?.trim() !== '' : point(nom);
  const mois = l.nombre('months');
  // A word-processor's file can be changed by whoever opens it.
  const modifiable = /docx?|odt|rtf|word|traitement de texte/.test(
    enSimple(l.texte('format') ?? ''),
  );
  const page = {
    integrale: point('fullText'),
    nonModifiable: point('nonModifiable') ?? (modifiable ? false : null),
    telechargeable: point('downloadable'),
    auteur: mention('authorNameFunction'),
    dateDeMiseEnLigne: mention('onlineDate'),
    mois: mois ?? null,
  };
  return l.conclure(() => {
    const ok = pageConforme(page);
    return { ok: ok === true && mois === undefined ? null : ok };
  });
};

/** What the vector says of the data, in words. */
function mentionsNommees(texte: string) {
  const mot = enSimple(texte);
  const elus =
    /\belus?\b|\belected\b|conseillers? municipa|councillors?\b|\bmayors?\b|\bmaires?\b|\badjoints?\b|secretaires? de seance|secretary of the (meeting|session)/.test(
      mot,
    ) && !/third|tiers|non elus?|staff|agents?\b|beneficia/.test(mot);
  const secret =
    /sante|health|medical|vie privee|private life|\bsecrets?\b|confidenti|disciplin|sanction|adresse|home address/.test(
      mot,
    );
  return { donneesDeTiers: !elus, secret, categorieLibre: false, accord: false };
}

const TRAITEMENTS = {
  occulter: 'anonymise before publication',
  anonymiser: 'anonymise before publication',
  publier: 'publish',
} as const;

const redaction: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.redaction);
  const nommees = l.texte('data');
  const mentions = {
    ...(nommees === undefined
      ? {
          donneesDeTiers: booleenRequis(l, 'actContainsThirdPartyPersonalData'),
          secret: false,
        }
      : mentionsNommees(nommees)),
    categorieLibre: l.booleen('categoryD312_1_3') ?? false,
    accord: l.booleen('consent') ?? false,
  };
  const secret = l.booleen('secret') ?? mentions.secret;
  return l.conclure(() => ({
    action: TRAITEMENTS[traitementAvantMiseEnLigne({ ...mentions, secret })],
  }));
};

/** The mode chosen: in a word, or by a flag for each. */
function choixSansSite(l: Lecteur): Mode {
  const mot = l.texte('choice');
  if (mot !== undefined) {
    const mode = modeNomme(mot);
    if (mode === undefined) {
      l.refuser('choice', 'On attend « affichage », « papier » ou « électronique ».');
    }
    return mode ?? 'electronique';
  }
  if (l.booleen('choosesPosting') === true) {
    return l.booleen('choosesPaper') === true ? 'papier' : 'affichage';
  }
  return booleenRequis(l, 'choosesPaper') ? 'papier' : 'electronique';
}

const noWebsite: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.noWebsite);
  const genre = sansDroitLocal(l.genre());
  const population = l.entierRequis('population');
  const site = booleenRequis(l, 'website');
  const choix = choixSansSite(l);
  const le = l.jourRequis('date');
  return l.conclure(() => {
    const lieu = lieuDePublicationDuChoix({ population, site, choix, le });
    return {
      publishChoiceOn:
        genre === 'commune' && lieu !== null ? "site de l'EPCI à fiscalité propre" : null,
    };
  });
};

const mustTransmit: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.mustTransmit);
  const genre = sansDroitLocal(l.genre());
  l.jour('date');
  l.entier('population');
  const act = texteRequis(l, 'act');
  const auDessus = l.booleen('aboveThreshold');
  const marche = /marche|accord-cadre|contrat de la commande/.test(enSimple(act));
  const nature =
    marche && auDessus !== undefined
      ? auDessus
        ? 'contrat-soumis'
        : 'marche-sous-le-seuil'
      : natureNommee(enSimple(act));
  if (act !== '' && nature === undefined) {
    l.refuser('act', `« ${act} » : cet acte n’est pas reconnu dans la liste de L2131-2.`);
  }
  return l.conclure(() => ({
    mustTransmit: transmissionDue(nature ?? 'deliberation', genre).aTransmettre,
  }));
};

const electronicMandatory: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.electronicMandatory);
  const { genre, population } = regimeLu(l);
  const le = l.jourRequis('date');
  return l.conclure(() => ({ mandatory: teletransmissionObligatoire({ genre, population }, le) }));
};

const openDataDuty: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.openDataDuty);
  const genre = sansDroitLocal(l.genre());
  // No département or région has fewer than 3 500 inhabitants.
  const vaste = genre === 'departement' || genre === 'region';
  const population = vaste
    ? (l.entier('population') ?? Number.MAX_SAFE_INTEGER)
    : l.entierRequis('population');
  const agents = l.nombre('agentsFTE');
  if (agents === undefined) l.refuser('agentsFTE', '« agentsFTE » manque.');
  const le = l.jour('date') ?? null;
  return l.conclure((): { readonly [nom: string]: Json } => ({
    duty: doitOuvrirSesDonnees(population, agents ?? 0, le),
  }));
};

/** What becomes of an act: R-EXEC, R-PUBL, R-TRANS, R-DATA, R-OPEN. */
export const ACTES_LUS: Fonctions = {
  executory,
  onlinePublication,
  redaction,
  noWebsite,
  mustTransmit,
  electronicMandatory,
  openDataDuty,
};
