import { describe, expect, it } from 'vitest';
import { village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Suspendre la séance', () => {
  const { type: _, ...reste } = EXEMPLES.SeanceSuspendue;
  const suspendre = { type: 'SuspendreLaSeance', ...reste } as const;

  it('la suspend, et garde le moment pour le procès-verbal', () => {
    const seance = etantDonne(...village())
      .quand(suspendre)
      .alors(EXEMPLES.SeanceSuspendue);
    expect([seance.etat, seance.mouvements.at(-1)?.position]).toEqual(['suspendue', 5]);
  });

  it('n’arrête pas la discussion en cours', () => {
    const seance = etantDonne(...village())
      .quand(suspendre)
      .alors(EXEMPLES.SeanceSuspendue);
    expect(seance.enDiscussion).toBe('ecole');
  });

  it('est refusée quand elle l’est déjà : on ne suspend pas deux fois', () => {
    etantDonne(...village(), EXEMPLES.SeanceSuspendue)
      .quand(suspendre)
      .estRefuse({ code: 'hors-de-propos', etat: 'suspendue' });
  });
});
