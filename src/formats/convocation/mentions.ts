import type { Seance } from '#conseil/seance/etat.ts';
import type { Genre } from '#droit/regime.ts';
import type { Bloc } from '../document/document.ts';
import { encadre, paragraphe } from '../mots/ligne.ts';
import { CGCT, avecArticle, motsDe } from '../mots/organe.ts';
import { majuscule } from '../mots/nombres.ts';

/** The article on the quorum and the second meeting, by kind of body. */
const QUORUM: { readonly [genre in Genre]: string | null } = {
  commune: 'L2121-17',
  epci: 'L2121-17',
  departement: 'L3121-14',
  region: 'L4132-13',
  autre: null,
};

/** Where urgency is provided for, by kind of body. */
function articleDUrgence({ identite: { collectivite } }: Seance): string | null {
  const { genre, population, alsaceMoselle } = collectivite;
  if (genre === 'commune') {
    if (alsaceMoselle) return 'L2541-2';
    return population >= 3_500 ? 'L2121-12' : 'L2121-11';
  }
  return { epci: 'L2121-12', departement: 'L3121-19', region: 'L4132-18', autre: null }[genre];
}

const reference = (article: string | null): string =>
  article === null ? '' : ` (article ${article} du ${CGCT})`;

/**
 * A second convocation says why the council may sit without a quorum; in Alsace-Moselle the
 * notice must recall it (L2541-4).
 */
export function mentionDeSecondeConvocation(seance: Seance): readonly Bloc[] {
  const { convocation, identite } = seance;
  if (convocation?.rang !== 'seconde') return [];
  const { collectivite, assemblee } = identite;
  const article = collectivite.alsaceMoselle ? 'L2541-4' : QUORUM[collectivite.genre];
  return [
    encadre('attention', 'Seconde convocation', [
      paragraphe(
        `Le quorum n’a pas été réuni après une première convocation régulière. ${majuscule(avecArticle(assemblee))} est de nouveau convoqué${accord(avecArticle(assemblee))}, sur les mêmes affaires, à trois jours au moins d’intervalle. La délibération est alors valable quel que soit le nombre de membres présents${reference(article)}.`,
      ),
    ]),
  ];
}

const accord = (nom: string): string => (/^(?:la |l’assemblée)/.test(nom) ? 'e' : '');

/** A shortened notice is told as such: the council has the last word on the urgency. */
export function mentionDUrgence(seance: Seance): readonly Bloc[] {
  if (seance.convocation?.urgence !== true) return [];
  const { collectivite, assemblee } = seance.identite;
  const { chef } = motsDe(collectivite);
  return [
    encadre('attention', 'Convocation en urgence', [
      paragraphe(
        `Le délai de convocation est abrégé. Dès l’ouverture de la séance, le ${chef} en rend compte : ${avecArticle(assemblee)} se prononce définitivement sur l’urgence et peut renvoyer tout ou partie de la discussion à une séance ultérieure${reference(articleDUrgence(seance))}.`,
      ),
    ]),
  ];
}
