import { describe, expect, it } from 'vitest';
import { idAffaire, membre, pouvoir, village } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const demander = (...ids: number[]) =>
  ({
    type: 'DemanderUnScrutin',
    affaire: idAffaire('ecole'),
    mode: 'secret',
    demandeurs: ids.map(membre),
  }) as const;

describe('Demander un scrutin public ou secret', () => {
  it('note les demandeurs : qu’ils soient assez nombreux, la loi en juge (L2121-21)', () => {
    const seance = etantDonne(...village())
      .quand(demander(3))
      .alors({ ...demander(3), type: 'ScrutinDemande' });
    expect(seance.affaires[0]?.scrutinsDemandes).toHaveLength(1);
  });

  it('refuse un demandeur absent, même représenté', () => {
    etantDonne(...village(), pouvoir(6, 2))
      .quand(demander(6))
      .estRefuse({ code: 'membre-absent', membre: membre(6) });
  });

  it('refuse un demandeur compté deux fois ou inconnu', () => {
    etantDonne(...village())
      .quand(demander(2, 3, 2))
      .estRefuse({ code: 'compte-deux-fois' });
    etantDonne(...village())
      .quand(demander(2, 13))
      .estRefuse({ code: 'membre-inconnu' });
  });
});
