import { limiteDePublicationDuPv } from '../../cgct/l2121-15/proces-verbal.ts';
import { effetDeLOmission, signatairesRequis } from '../../cgct/l2121-23/signatures.ts';
import { afficheDue, limiteDAffichage } from '../../cgct/l2121-25/liste.ts';
import {
  type SignataireDExtrait,
  certifieLExtrait,
  signeLaDeliberation,
} from '../../cgct/l2122-18/extrait.ts';
import { anneesAvantReliure, registreNumeriqueEnOrdre } from '../../cgct/r2121-9/registre.ts';
import { REFORME_DE_LA_PUBLICITE } from '../../cgct/l2131-1/publicite.ts';
import { etiquettesPerimees } from '../../mots/references.ts';
import { lireTexte } from '../../mots/texte.ts';
import type { Fonction, Fonctions } from '../fonction.ts';
import {
  apres,
  booleenRequis,
  enSimple,
  genreDuBloc,
  ouvrir,
  sansDroitLocal,
  texteRequis,
} from '../lire.ts';

/** The names each function understands, whether or not a vector makes it read them. */
const CONNUES = {
  listDeadline: ['kind', 'population', 'meeting', 'date', 'postedAt', 'onlineAt', 'website'],
  publicityDocument: ['kind', 'population', 'meeting', 'website'],
  pvDeadline: ['kind', 'population', 'meeting', 'adoptedAt', 'publishedAt', 'website'],
  signatures: ['kind', 'population', 'meeting'],
  missingSignature: ['kind', 'meeting', 'date', 'missing', 'existenceOtherwiseProven'],
  electronicRegister: [
    'kind',
    'meeting',
    'date',
    'signedElectronically',
    'handwrittenOnPaperPerSession',
    'paperRegister',
  ],
  binding: ['kind', 'population', 'date'],
  extractSignatory: ['kind', 'meeting', 'date', 'signatory', 'status', 'role', 'delegation'],
  obsoleteReferences: ['kind', 'population', 'text', 'meeting', 'date'],
} as const;

const SEANCE_DABORD = 'Cette date précède la séance.';

/** A day by which something is in time; `null`: nothing was told of it. */
const aTemps = (le: string | undefined, limite: string): boolean | undefined =>
  le === undefined ? undefined : le <= limite;

const listDeadline: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.listDeadline);
  genreDuBloc(l);
  l.entier('population');
  l.jour('date');
  const site = l.booleen('website') ?? true;
  const seance = l.jourRequis('meeting');
  apres(l, 'postedAt', l.jour('meeting'), SEANCE_DABORD);
  apres(l, 'onlineAt', l.jour('meeting'), SEANCE_DABORD);
  const affichee = l.jour('postedAt');
  const enLigne = l.jour('onlineAt');
  return l.conclure(() => {
    const deadline = limiteDAffichage(seance);
    const ok = [aTemps(affichee, deadline), site ? aTemps(enLigne, deadline) : undefined].filter(
      (b) => b !== undefined,
    );
    return {
      deadline,
      // Not a day the rule computes, but the days on which posting is in time.
      postedOk: { from: seance, to: deadline },
      ok: ok.length === 0 ? undefined : ok.every(Boolean),
    };
  });
};

const AFFICHES = {
  'liste-des-deliberations': 'liste des délibérations examinées, affichée et mise en ligne',
  'compte-rendu': 'compte rendu affiché dans la huitaine',
} as const;

/** On line « lorsqu’il existe » only: a body without a site posts the list (L2121-25). */
const LISTE_SANS_SITE = 'liste des délibérations examinées, affichée';

const publicityDocument: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.publicityDocument);
  genreDuBloc(l);
  l.entier('population');
  const seance = l.jourRequis('meeting');
  const site = l.booleen('website') ?? true;
  return l.conclure(() => {
    const due = afficheDue(seance);
    return {
      document: due === 'liste-des-deliberations' && !site ? LISTE_SANS_SITE : AFFICHES[due],
    };
  });
};

const pvDeadline: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.pvDeadline);
  genreDuBloc(l);
  l.entier('population');
  const seance = l.jour('meeting');
  const arreteLe = l.jourRequis('adoptedAt');
  if (seance !== undefined && l.jour('adoptedAt') !== undefined && arreteLe <= seance) {
    l.refuser('adoptedAt', 'Le procès-verbal est arrêté à une séance suivante, pas avant.');
  }
  apres(l, 'publishedAt', l.jour('adoptedAt'), 'Publié avant d’être arrêté ?');
  const publie = l.jour('publishedAt');
  return l.conclure(() => {
    const publishBy = limiteDePublicationDuPv(arreteLe);
    return { publishBy, ok: publishBy === null ? undefined : aTemps(publie, publishBy) };
  });
};

const signatures: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.signatures);
  const genre = sansDroitLocal(genreDuBloc(l));
  l.entier('population');
  const seance = l.jourRequis('meeting');
  return l.conclure(() => ({
    signatories:
      signatairesRequis(seance) === 'tous-les-presents'
        ? 'all members present'
        : [genre === 'commune' ? 'maire' : 'president', 'secretaire(s)'],
  }));
};

