import { type Jour, ajouterMois, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { atteintLeSeuil } from '../../regimes/seuils.ts';
import { regle } from '../../regles.ts';
import {
  type ActeAPublier,
  peutChoisirSaPublicite,
  publiciteRequise,
} from '../l2131-1/publicite.ts';

/** What the page of an act shows (R2131-1 I); null: nobody checked. */
export type PageDActe = {
  readonly integrale: boolean | null;
  readonly nonModifiable: boolean | null;
  readonly telechargeable: boolean | null;
  /** First name, surname and function of the author. */
  readonly auteur: boolean | null;
  readonly dateDeMiseEnLigne: boolean | null;
  /** Whole months it stays on line; null when it has not been withdrawn, or nobody told. */
  readonly mois: number | null;
};

/** Least time on line (R2131-1 I). */
const MOIS_EN_LIGNE = 2;

/** The last day an act put on line that day must stay there. */
export const finDeMiseEnLigne = (enLigneLe: Jour): Jour => ajouterMois(enLigneLe, MOIS_EN_LIGNE);

const EXIGENCES = {
  integrale: 'le texte entier',
  nonModifiable: 'un format que l’on ne peut pas modifier',
  telechargeable: 'le téléchargement',
  auteur: 'le prénom, le nom et la qualité de l’auteur',
  dateDeMiseEnLigne: 'la date de mise en ligne',
} as const;

type Exigence = keyof typeof EXIGENCES;

const CLES = Object.keys(EXIGENCES).filter((c): c is Exigence => c in EXIGENCES);

/**
 * Whether the page is the publication R2131-1 I asks for: whole, not modifiable, downloadable,
 * with its author and day, two months at least. Null when a point was not checked and none fails.
 * A redacted version is whole in that sense: CRPA L312-1-2 prevails (CADA 20221096).
 */
export function pageConforme(p: PageDActe): boolean | null {
  if (CLES.some((c) => p[c] === false) || (p.mois !== null && p.mois < MOIS_EN_LIGNE)) return false;
  return CLES.some((c) => p[c] === null) ? null : true;
}

/** R-PUBL-02: the electronic publication of an act, when the law asks for it. */
export function constatDePublication(
  acte: ActeAPublier,
  enLigneLe: Jour | null,
  page: PageDActe,
): Constat | null {
  if (publiciteRequise(acte) !== 'electronique') return null;
  if (enLigneLe === null) {
    return {
      regle: regle('R-PUBL-02'),
      conforme: null,
      phrase:
        'La loi demande la publication de l’acte entier sur le site, avec son auteur et sa date, pendant deux mois au moins ; aucune mise en ligne n’est enregistrée. Un affichage ne la remplace pas.',
      queFaire: 'Mettez l’acte en ligne en entier, puis notez la date de mise en ligne.',
      faits: { enLigneLe: null },
    };
  }
  const conforme = pageConforme(page);
  const noms = (valeur: false | null) =>
    CLES.filter((c) => page[c] === valeur).map((c) => EXIGENCES[c]);
  const court = page.mois !== null && page.mois < MOIS_EN_LIGNE;
  const manque = [...noms(false), ...(court ? ['deux mois de mise en ligne'] : [])];
  return {
    regle: regle('R-PUBL-02'),
    conforme,
    phrase:
      conforme === true
        ? 'L’acte est en ligne, entier, non modifiable, téléchargeable, avec son auteur et sa date.'
        : conforme === false
          ? `Il manque à la publication en ligne : ${manque.join(', ')}.`
          : `L’acte est en ligne. Reste à vérifier : ${noms(null).join(', ')}.`,
    queFaire: conforme === true ? null : 'Complétez la page de l’acte, puis vérifiez-la.',
    faits: { enLigneLe, manque: manque.join(', ') || null },
  };
}

/** First day of the rule on where to publish the choice (décret 2024-719, JO of 7 July 2024). */
const CHOIX_SUR_LE_SITE_DE_L_EPCI: Jour = jour('2024-07-08');

/**
 * Where a commune without a site publishes the resolution that chooses posting or paper (R2131-1
 * II bis): on the site of its EPCI à fiscalité propre. Null when the rule does not apply.
 */
export const lieuDePublicationDuChoix = (c: {
  readonly population: number;
  readonly site: boolean;
  readonly choix: 'affichage' | 'papier' | 'electronique' | null;
  readonly le: Jour;
}): 'site-de-l-epci' | null =>
  !c.site &&
  !atteintLeSeuil('publicite-electronique', c.population, c.le) &&
  (c.choix === 'affichage' || c.choix === 'papier') &&
  c.le >= CHOIX_SUR_LE_SITE_DE_L_EPCI
    ? 'site-de-l-epci'
    : null;

const VOIES = {
  affichage: 'par affichage',
  papier: 'sur papier',
  electronique: 'sur le site',
} as const;

/** R-PUBL-03: the choice of a commune under 3 500, and where it must be published. */
export function constatDeChoix(acte: ActeAPublier, site: boolean | null): Constat | null {
  if (!peutChoisirSaPublicite(acte)) return null;
  const { choix } = acte;
  const lieu =
    site === null
      ? null
      : lieuDePublicationDuChoix({ population: acte.regime.population, site, choix, le: acte.le });
  const sansSite = site === false && (choix === null || choix === 'electronique');
  return {
    regle: regle('R-PUBL-03'),
    conforme: sansSite ? null : true,
    phrase:
      choix === null
        ? `Le conseil n’a pas choisi son mode de publicité : les actes sont publiés en ligne.${sansSite ? ' Or la commune n’a pas de site.' : ''}`
        : `Le conseil a choisi de publier ses actes ${VOIES[choix]}.${lieu === null ? '' : ' Sans site, cette délibération est publiée sur celui de l’EPCI à fiscalité propre.'}`,
    queFaire: sansSite
      ? 'Délibérez pour choisir l’affichage ou le papier, et publiez ce choix sur le site de l’EPCI.'
      : null,
    faits: { choix, site, lieu },
  };
}
