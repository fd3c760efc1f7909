import { type Jour, enToutesLettres, jour } from '#base/jour.ts';
import { COMPLEMENTS } from '#droit/catalogue/complements.ts';
import type { Calcul, Fiche, GenreVise } from '#droit/catalogue/fiche.ts';
import type { Fondement, Gravite } from '#droit/constat.ts';
import { FICHES_DES_MOTS } from '#droit/mots/regles.ts';
import { FICHES } from '#droit/regles.ts';
import { CERTITUDES, POIDS_DU_DOUTE } from './droit.ts';
import { compte, enumerer, t } from './mots.ts';

export type VueDUneRegle = {
  /** `R-QUOR-01`: also its anchor in the page. */
  readonly id: string;
  readonly titre: string;
  readonly enClair: string;
  readonly gravite: Gravite;
  readonly poids: string;
  /** « Textes », « Vaut pour », « Depuis »…, in that order. */
  readonly details: readonly { readonly terme: string; readonly valeur: string }[];
};

export type Theme = {
  readonly id: string;
  readonly titre: string;
  readonly combien: string;
  readonly regles: readonly VueDUneRegle[];
};

export type PageDesRegles = { readonly resume: string; readonly themes: readonly Theme[] };

/** Topics in the order of a sitting; the middle of a rule's name says which is its own. */
const THEMES: readonly (readonly [id: string, titre: string, noms: readonly string[]])[] = [
  ['composition', 'Composition du conseil', ['COMP', 'EPCI']],
  ['reunions', 'Réunions', ['SEAN']],
  ['convocation', 'Convocation et information des élus', ['CONV', 'NOTE']],
  ['quorum', 'Quorum et pouvoirs', ['QUOR', 'POUV']],
  ['personnes', 'Présidence, secrétaire, conflits d’intérêts', ['PRES', 'SECR', 'INT']],
  ['votes', 'Votes et nominations', ['VOTE', 'NOM']],
  ['registre', 'Registre, signatures, procès-verbal', ['REG', 'SIGN', 'LIST', 'PV', 'FAIT']],
  ['application', 'Publication et entrée en application', ['PUBL', 'EXEC', 'TRANS']],
  ['recours', 'Contrôle du préfet et recours', ['CTRL', 'REC', 'RETR']],
  ['argent', 'Finances et délégations', ['FIN', 'DELEG']],
  ['donnees', 'Données ouvertes, données personnelles, archives', ['OPEN', 'DATA', 'ARCH']],
  ['mots', 'Rédaction des actes', ['MOTS']],
];

const GENRES: Readonly<Record<GenreVise, string>> = {
  commune: 'communes hors d’Alsace-Moselle',
  'commune-alsace-moselle': 'communes d’Alsace-Moselle',
  epci: 'intercommunalités',
  departement: 'départements',
  region: 'régions',
};

const TOUS_LES_GENRES = 5;

function vautPour({ genres, condition }: Fiche): string {
  const toutes = genres.includes('commune') && genres.includes('commune-alsace-moselle');
  const autres = genres.filter((g) => !toutes || !g.startsWith('commune'));
  const dits = [...(toutes ? ['communes'] : []), ...autres.map((g) => GENRES[g])];
  const qui = genres.length === TOUS_LES_GENRES ? 'toutes les assemblées' : enumerer(dits);
  return condition === null ? qui : `${qui} (${condition})`;
}

const enClair = (le: string): string => enToutesLettres(lireJour(le));
const lireJour = (le: string): Jour => jour(le);

function duree({ regle: { enVigueur } }: Fiche): string {
  const { du, au } = enVigueur;
  if (du !== null && au !== null) return `du ${enClair(du)} au ${enClair(au)}`;
  if (du !== null) return `depuis le ${enClair(du)}`;
  return au === null ? 'sans limite connue' : `jusqu’au ${enClair(au)}`;
}

const texte = ({ code, article, alinea }: Fondement): string => {
  const nom = code === 'autre' ? article : `${code} ${article}`;
  return alinea === undefined ? nom : `${nom} al. ${alinea}`;
};

function verification(calcul: Calcul): string {
  if (calcul.degre === 'entier') return 'entière';
  return `${calcul.degre === 'partiel' ? 'en partie' : 'non'}. ${calcul.raison}`;
}

const vueDUneRegle = (fiche: Fiche): VueDUneRegle => {
  const { regle } = fiche;
  const details: readonly (readonly [string, string])[] = [
    ['Textes', fiche.fondements.map(texte).join(' ; ')],
    ['Vaut pour', vautPour(fiche)],
    ['En vigueur', duree(fiche)],
    ['Notre source', CERTITUDES[regle.certitude]],
    ['Vérification par Parvis', verification(fiche.calcul)],
  ];
  return {
    id: regle.id,
    titre: t(fiche.titre),
    enClair: t(fiche.enClair),
    gravite: regle.gravite,
    poids: POIDS_DU_DOUTE[regle.gravite],
    details: details.map(([terme, valeur]) => ({ terme, valeur: t(valeur) })),
  };
};

const nomDe = ({ regle }: Fiche): string => regle.id.split('-')[1] ?? '';

function resumer(fiches: readonly Fiche[]): string {
  const combien = (degre: Calcul['degre']): number =>
    fiches.filter(({ calcul }) => calcul.degre === degre).length;
  return t(
    `${fiches.length} règles : ${combien('entier')} vérifiées entièrement, ${combien('partiel')} en partie, ${combien('aucun')} seulement rappelées.`,
  );
}

/**
 * The rules as residents read them, by topic, in the order of a sitting. A rule whose topic is not
 * told here throws: none may be left out in silence.
 */
export function pageDesRegles(): PageDesRegles {
  const fiches: readonly Fiche[] = [...FICHES, ...COMPLEMENTS, ...FICHES_DES_MOTS];
  const ranges = new Set(THEMES.flatMap(([, , noms]) => noms));
  const oubliee = fiches.find((fiche) => !ranges.has(nomDe(fiche)));
  if (oubliee !== undefined) throw new Error(`Invariant broken: ${oubliee.regle.id} has a topic`);
  return {
    resume: resumer(fiches),
    themes: THEMES.map(([id, titre, noms]) => {
      const regles = fiches.filter((fiche) => noms.includes(nomDe(fiche))).map(vueDUneRegle);
      return { id, titre: t(titre), combien: compte(regles.length, 'règle', 'règles'), regles };
    }),
  };
}
