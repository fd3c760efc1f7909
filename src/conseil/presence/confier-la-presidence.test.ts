import { describe, expect, it } from 'vitest';
import { idAffaire, membre, village } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const confier = (n: number, affaire: 'ecole' | null) =>
  ({
    type: 'ConfierLaPresidence',
    membre: membre(n),
    affaire: affaire === null ? null : idAffaire(affaire),
  }) as const;

describe('Confier la présidence', () => {
  it('L2121-14 : pour une affaire seulement', () => {
    const seance = etantDonne(...village())
      .quand(confier(2, 'ecole'))
      .alors({ ...confier(2, 'ecole'), type: 'PresidenceConfiee' });
    expect([seance.president, seance.presidenceDAffaire]).toEqual([membre(1), membre(2)]);
  });

  it('pour la suite de la séance', () => {
    const seance = etantDonne(...village())
      .quand(confier(3, null))
      .alors({ ...confier(3, null), type: 'PresidenceConfiee' });
    expect(seance.president).toBe(membre(3));
  });

  it('refuse un membre qui n’est pas dans la salle', () => {
    etantDonne(...village())
      .quand(confier(7, null))
      .estRefuse({ code: 'president-absent' });
    etantDonne(...village())
      .quand(confier(9, null))
      .estRefuse({ code: 'membre-inconnu' });
  });
});
