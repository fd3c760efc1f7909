import { describe, expect, it } from 'vitest';
import { affaire, idAffaire, membre, preparee, village } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { InscrireUneAffaire } from './inscrire-une-affaire.ts';

const inscrire = (...args: Parameters<typeof affaire>): InscrireUneAffaire => ({
  ...affaire(...args),
  type: 'InscrireUneAffaire',
});

describe('Inscrire une affaire', () => {
  it('la met à l’ordre du jour', () => {
    const seance = etantDonne(preparee(3)).quand(inscrire('ecole')).alors(affaire('ecole'));
    expect(seance.affaires.map(({ etat }) => etat)).toEqual(['inscrite']);
  });

  it('se fait même en séance : la loi juge si l’on peut en délibérer', () => {
    etantDonne(...village())
      .quand(inscrire('urgence'))
      .alors(affaire('urgence'));
  });

  it('refuse un identifiant ou un numéro d’acte déjà pris', () => {
    const faits = [preparee(3), affaire('ecole', { numero: 'DL.2022-330' })];
    etantDonne(...faits)
      .quand(inscrire('ecole'))
      .estRefuse({ code: 'affaire-deja-inscrite' });
    etantDonne(...faits)
      .quand(inscrire('route', { numero: 'DL.2022-330' }))
      .estRefuse({ code: 'numero-deja-pris', affaire: idAffaire('ecole') });
  });

  it('refuse un rapporteur qui n’est pas au tableau', () => {
    etantDonne(preparee(3))
      .quand(inscrire('ecole', { rapporteur: membre(9) }))
      .estRefuse({ code: 'membre-inconnu', membre: membre(9) });
    etantDonne(preparee(3))
      .quand(inscrire('ecole', { coRapporteurs: [membre(2), membre(8)] }))
      .estRefuse({ code: 'membre-inconnu', membre: membre(8) });
  });
});
