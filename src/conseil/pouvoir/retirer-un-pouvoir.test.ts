import { describe, expect, it } from 'vitest';
import { membre, pouvoir, village } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const retirer = (n: number) => ({ type: 'RetirerUnPouvoir', mandant: membre(n) }) as const;

describe('Retirer un pouvoir', () => {
  it('L2121-20 al. 1 : il est toujours révocable', () => {
    const seance = etantDonne(...village(), pouvoir(6, 2))
      .quand(retirer(6))
      .alors({ type: 'PouvoirRetire', mandant: membre(6) });
    expect(seance.pouvoirs).toEqual([]);
  });

  it('refuse de retirer un pouvoir qui n’existe pas', () => {
    etantDonne(...village())
      .quand(retirer(6))
      .estRefuse({ code: 'pas-de-pouvoir', membre: membre(6) });
  });
});
