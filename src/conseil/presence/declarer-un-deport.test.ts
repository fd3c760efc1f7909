import { describe, expect, it } from 'vitest';
import {
  affaire,
  idAffaire,
  membre,
  preparee,
  village,
  votee,
} from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Déclarer un déport', () => {
  const { type: _, ...reste } = EXEMPLES.DeportDeclare;
  const deporter = { type: 'DeclarerUnDeport', ...reste } as const;

  it('écarte l’intéressé de cette affaire, et d’elle seule', () => {
    const seance = etantDonne(...village())
      .quand(deporter)
      .alors(EXEMPLES.DeportDeclare);
    expect(seance.affaires.map(({ deports }) => deports.length)).toEqual([1, 0]);
    expect(seance.presents).toContain(membre(4));
  });

  it('se déclare aussi d’avance, par un membre absent', () => {
    etantDonne(preparee(7), affaire('ecole'))
      .quand({ ...deporter, membre: membre(7) })
      .alors({ ...EXEMPLES.DeportDeclare, membre: membre(7) });
  });

  it('ne se déclare pas deux fois pour la même affaire', () => {
    etantDonne(...village(), EXEMPLES.DeportDeclare)
      .quand(deporter)
      .estRefuse({ code: 'deja-deporte', membre: membre(4), affaire: idAffaire('ecole') });
  });

  it('ne se déclare plus une fois le vote clos : on rectifie', () => {
    etantDonne(...village(), votee('ecole'))
      .quand(deporter)
      .estRefuse({ code: 'affaire-hors-de-propos', etat: 'adoptee' });
  });
});
