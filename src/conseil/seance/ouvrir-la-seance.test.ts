import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { membre, membres, ouverte, preparee, village } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { OuvrirLaSeance } from './ouvrir-la-seance.ts';

const ouvrir = (...args: Parameters<typeof ouverte>): OuvrirLaSeance => ({
  ...ouverte(...args),
  type: 'OuvrirLaSeance',
});

describe('Ouvrir la séance', () => {
  it('compte qui est dans la salle : 42 des 55 membres d’Aix', () => {
    const seance = etantDonne(preparee(55))
      .quand(ouvrir(membres(1, 42)))
      .alors(ouverte(membres(1, 42)));
    expect(seance.ouverture?.assistance.presents).toHaveLength(42);
    expect(seance.ouverture?.assistance.absents).toHaveLength(13);
  });

  it('s’ouvre sans convocation, et sans quorum : la loi en juge', () => {
    etantDonne(preparee(55))
      .quand(ouvrir([membre(1)]))
      .alors(ouverte([membre(1)]));
  });

  it('admet un excusé venu quand même', () => {
    etantDonne(preparee(3), { type: 'ExcuseRecue', membre: membre(2) })
      .quand(ouvrir(membres(1, 3)))
      .alors(ouverte(membres(1, 3)));
  });

  it('refuse un membre inconnu, compté deux fois, ou dont le mandat ne court pas', () => {
    etantDonne(preparee(3))
      .quand(ouvrir(membres(1, 4)))
      .estRefuse({ code: 'membre-inconnu' });
    etantDonne(preparee(3))
      .quand(ouvrir([membre(1), membre(2), membre(1)]))
      .estRefuse({ code: 'compte-deux-fois', membre: membre(1) });
    const { tableau, ...reste } = preparee(3);
    const demissionnaire = tableau.membres.map((m, i) =>
      i === 2 ? { ...m, mandat: { debut: null, fin: jour('2022-10-13') } } : m,
    );
    etantDonne({ ...reste, tableau: { ...tableau, membres: demissionnaire } })
      .quand(ouvrir(membres(1, 3)))
      .estRefuse({ code: 'membre-hors-mandat', membre: membre(3) });
  });

  it('refuse un président qui n’est pas là', () => {
    etantDonne(preparee(3))
      .quand({ ...ouvrir([membre(1), membre(2)]), president: membre(3) })
      .estRefuse({ code: 'president-absent', membre: membre(3) });
  });

  it('ne s’ouvre pas deux fois', () => {
    etantDonne(...village())
      .quand(ouvrir(membres(1, 5)))
      .estRefuse({ code: 'hors-de-propos', etat: 'ouverte' });
  });
});
