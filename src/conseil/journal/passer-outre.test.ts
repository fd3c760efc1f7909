import { describe, expect, it } from 'vitest';
import { idAffaire, village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Passer outre un constat', () => {
  const { type: _, ...reste } = EXEMPLES.ConstatPasseOutre;
  const passer = { type: 'PasserOutre', ...reste } as const;

  it('garde le motif écrit : c’est lui-même un fait', () => {
    const seance = etantDonne(...village())
      .quand(passer)
      .alors(EXEMPLES.ConstatPasseOutre);
    expect(seance.passesOutre).toEqual([EXEMPLES.ConstatPasseOutre]);
  });

  it('refuse sans motif', () => {
    for (const motif of ['', '  ']) {
      etantDonne(...village())
        .quand({ ...passer, motif })
        .estRefuse({ code: 'motif-vide' });
    }
  });

  it('refuse pour une affaire inconnue', () => {
    etantDonne(...village())
      .quand({ ...passer, affaire: idAffaire('rien') })
      .estRefuse({ code: 'affaire-inconnue' });
  });
});
