import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const { PiecesDemandees: demande, PiecesFournies: fournies } = EXEMPLES;

describe('L2131-6 : les pièces demandées parviennent au préfet', () => {
  it('se note une fois', () => {
    etantDonne(...adoptee, demande)
      .quand(commandeDe(fournies))
      .alors(fournies);
    etantDonne(...adoptee, demande, fournies)
      .quand(commandeDe(fournies))
      .estRefuse({ code: 'reponse-deja-notee' });
  });

  it('suppose une demande, et ne la précède pas', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(fournies))
      .estRefuse({ code: 'reference-inconnue' });
    etantDonne(...adoptee, demande)
      .quand(commandeDe({ ...fournies, le: jour('2022-11-09') }))
      .estRefuse({ code: 'reponse-avant-la-demande', demande: demande.le });
  });
});
