import { describe, expect, it } from 'vitest';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Lever la séance', () => {
  const { type: _, ...reste } = EXEMPLES.SeanceLevee;
  const lever = { type: 'LeverLaSeance', ...reste } as const;

  it('la clôt avec son heure et son motif', () => {
    const seance = etantDonne(...village(), votee('ecole'))
      .quand(lever)
      .alors(EXEMPLES.SeanceLevee);
    expect([seance.etat, seance.levee]).toEqual([
      'levee',
      { heure: '18:00', motif: 'ordre-du-jour-epuise' },
    ]);
  });

  it('se fait même suspendue, et même en pleine affaire quand le quorum est perdu', () => {
    const seance = etantDonne(...village(), EXEMPLES.SeanceSuspendue)
      .quand({ ...lever, motif: 'quorum-perdu' })
      .alors({ ...EXEMPLES.SeanceLevee, motif: 'quorum-perdu' });
    expect(seance.affaires[0]?.etat).toBe('en-discussion');
  });

  it('rend tout vote impossible ensuite', () => {
    etantDonne(...village(), EXEMPLES.SeanceLevee)
      .quand({ ...votee('ecole'), type: 'CloreLeVote' })
      .estRefuse({ code: 'hors-de-propos', etat: 'levee' });
  });
});
