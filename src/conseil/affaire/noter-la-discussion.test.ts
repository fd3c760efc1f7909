import { describe, expect, it } from 'vitest';
import { idAffaire, membre, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const noter = (n: number | null, affaire: string | null) =>
  ({
    type: 'NoterLaDiscussion',
    affaire: affaire === null ? null : idAffaire(affaire),
    membre: n === null ? null : membre(n),
    texte: 'Une question sur le coût.',
  }) as const;

describe('Noter la discussion', () => {
  it('range chaque intervention avec son affaire, ou avec la séance', () => {
    const dite = etantDonne(...village())
      .quand(noter(2, 'ecole'))
      .alors({ ...noter(2, 'ecole'), type: 'DiscussionNotee' });
    expect([dite.affaires[0]?.discussion.length, dite.discussion.length]).toEqual([1, 0]);
    const generale = etantDonne(...village())
      .quand(noter(null, null))
      .alors({ ...noter(null, null), type: 'DiscussionNotee' });
    expect(generale.discussion).toHaveLength(1);
  });

  it('L2121-15 : se complète après la séance, pour le procès-verbal', () => {
    etantDonne(...village(), votee('ecole'), EXEMPLES.SeanceLevee)
      .quand(noter(3, 'ecole'))
      .alors({ ...noter(3, 'ecole'), type: 'DiscussionNotee' });
  });

  it('refuse un orateur qui n’est pas au tableau', () => {
    etantDonne(...village())
      .quand(noter(12, 'ecole'))
      .estRefuse({ code: 'membre-inconnu' });
  });
});
