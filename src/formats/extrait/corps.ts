import type { Seance, SuiviDAffaire } from '#conseil/seance/etat.ts';
import type { Bloc } from '../document/document.ts';
import { blocDuPlan } from '../mots/financement.ts';
import { deDispositif, deTexte, encadre, gras, paragraphe, titre } from '../mots/ligne.ts';
import { type FormeDuScrutin, blocsDeScrutin } from './scrutin.ts';

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
  const suite = (mot: string): string =>
    issue === null ? '' : ` ${mot} : ${issue}${/[.!?…]$/.test(issue) ? '' : '.'}`;
  if (etat === 'ajournee') return `L’affaire est ajournée.${suite('Motif')}`;
  if (etat === 'retiree') return `L’affaire est retirée de l’ordre du jour.${suite('Motif')}`;
  if (etat === 'renvoyee') return `L’affaire est renvoyée.${suite('Destination')}`;
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
  forme: FormeDuScrutin,
): readonly Bloc[] {
  if (estEcartee(suivi)) {
    return [encadre('neutre', null, [paragraphe(gras(phraseDEcart(suivi)))])];
  }
  return [
    ...blocsDuRapport(suivi),
    titre(2, suivi.etat === 'prise-d-acte' ? 'Prise d’acte' : 'Vote'),
    ...blocsDeScrutin(seance, suivi, forme),
  ];
}
