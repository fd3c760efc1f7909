import { type Jour, enToutesLettres } from '#base/jour.ts';
import { REFORME_DE_LA_PUBLICITE } from '../cgct/l2131-1/publicite.ts';
import type { Gravite } from '../constat.ts';
import { regleDePoids } from '../regles.ts';
import type { Trouvaille } from './constat.ts';
import { type Extrait, type TexteLu, contient, motifDArticle, reperer } from './texte.ts';

/** A reference that stopped being law on a day. */
type Perimee = {
  readonly code: string;
  /** In the plain form of the text, without `g`. */
  readonly motif: string;
  /** The text must also hold this, for the reference to be the old one. */
  readonly avec?: RegExp;
  /** Short label, as a vector names it. */
  readonly etiquette: string;
  readonly phrase: string;
  readonly queFaire: string;
};

const COMPTE_RENDU = "comptes?[ -]*rendus?(?! des decisions| d'activite| d'execution| annuel)";

const ABROGE_LE = enToutesLettres(REFORME_DE_LA_PUBLICITE);

/** What no act written since 1 July 2022 should cite (ordonnance 2021-1310, décret 2021-1311). */
const PERIMEES: readonly Perimee[] = [
  {
    code: 'r2121-10',
    motif: motifDArticle('R2121-10'),
    etiquette: 'R2121-10 abrogé au 01/07/2022',
    phrase: `l’article R. 2121-10 (recueil des actes administratifs) est abrogé depuis le ${ABROGE_LE}.`,
    queFaire: 'Retirez cette référence.',
  },
  {
    code: 'r2121-11',
    motif: motifDArticle('R2121-11'),
    etiquette: 'R2121-11 abrogé au 01/07/2022',
    phrase: `l’article R. 2121-11 (affichage du compte rendu par extraits) est abrogé depuis le ${ABROGE_LE}.`,
    queFaire: 'Retirez cette référence.',
  },
  {
    code: 'l2121-25-compte-rendu',
    motif: motifDArticle('L2121-25'),
    avec: new RegExp(COMPTE_RENDU, 'u'),
    etiquette: 'L2121-25 ne vise plus le compte rendu mais la liste',
    phrase: `depuis le ${ABROGE_LE}, l’article L. 2121-25 ne parle plus d’un compte rendu : il demande d’afficher et de mettre en ligne la liste des délibérations examinées.`,
    queFaire: 'Remplacez « compte rendu » par « liste des délibérations examinées ».',
  },
  {
    code: 'l2121-24-recueil',
    motif: motifDArticle('L2121-24'),
    avec: /recueil/u,
    etiquette: 'L2121-24 ne vise plus le recueil des actes administratifs',
    phrase: `depuis le ${ABROGE_LE}, la publication au recueil des actes administratifs n’est plus demandée aux communes (ancien article L. 2121-24).`,
    queFaire: 'Citez la publication en ligne de l’acte (article L. 2131-1).',
  },
];

/** Posting of a summary, told without its article. */
const AFFICHAGE_DU_COMPTE_RENDU = new RegExp(
  `${COMPTE_RENDU}[^.;]{0,60}affich|affich[^.;]{0,40}${COMPTE_RENDU}`,
  'u',
);

/** The « recueil des actes », told without its article. */
const RECUEIL = /recueil des actes/u;

const PLUS_DE_COMPTE_RENDU = `depuis le ${ABROGE_LE}, on n’affiche plus un compte rendu mais la liste des délibérations examinées.`;
const PLUS_DE_RECUEIL = `depuis le ${ABROGE_LE}, les actes ne sont plus publiés dans un recueil : ils le sont un par un.`;
const CITER_LA_PUBLICATION = 'Citez la publication de l’acte, avec sa date.';

const enGlobal = (motif: string): RegExp => new RegExp(motif, 'gu');

function perimees(t: TexteLu): readonly { perimee: Perimee; extraits: readonly Extrait[] }[] {
  return PERIMEES.filter(({ avec }) => avec === undefined || contient(t, avec))
    .map((perimee) => ({ perimee, extraits: reperer(t, enGlobal(perimee.motif)) }))
    .filter(({ extraits }) => extraits.length > 0);
}

/**
 * The short labels of the obsolete references of a text written for an act of that day, in the
 * order of the articles; none before the reform.
 */
export function etiquettesPerimees(t: TexteLu, le: Jour): readonly string[] {
  if (le < REFORME_DE_LA_PUBLICITE) return [];
  const etiquettes = perimees(t).map(({ perimee }) => perimee.etiquette);
  if (etiquettes.length > 0) return etiquettes;
  return [
    ...(contient(t, AFFICHAGE_DU_COMPTE_RENDU)
      ? ['L2121-25 ne vise plus le compte rendu mais la liste']
      : []),
    ...(contient(t, RECUEIL) ? ['recueil des actes administratifs supprimé au 01/07/2022'] : []),
  ];
}

/**
 * R-PUBL-01: each reference no longer in force on the day of the act, with its place. `gravite`:
 * a risk in a mention of publicity, which proves nothing then; advice in a visa.
 */
export function referencesPerimees(t: TexteLu, le: Jour, gravite: Gravite): readonly Trouvaille[] {
  if (le < REFORME_DE_LA_PUBLICITE) return [];
  const dire = (code: string, extrait: Extrait, phrase: string, queFaire: string): Trouvaille => ({
    regle: regleDePoids('R-PUBL-01', gravite),
    code,
    conforme: false,
    phrase: `« ${extrait.mots} » : ${phrase}`,
    queFaire,
    extrait,
  });
  const nommees = perimees(t).flatMap(({ perimee, extraits }) =>
    extraits.map((e) => dire(perimee.code, e, perimee.phrase, perimee.queFaire)),
  );
  if (nommees.length > 0) return nommees;
  return [
    ...reperer(t, enGlobal(AFFICHAGE_DU_COMPTE_RENDU.source)).map((e) =>
      dire('affichage-du-compte-rendu', e, PLUS_DE_COMPTE_RENDU, CITER_LA_PUBLICATION),
    ),
    ...reperer(t, enGlobal(RECUEIL.source)).map((e) =>
      dire('recueil', e, PLUS_DE_RECUEIL, CITER_LA_PUBLICATION),
    ),
  ];
}
