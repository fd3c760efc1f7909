import { constatDeChangement, constatDeContradiction } from '#droit/cgct/l2121-15/coherence.ts';
import type { Constat } from '#droit/constat.ts';
import { verifierLeFlux } from '../journal/verifier-le-flux.ts';
import { refusEnClair } from '../refus/refus-en-clair.ts';
import type { Seance, SuiviDAffaire } from '../seance/etat.ts';
import { rejouer } from '../seance/rejouer.ts';
import { ETATS_DAFFAIRE_EN_CLAIR } from '../suites/suites-en-clair.ts';

/** The same sitting as it stood before anything was inserted: a place that is not one keeps a fact out. */
const sansInsertions = ({ faits }: Seance): Seance =>
  rejouer(faits.map((fait) => (fait.type === 'FaitInsere' ? { ...fait, apres: -1 } : fait)));

const difference = (quoi: string, avant: string | null, apres: string | null): readonly string[] =>
  avant === apres || avant === null || apres === null
    ? []
    : [`${quoi} : ${apres}, et non ${avant}`];

const presents = ({ miseEnDiscussion }: SuiviDAffaire): string | null =>
  miseEnDiscussion === null ? null : `${miseEnDiscussion.assistance.presents.length}`;

const voix = ({ vote }: SuiviDAffaire): string | null => {
  if (vote === null) return null;
  const { pour, contre, abstentions } = vote.resultat;
  return `${pour} pour, ${contre} contre, ${abstentions} abstention${abstentions > 1 ? 's' : ''}`;
};

const issue = ({ etat }: SuiviDAffaire): string =>
  ETATS_DAFFAIRE_EN_CLAIR[etat].replace('déjà ', '');

/** What the insertions changed on one item, in words; empty: nothing. */
const changements = (avant: SuiviDAffaire, apres: SuiviDAffaire): readonly string[] => [
  ...difference('présents à la mise en discussion', presents(avant), presents(apres)),
  ...difference('voix', voix(avant), voix(apres)),
  ...difference('issue', issue(avant), issue(apres)),
];

/**
 * R-FAIT-01: what facts inserted afterwards contradict or change. Nothing is said of a journal that
 * holds none: its facts were each decided in their turn.
 */
export function constatsDuJournal(seance: Seance): readonly Constat[] {
  if (seance.insertions.length === 0) return [];
  const avant = sansInsertions(seance);
  const contradictions = verifierLeFlux(seance.faits).map(({ position, refus }) =>
    constatDeContradiction({ position, raison: refusEnClair(refus) }),
  );
  const changes = seance.affaires.flatMap((suivi) => {
    const { id, objet } = suivi.affaire;
    const lui = avant.affaires.find(({ affaire }) => affaire.id === id);
    const dits = lui === undefined ? [] : changements(lui, suivi);
    return dits.length === 0
      ? []
      : [{ ...constatDeChangement({ objet, changements: dits }), affaire: id }];
  });
  return [...contradictions, ...changes];
}
