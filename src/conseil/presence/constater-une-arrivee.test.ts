import { describe, expect, it } from 'vitest';
import {
  discutee,
  idAffaire,
  membre,
  membres,
  pouvoir,
  village,
  votee,
} from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const arriver = (n: number) =>
  ({ type: 'ConstaterUneArrivee', membre: membre(n), heure: null, affaire: null }) as const;

describe('Constater une arrivée', () => {
  it('met le membre dans la salle, et endort son pouvoir', () => {
    const seance = etantDonne(...village(), pouvoir(6, 2), votee('ecole'))
      .quand(arriver(6))
      .alors({ ...arriver(6), type: 'ArriveeConstatee' });
    expect(seance.presents).toContain(membre(6));
    const suite = etantDonne(...seance.faits)
      .quand({ type: 'MettreEnDiscussion', affaire: idAffaire('route'), heure: null })
      .alors(discutee('route'));
    expect(suite.affaires[1]?.miseEnDiscussion?.assistance).toMatchObject({
      presents: membres(1, 6),
      representes: [],
      absents: [membre(7)],
    });
  });

  it('refuse un membre déjà présent : il serait compté deux fois', () => {
    etantDonne(...village())
      .quand(arriver(3))
      .estRefuse({ code: 'deja-present', membre: membre(3) });
  });

  it('refuse un inconnu', () => {
    etantDonne(...village())
      .quand(arriver(40))
      .estRefuse({ code: 'membre-inconnu' });
  });
});