const OMISSIONS: Readonly<Record<string, 'president' | 'secretaire' | 'toutes'>> = {
  maire: 'president',
  president: 'president',
  secretaire: 'secretaire',
  'secretaire(s)': 'secretaire',
  secretaires: 'secretaire',
  all: 'toutes',
  both: 'toutes',
  toutes: 'toutes',
};

const missingSignature: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.missingSignature);
  l.genre();
  l.jour('meeting');
  l.jour('date');
  const lue = texteRequis(l, 'missing');
  const omission = OMISSIONS[enSimple(lue)];
  if (lue !== '' && omission === undefined) {
    l.refuser('missing', 'On attend « maire », « secretaire » ou « all ».');
  }
  const prouvee =
    omission === 'toutes'
      ? booleenRequis(l, 'existenceOtherwiseProven')
      : (l.booleen('existenceOtherwiseProven') ?? true);
  return l.conclure(() => {
    const effet = effetDeLOmission(omission ?? 'secretaire', prouvee);
    return {
      void: effet.nul,
      severity: effet.gravite === 'illegal' ? 'illegal' : 'risk',
      executoryAffected: effet.executoireAffecte,
    };
  });
};

const electronicRegister: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.electronicRegister);
  l.genre();
  const le = l.jour('meeting') ?? l.jour('date') ?? REFORME_DE_LA_PUBLICITE;
  const papier = l.booleen('paperRegister') ?? true;
  // Without a register on paper, how the digital one is signed changes nothing.
  const electronique = papier
    ? booleenRequis(l, 'signedElectronically')
    : (l.booleen('signedElectronically') ?? false);
  const aLaMain =
    electronique && papier
      ? booleenRequis(l, 'handwrittenOnPaperPerSession')
      : (l.booleen('handwrittenOnPaperPerSession') ?? false);
  return l.conclure(() => ({
    ok: papier && (le < REFORME_DE_LA_PUBLICITE || registreNumeriqueEnOrdre(electronique, aLaMain)),
  }));
};

const binding: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.binding);
  const genre = sansDroitLocal(genreDuBloc(l));
  const population = l.entierRequis('population');
  const le = l.jour('date') ?? REFORME_DE_LA_PUBLICITE;
  return l.conclure(() => ({
    maxYears: genre === 'epci' ? 1 : anneesAvantReliure(population, le),
  }));
};

/** The part a person plays, read from the words a document prints. */
function roleLu(texte: string): SignataireDExtrait['role'] {
  const mot = enSimple(texte);
  if (/directeur|directrice|dgs|agent|responsable|secretaire (general|de mairie)/.test(mot)) {
    return 'agent';
  }
  if (/adjoint|delegue|vice-president/.test(mot)) return 'delegue';
  if (/secretaire/.test(mot)) return 'secretaire';
  return /\bmaire\b|president/.test(mot) ? 'president' : 'membre';
}

function assistanceLue(texte: string): SignataireDExtrait['assistance'] {
  const mot = enSimple(texte);
  if (/sans pouvoir|absent/.test(mot)) return 'absent';
  if (/represente|pouvoir|procuration/.test(mot)) return 'represente';
  if (/excuse/.test(mot)) return 'absent';
  return /present/.test(mot) ? 'present' : 'etranger-au-conseil';
}

const extractSignatory: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.extractSignatory);
  l.genre();
  const seance = l.jour('meeting') ?? l.jour('date') ?? REFORME_DE_LA_PUBLICITE;
  const s: SignataireDExtrait = {
    seance,
    nom: texteRequis(l, 'signatory'),
    role: roleLu(texteRequis(l, 'role')),
    assistance: assistanceLue(texteRequis(l, 'status')),
    delegation: typeof l.brut('delegation') === 'string' ? (l.texte('delegation') ?? null) : null,
  };
  return l.conclure(() => {
    const auRegistre = signeLaDeliberation(s);
    const certifie = certifieLExtrait(s);
    const arrete = s.role === 'agent' ? 'L2122-19' : 'L2122-18';
    return {
      asRegisterSignatory: auRegistre ? 'valid' : 'invalid',
      asCertifyingDelegate: {
        'de-droit': 'allowed',
        'sur-delegation': `allowed if arrêté ${arrete} covers it`,
        non: 'not allowed',
      }[certifie],
      severity: auRegistre ? 'info' : 'risk',
    };
  });
};

const obsoleteReferences: Fonction = (entrees) => {
  const l = ouvrir(entrees, CONNUES.obsoleteReferences);
  l.genre();
  l.entier('population');
  const texte = l.texte('text') ?? '';
  if (l.brut('text') === undefined || l.brut('text') === null)
    l.refuser('text', '« text » manque.');
  const le = l.brut('meeting') === undefined ? l.jourRequis('date') : l.jourRequis('meeting');
  return l.conclure(() => ({ flags: etiquettesPerimees(lireTexte(texte), le) }));
};

/** The register and what is drawn from it: R-LIST, R-PV, R-SIGN, R-REG, R-PUBL-01. */
export const REGISTRE_LU: Fonctions = {
  listDeadline,
  publicityDocument,
  pvDeadline,
  signatures,
  missingSignature,
  electronicRegister,
  binding,
  extractSignatory,
  obsoleteReferences,
};
