import { describe, expect, it } from 'vitest';
import { idAffaire, membre, pouvoir, village, votee } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const partir = (n: number) =>
  ({
    type: 'ConstaterUnDepart',
    membre: membre(n),
    heure: null,
    affaire: idAffaire('ecole'),
  }) as const;

describe('Constater un départ', () => {
  it('sort le membre, et laisse sans effet le pouvoir qu’il porte', () => {
    const seance = etantDonne(...village(), pouvoir(6, 2))
      .quand(partir(2))
      .alors({ ...partir(2), type: 'DepartConstate' });
    expect(seance.presents).not.toContain(membre(2));
    const vote = etantDonne(...seance.faits)
      .quand({ ...votee('ecole'), type: 'CloreLeVote' })
      .alors(votee('ecole'));
    expect(vote.affaires[0]?.vote?.resultat.pour).toBe(4);
  });

  it('laisse le quorum de l’affaire tel qu’à l’ouverture de la discussion (L2121-17)', () => {
    const seance = etantDonne(...village())
      .quand(partir(2))
      .alors({ ...partir(2), type: 'DepartConstate' });
    expect(seance.affaires[0]?.miseEnDiscussion?.assistance.presents).toHaveLength(5);
  });

  it('refuse le départ d’un membre qui n’est pas là', () => {
    etantDonne(...village())
      .quand(partir(7))
      .estRefuse({ code: 'deja-absent', membre: membre(7) });
  });

  it('refuse un inconnu', () => {
    etantDonne(...village())
      .quand(partir(40))
      .estRefuse({ code: 'membre-inconnu' });
  });
});
