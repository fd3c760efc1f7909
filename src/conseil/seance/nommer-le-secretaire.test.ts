import { describe, expect, it } from 'vitest';
import { membre, membres, village } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const nommer = (...ids: number[]) =>
  ({
    type: 'NommerLeSecretaire',
    membres: ids.map(membre),
    auxiliaires: ['Mme Durand'],
  }) as const;

describe('Nommer le secrétaire de séance', () => {
  it('en nomme un ou plusieurs, avec des auxiliaires', () => {
    const seance = etantDonne(...village())
      .quand(nommer(2, 3))
      .alors({ ...nommer(2, 3), type: 'SecretaireNomme' });
    expect([seance.secretaires, seance.auxiliaires]).toEqual([membres(2, 3), ['Mme Durand']]);
  });

  it('note même un absent : la loi en juge (L2121-15)', () => {
    etantDonne(...village())
      .quand(nommer(7))
      .alors({ ...nommer(7), type: 'SecretaireNomme' });
  });

  it('refuse une personne qui n’est pas du conseil, ou nommée deux fois', () => {
    etantDonne(...village())
      .quand(nommer(8))
      .estRefuse({ code: 'membre-inconnu' });
    etantDonne(...village())
      .quand(nommer(2, 2))
      .estRefuse({ code: 'compte-deux-fois' });
  });
});
