import { describe, expect, it } from 'vitest';
import { type FaitsDElection, constatDElectionPreparee } from './election-du-maire.ts';

const FAITS: FaitsDElection = {
  mentionDansLaConvocation: true,
  conseilComplet: true,
  presideeParLeDoyen: true,
  electionDuMaire: true,
};

describe('L2122-8 al. 1 à 3 : préparer l’élection du maire', () => {
  it.each([
    [{}, true, 'L’élection a été annoncée et préparée comme la loi le veut.'],
    [
      { mentionDansLaConvocation: false },
      false,
      'Il manque à cette élection : la mention de l’élection dans la convocation.',
    ],
    [{ conseilComplet: false }, false, 'Il manque à cette élection : un conseil au complet.'],
    [
      { presideeParLeDoyen: false },
      false,
      'Il manque à cette élection : la présidence du plus âgé des conseillers.',
    ],
    [{ conseilComplet: null }, null, 'Il reste à vérifier : un conseil au complet.'],
    [
      { conseilComplet: null, mentionDansLaConvocation: false },
      false,
      'Il manque à cette élection : la mention de l’élection dans la convocation.',
    ],
    [
      { presideeParLeDoyen: false, electionDuMaire: false },
      true,
      'L’élection a été annoncée et préparée comme la loi le veut.',
    ],
  ] as const)('%j : %s', (autres, conforme, phrase) => {
    const c = constatDElectionPreparee({ ...FAITS, ...autres });
    expect(c.conforme).toBe(conforme);
    expect(c.phrase).toBe(phrase);
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Avant l’élection, annoncez-la dans la convocation, complétez le conseil et donnez la présidence au doyen d’âge.',
    );
    expect(c.regle.id).toBe('R-CONV-05');
  });

  it('compte ce qui manque et ce qu’on ignore', () => {
    expect(
      constatDElectionPreparee({ ...FAITS, conseilComplet: null, presideeParLeDoyen: false }).faits,
    ).toEqual({ manquants: 1, inconnus: 1 });
  });
});
