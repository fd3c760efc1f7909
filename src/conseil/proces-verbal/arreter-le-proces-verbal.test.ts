import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';

const arreter = (le: string) =>
  ({ type: 'ArreterLeProcesVerbal', le: jour(le), publieLe: null }) as const;

describe('Arrêter le procès-verbal', () => {
  const levee = [...village(), EXEMPLES.SeanceLevee];

  it('L2121-15 : note la séance suivante où il l’a été', () => {
    const seance = etantDonne(...levee)
      .quand(arreter('2022-12-09'))
      .alors(EXEMPLES.ProcesVerbalArrete);
    expect(seance.procesVerbal?.le).toBe('2022-12-09');
  });

  it('refuse une date avant la séance, ou un second arrêt', () => {
    etantDonne(...levee)
      .quand(arreter('2022-10-13'))
      .estRefuse({ code: 'date-avant-la-seance' });
    etantDonne(...levee, EXEMPLES.ProcesVerbalArrete)
      .quand(arreter('2022-12-10'))
      .estRefuse({ code: 'proces-verbal-deja-arrete', le: jour('2022-12-09') });
  });
});
