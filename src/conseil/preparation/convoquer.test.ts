import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { membre, preparee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { Convoquer } from './convoquer.ts';

const convoquer = (le: string): Convoquer => ({
  ...EXEMPLES.ConvocationEnvoyee,
  type: 'Convoquer',
  le: jour(le),
});

describe('Convoquer', () => {
  it('note la convocation d’Aix, partie le 7 octobre pour le 14', () => {
    const seance = etantDonne(preparee(55))
      .quand(convoquer('2022-10-07'))
      .alors(EXEMPLES.ConvocationEnvoyee);
    expect(seance.etat).toBe('convoquee');
  });

  it('note aussi un délai trop court, même le jour de la séance : la loi en juge', () => {
    etantDonne(preparee(3))
      .quand(convoquer('2022-10-14'))
      .alors({ ...EXEMPLES.ConvocationEnvoyee, le: jour('2022-10-14') });
  });

  it('refuse une convocation partie après la séance', () => {
    etantDonne(preparee(3))
      .quand(convoquer('2022-10-15'))
      .estRefuse({ code: 'convocation-apres-la-seance' });
  });

  it('refuse un signataire qui n’est pas du conseil', () => {
    etantDonne(preparee(3))
      .quand({ ...convoquer('2022-10-07'), par: membre(12) })
      .estRefuse({ code: 'membre-inconnu' });
  });
});
