import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Bloc } from '../document/document.ts';
import { blocDuPlan } from '../mots/financement.ts';
import { deDispositif, deTexte, encadre, gras, paragraphe, titre } from '../mots/ligne.ts';
import { blocsDeScrutin } from './scrutin.ts';

/** States in which the council said nothing on the substance. */
const ECARTEES: ReadonlySet<SuiviDAffaire['etat']> = new Set([
  'ajournee',
  'retiree',
  'renvoyee',
  'inscrite',
]);

/** The item left the sitting without a decision: its text is not an act, and is not printed as one. */
export const estEcartee = ({ etat }: SuiviDAffaire): boolean => ECARTEES.has(etat);

/** What became of an item that was not decided, with the reason that was given. */
export function phraseDEcart({ etat, issue }: SuiviDAffaire): string {
  const suite = issue === null ? '.' : ` : ${issue}${/[.!?]$/.test(issue) ? '' : '.'}`;
  if (etat === 'ajournee') return `L’affaire est ajournée${suite}`;
  if (etat === 'retiree') return `L’affaire est retirée de l’ordre du jour${suite}`;
  if (etat === 'renvoyee') {
    return issue === null
      ? 'L’affaire est renvoyée.'
      : `L’affaire est renvoyée. Destination${suite}`;
  }
  return 'L’affaire n’a pas été examinée.';
}

/** The report, the operative part and the financing plan, word for word. */
export function blocsDuRapport({ affaire, etat }: SuiviDAffaire): readonly Bloc[] {
  const { rapport, dispositif, formule, planDeFinancement } = affaire;
  const decision = etat === 'rejetee' ? 'Dispositif proposé' : 'Dispositif';
  return [
    ...(rapport.length === 0 ? [] : [titre(2, 'Rapport'), ...deTexte(rapport)]),
    ...(dispositif.length === 0 && formule === null
      ? []
      : [titre(2, decision), ...deDispositif(affaire)]),
    ...(planDeFinancement === null
      ? []
      : [titre(2, 'Plan de financement'), blocDuPlan(planDeFinancement)]),
  ];
}

/** Report, vote and result of an item; or why nothing was decided. */
export function corpsDeDeliberation(
  seance: Seance,
  suivi: SuiviDAffaire,
  avecFigure: 'figure' | 'sans-figure',
): readonly Bloc[] {
  if (estEcartee(suivi)) {
    return [encadre('attention', null, [paragraphe(gras(phraseDEcart(suivi)))])];
  }
  return [
    ...blocsDuRapport(suivi),
    titre(2, suivi.etat === 'prise-d-acte' ? 'Prise d’acte' : 'Vote'),
    ...blocsDeScrutin(seance, suivi, avecFigure),
  ];
}
