import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

describe('Transmettre au préfet', () => {
  const { type: _, ...reste } = EXEMPLES.TransmissionFaite;
  const transmettre = { type: 'Transmettre', ...reste } as const;
  const adoptee = [...village(), votee('ecole')];

  it('note la transmission d’Aix, le 19 octobre 2022', () => {
    const seance = etantDonne(...adoptee)
      .quand(transmettre)
      .alors(EXEMPLES.TransmissionFaite);
    expect(seance.affaires[0]?.transmission?.le).toBe('2022-10-19');
  });

  it('refuse une date avant la séance, admet le jour même', () => {
    etantDonne(...adoptee)
      .quand({ ...transmettre, le: jour('2022-10-13') })
      .estRefuse({ code: 'date-avant-la-seance' });
    etantDonne(...adoptee)
      .quand({ ...transmettre, le: jour('2022-10-14') })
      .alors({ ...EXEMPLES.TransmissionFaite, le: jour('2022-10-14') });
  });

  it('refuse de transmettre deux fois, ou ce qui n’est pas décidé', () => {
    etantDonne(...adoptee, EXEMPLES.TransmissionFaite)
      .quand(transmettre)
      .estRefuse({ code: 'deja-transmise', le: jour('2022-10-19') });
    etantDonne(...village())
      .quand(transmettre)
      .estRefuse({ code: 'affaire-hors-de-propos' });
  });
});
