import { describe, expect, it } from 'vitest';
import { village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Lever le huis clos', () => {
  const lever = { type: 'LeverLeHuisClos' } as const;

  it('rouvre les portes', () => {
    const seance = etantDonne(...village(), EXEMPLES.HuisClosPrononce)
      .quand(lever)
      .alors({ type: 'HuisClosLeve' });
    expect(seance.huisClos).toBeNull();
    expect(seance.mouvements.map(({ fait }) => fait.type)).toEqual([
      'HuisClosPrononce',
      'HuisClosLeve',
    ]);
  });

  it('refuse quand la séance est publique', () => {
    etantDonne(...village())
      .quand(lever)
      .estRefuse({ code: 'pas-de-huis-clos' });
  });
});
