import type { Constat } from '../../constat.ts';
import { enumerer } from '../../phrases.ts';
import { regle } from '../../regles.ts';

/** What is known of the meeting that elects the mayor or adjoints; null: not told. */
export type FaitsDElection = {
  readonly mentionDansLaConvocation: boolean | null;
  readonly conseilComplet: boolean | null;
  /** For the mayor only: the eldest member chairs. Null when not told or not an election of mayor. */
  readonly presideeParLeDoyen: boolean | null;
  readonly electionDuMaire: boolean;
};

/** Whether the election of the mayor or adjoints was prepared as L2122-8 wants (R-CONV-05). */
export function constatDElectionPreparee(faits: FaitsDElection): Constat {
  const points: readonly (readonly [string, boolean | null])[] = [
    ['la mention de l’élection dans la convocation', faits.mentionDansLaConvocation],
    ['un conseil au complet', faits.conseilComplet],
    ...(faits.electionDuMaire
      ? ([['la présidence du plus âgé des conseillers', faits.presideeParLeDoyen]] as const)
      : []),
  ];
  const manquants = points.filter(([, v]) => v === false).map(([nom]) => nom);
  const inconnus = points.filter(([, v]) => v === null).map(([nom]) => nom);
  const conforme = manquants.length > 0 ? false : inconnus.length > 0 ? null : true;
  return {
    regle: regle('R-CONV-05'),
    conforme,
    phrase:
      manquants.length > 0
        ? `Il manque à cette élection : ${enumerer(manquants)}.`
        : inconnus.length > 0
          ? `Il reste à vérifier : ${enumerer(inconnus)}.`
          : 'L’élection a été annoncée et préparée comme la loi le veut.',
    queFaire:
      conforme === true
        ? null
        : 'Avant l’élection, annoncez-la dans la convocation, complétez le conseil et donnez la présidence au doyen d’âge.',
    faits: { manquants: manquants.length, inconnus: inconnus.length },
  };
}
