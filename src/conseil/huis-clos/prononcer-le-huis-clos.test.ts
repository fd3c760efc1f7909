import { describe, expect, it } from 'vitest';
import { membre, membres, village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Prononcer le huis clos', () => {
  const { type: _, ...reste } = EXEMPLES.HuisClosPrononce;
  const prononcer = { type: 'PrononcerLeHuisClos', ...reste } as const;

  it('L2121-18 : note qui le demande et comment l’on a voté', () => {
    const seance = etantDonne(...village())
      .quand(prononcer)
      .alors(EXEMPLES.HuisClosPrononce);
    expect(seance.huisClos).toEqual(EXEMPLES.HuisClosPrononce);
  });

  it('note même deux demandeurs seulement : la loi en juge', () => {
    etantDonne(...village())
      .quand({ ...prononcer, demandeurs: membres(2, 3) })
      .alors({ ...EXEMPLES.HuisClosPrononce, demandeurs: membres(2, 3) });
  });

  it.each([
    ['un demandeur absent', { demandeurs: [membre(7)] }, 'membre-absent'],
    ['un demandeur deux fois', { demandeurs: [membre(2), membre(2)] }, 'compte-deux-fois'],
    [
      'plus de voix que la salle',
      { pour: 4, contre: 1, abstentions: 1 },
      'vote-plus-grand-que-la-salle',
    ],
    ['un nombre impossible', { pour: -1 }, 'nombre-impossible'],
  ] as const)('refuse %s', (_titre, plus, code) => {
    etantDonne(...village())
      .quand({ ...prononcer, ...plus })
      .estRefuse({ code });
  });

  it('ne se prononce pas deux fois', () => {
    etantDonne(...village(), EXEMPLES.HuisClosPrononce)
      .quand(prononcer)
      .estRefuse({ code: 'huis-clos-deja-prononce' });
  });
});
