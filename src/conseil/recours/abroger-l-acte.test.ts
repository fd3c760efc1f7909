import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const VEILLE = jour('2022-10-13');
const { ActeAbroge: abroge, ActeRetire: retire } = EXEMPLES;

describe('CRPA L243-1 : noter l’abrogation d’un acte', () => {
  it('se note une fois', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(abroge))
      .alors(abroge);
    etantDonne(...adoptee, abroge)
      .quand(commandeDe(abroge))
      .estRefuse({ code: 'acte-deja-abroge', le: abroge.le });
  });

  it('d’un acte retiré, il ne reste rien à abroger', () => {
    etantDonne(...adoptee, retire)
      .quand(commandeDe(abroge))
      .estRefuse({ code: 'acte-deja-retire' });
  });

  it('jamais avant la séance', () => {
    etantDonne(...adoptee)
      .quand(commandeDe({ ...abroge, le: VEILLE }))
      .estRefuse({ code: 'date-avant-la-seance' });
  });
});
