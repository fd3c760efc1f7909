import { describe, expect, it } from 'vitest';
import { membre, pouvoir, preparee, village, votee } from '../../../test/harness/conseil.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { RemettreUnPouvoir } from './remettre-un-pouvoir.ts';

const remettre = (mandant: number, mandataire: number): RemettreUnPouvoir => ({
  ...pouvoir(mandant, mandataire),
  type: 'RemettreUnPouvoir',
});

describe('Remettre un pouvoir', () => {
  it('donne à l’absent une voix dans la salle', () => {
    const seance = etantDonne(...village())
      .quand(remettre(6, 2))
      .alors(pouvoir(6, 2));
    const suite = etantDonne(...seance.faits)
      .quand({ ...votee('ecole'), type: 'CloreLeVote' })
      .alors(votee('ecole'));
    expect(suite.affaires[0]?.vote?.resultat.pour).toBe(6);
  });

  it('se remet avant la séance à qui n’est pas encore là', () => {
    etantDonne(preparee(7)).quand(remettre(6, 7)).alors(pouvoir(6, 7));
  });

  it('se remet par qui va partir : il dort jusqu’à son départ', () => {
    const seance = etantDonne(...village())
      .quand(remettre(5, 2))
      .alors(pouvoir(5, 2));
    expect(seance.presents).toContain(membre(5));
  });

  it('un second pouvoir au même porteur est noté : la loi en juge (L2121-20 al. 1)', () => {
    etantDonne(...village(), pouvoir(6, 2))
      .quand(remettre(7, 2))
      .alors(pouvoir(7, 2));
  });

  it('refuse un pouvoir à soi-même', () => {
    etantDonne(...village())
      .quand(remettre(6, 6))
      .estRefuse({ code: 'pouvoir-a-soi-meme' });
  });

  it('refuse un porteur qui n’est pas dans la salle', () => {
    etantDonne(...village())
      .quand(remettre(6, 7))
      .estRefuse({ code: 'mandataire-absent', membre: membre(7) });
  });

  it('refuse un second pouvoir du même mandant tant que le premier tient', () => {
    etantDonne(...village(), pouvoir(6, 2))
      .quand(remettre(6, 3))
      .estRefuse({ code: 'pouvoir-deja-donne', mandataire: 'Madame Camille N2' });
    etantDonne(...village(), pouvoir(6, 2), { type: 'PouvoirRetire', mandant: membre(6) })
      .quand(remettre(6, 3))
      .alors(pouvoir(6, 3));
  });

  it('refuse un mandant ou un porteur inconnu', () => {
    etantDonne(...village())
      .quand(remettre(9, 2))
      .estRefuse({ code: 'membre-inconnu', membre: membre(9) });
    etantDonne(...village())
      .quand(remettre(6, 9))
      .estRefuse({ code: 'membre-inconnu', membre: membre(9) });
  });
});
