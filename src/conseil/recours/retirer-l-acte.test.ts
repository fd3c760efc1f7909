import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const VEILLE = jour('2022-10-13');
const { ActeAbroge: abroge, ActeRetire: retire } = EXEMPLES;

describe('CRPA L242-1 : noter le retrait d’un acte', () => {
  it('même trop tard, même d’un acte légal : le droit en juge', () => {
    const tard = { ...retire, le: jour('2030-01-01'), motif: 'autre' } as const;
    etantDonne(...adoptee)
      .quand(commandeDe(tard))
      .alors(tard);
  });

  it('un acte abrogé peut encore être retiré ; un acte retiré, non', () => {
    etantDonne(...adoptee, abroge)
      .quand(commandeDe(retire))
      .alors(retire);
    etantDonne(...adoptee, retire)
      .quand(commandeDe(retire))
      .estRefuse({ code: 'acte-deja-retire', le: retire.le });
  });

  it('jamais avant la séance, ni sur un projet', () => {
    etantDonne(...adoptee)
      .quand(commandeDe({ ...retire, le: VEILLE }))
      .estRefuse({ code: 'date-avant-la-seance' });
    etantDonne(...village())
      .quand(commandeDe(retire))
      .estRefuse({ code: 'affaire-hors-de-propos' });
  });
});
