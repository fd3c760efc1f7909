import { describe, expect, it } from 'vitest';
import { membre, preparee, village } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const excuser = (n: number) => ({ type: 'RecevoirUneExcuse', membre: membre(n) }) as const;

describe('Recevoir une excuse', () => {
  it('la note avant la séance comme pendant', () => {
    for (const faits of [[preparee(7)], village()]) {
      const seance = etantDonne(...faits)
        .quand(excuser(7))
        .alors({ type: 'ExcuseRecue', membre: membre(7) });
      expect(seance.excuses).toEqual([membre(7)]);
    }
  });

  it('refuse celle d’un membre qui est dans la salle', () => {
    etantDonne(...village())
      .quand(excuser(2))
      .estRefuse({ code: 'deja-present', membre: membre(2) });
  });

  it('refuse de la noter deux fois, ou pour un inconnu', () => {
    etantDonne(preparee(7), { type: 'ExcuseRecue', membre: membre(7) })
      .quand(excuser(7))
      .estRefuse({ code: 'deja-excuse' });
    etantDonne(preparee(7)).quand(excuser(8)).estRefuse({ code: 'membre-inconnu' });
  });
});
