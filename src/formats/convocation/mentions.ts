import type { Seance } from '#conseil/seance/etat.ts';
import type { Bloc } from '../document/document.ts';
import { encadre, paragraphe } from '../mots/ligne.ts';
import { CGCT, articleDe, avecArticle, motsDe } from '../mots/organe.ts';
import { majuscule } from '../mots/nombres.ts';

const reference = (article: string | null): string =>
  article === null ? '' : ` (article ${article} du ${CGCT})`;

/**
 * A second convocation says why the council may sit without a quorum; in Alsace-Moselle the
 * notice must recall it (L2541-4).
 */
export function mentionDeSecondeConvocation(seance: Seance): readonly Bloc[] {
  const { convocation, identite } = seance;
  if (convocation?.rang !== 'seconde') return [];
  const { assemblee } = identite;
  return [
    encadre('attention', 'Seconde convocation', [
      paragraphe(
        `Le quorum n’a pas été réuni après une première convocation régulière. ${majuscule(avecArticle(assemblee))} est de nouveau convoqué${accord(avecArticle(assemblee))}, sur les mêmes affaires, à trois jours au moins d’intervalle. La délibération est alors valable quel que soit le nombre de membres présents${reference(articleDe(identite, 'R-CONV-08'))}.`,
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
        `Le délai de convocation est abrégé. Dès l’ouverture de la séance, le ${chef} en rend compte : ${avecArticle(assemblee)} se prononce définitivement sur l’urgence et peut renvoyer tout ou partie de la discussion à une séance ultérieure${reference(articleDe(seance.identite, 'R-CONV-04'))}.`,
      ),
    ]),
  ];
}
