import { describe, expect, it } from 'vitest';
import { village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Reprendre la séance', () => {
  const reprendre = { type: 'ReprendreLaSeance', heure: EXEMPLES.SeanceReprise.heure } as const;

  it('rouvre une séance suspendue', () => {
    const seance = etantDonne(...village(), EXEMPLES.SeanceSuspendue)
      .quand(reprendre)
      .alors(EXEMPLES.SeanceReprise);
    expect([seance.etat, seance.presents.length]).toEqual(['ouverte', 5]);
  });

  it('est refusée quand la séance n’est pas suspendue', () => {
    etantDonne(...village())
      .quand(reprendre)
      .estRefuse({ code: 'hors-de-propos', etat: 'ouverte' });
  });
});
