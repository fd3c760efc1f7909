import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const VEILLE = jour('2022-10-13');
const { DefereNotifie: defere } = EXEMPLES;

describe('L2131-6 : le préfet saisit le tribunal', () => {
  it('se note une fois, même hors délai', () => {
    const tard = { ...defere, le: jour('2030-01-01') };
    etantDonne(...adoptee)
      .quand(commandeDe(tard))
      .alors(tard);
    etantDonne(...adoptee, defere)
      .quand(commandeDe(defere))
      .estRefuse({ code: 'defere-deja-note', le: defere.le });
  });

  it('ni la saisine ni la demande de suspension ne précèdent la séance', () => {
    const quand = etantDonne(...adoptee);
    quand.quand(commandeDe({ ...defere, le: VEILLE })).estRefuse({ code: 'date-avant-la-seance' });
    quand
      .quand(commandeDe({ ...defere, suspensionDemandeeLe: VEILLE }))
      .estRefuse({ code: 'date-avant-la-seance' });
  });
});
