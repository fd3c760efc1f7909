import { type Jour, jour } from '#base/jour.ts';
import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import { regle } from '../../regles.ts';

/** What is known of a notice; null when the facts do not tell. */
export type PiecesDeLaConvocation = {
  /** Made by the mayor or president, or by who replaces them (L2122-17). */
  readonly parLePresident: boolean | null;
  readonly ordreDuJour: boolean | null;
  readonly inscriteAuRegistre: boolean | null;
  readonly afficheeOuPubliee: boolean | null;
  readonly voie: 'electronique' | 'papier' | null;
  /** Members served on paper asked for it. */
  readonly papierDemande: boolean | null;
};

/** Law 2019-1461 art. 9: sent electronically unless the member asks for paper. */
const ELECTRONIQUE_PAR_DEFAUT = jour('2019-12-29');

/** Alsace-Moselle: L2541-2 asks for the agenda only; L2121-10 is not applied there (L2541-1). */
function exigences(pieces: PiecesDeLaConvocation, le: Jour, alsaceMoselle: boolean) {
  const communes: readonly (readonly [manque: string, valeur: boolean | null])[] = [
    ['la signature du maire ou du président', pieces.parLePresident],
    ['l’ordre du jour', pieces.ordreDuJour],
  ];
  if (alsaceMoselle) return communes;
  const electronique =
    pieces.voie === 'papier' ? pieces.papierDemande : pieces.voie === null ? null : true;
  return [
    ...communes,
    ['la mention au registre', pieces.inscriteAuRegistre],
    ['l’affichage ou la publication', pieces.afficheeOuPubliee],
    ...(le >= ELECTRONIQUE_PAR_DEFAUT
      ? [['l’envoi par voie électronique, sauf demande du membre', electronique] as const]
      : []),
  ] as const;
}

/** Whether the notice has all that L2121-10 wants (R-CONV-01). */
export function constatDeConvocation(faits: {
  readonly pieces: PiecesDeLaConvocation;
  readonly le: Jour;
  readonly alsaceMoselle: boolean;
}): Constat {
  const liste = exigences(faits.pieces, faits.le, faits.alsaceMoselle);
  const manquants = liste.filter(([, valeur]) => valeur === false).map(([nom]) => nom);
  const inconnus = liste.filter(([, valeur]) => valeur === null).map(([nom]) => nom);
  const conforme = manquants.length > 0 ? false : inconnus.length > 0 ? null : true;
  const phrases = [
    manquants.length > 0 ? `Il manque à la convocation : ${enumerer(manquants)}.` : '',
    inconnus.length > 0 ? `Rien n’est dit de : ${enumerer(inconnus)}.` : '',
  ].filter((p) => p !== '');
  return {
    regle: regle('R-CONV-01'),
    conforme,
    phrase:
      phrases.length === 0 ? 'La convocation a tout ce que la loi demande.' : phrases.join(' '),
    queFaire:
      conforme === true
        ? null
        : 'Complétez la convocation, et gardez la trace de ce qui a été fait.',
    faits: { manquants: manquants.length, inconnus: inconnus.length, voie: faits.pieces.voie },
  };
}

/** Whether a proof of dispatch is kept for each member (R-CONV-06). */
export function constatDePreuve(membres: readonly string[], prouves: readonly string[]): Constat {
  const sans = membres.filter((nom) => !prouves.includes(nom));
  return {
    regle: regle('R-CONV-06'),
    conforme: sans.length === 0,
    phrase:
      sans.length === 0
        ? 'La preuve de l’envoi est gardée pour chaque membre.'
        : `Il n’y a pas de preuve d’envoi pour ${sans.length === membres.length ? 'les membres du conseil' : enumerer(sans)}.`,
    queFaire:
      sans.length === 0
        ? null
        : 'Gardez, pour chaque membre, la date, l’adresse et le moyen de l’envoi.',
    faits: { membres: membres.length, prouves: membres.length - sans.length },
  };
}
