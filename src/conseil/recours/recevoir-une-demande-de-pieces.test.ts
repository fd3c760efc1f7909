import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const VEILLE = jour('2022-10-13');
const { PiecesDemandees: demande } = EXEMPLES;

describe('L2131-6 : le préfet demande des pièces', () => {
  it('se note, avec la référence du courrier', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(demande))
      .alors(demande);
  });

  it('n’arrive pas avant la séance, ni deux fois sous la même référence', () => {
    etantDonne(...adoptee)
      .quand(commandeDe({ ...demande, le: VEILLE }))
      .estRefuse({ code: 'date-avant-la-seance' });
    etantDonne(...adoptee, demande)
      .quand(commandeDe(demande))
      .estRefuse({ code: 'reference-deja-prise' });
  });
});
