import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const VEILLE = jour('2022-10-13');
const { UrgenceInvoquee: urgence } = EXEMPLES;

describe('L2131-1 V : invoquer l’urgence pour la publicité d’un acte', () => {
  it('se note une fois l’acte pris, avec son motif', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(urgence))
      .alors(urgence);
  });

  it('se note même si le jour n’est pas connu', () => {
    etantDonne(...adoptee)
      .quand(commandeDe({ ...urgence, le: null }))
      .alors({ ...urgence, le: null });
  });

  it('ne se note ni sans motif, ni avant la séance, ni deux fois, ni sur un projet', () => {
    const quand = etantDonne(...adoptee);
    quand.quand(commandeDe({ ...urgence, motif: ' ' })).estRefuse({ code: 'motif-vide' });
    quand.quand(commandeDe({ ...urgence, le: VEILLE })).estRefuse({ code: 'date-avant-la-seance' });
    etantDonne(...adoptee, urgence)
      .quand(commandeDe(urgence))
      .estRefuse({ code: 'urgence-deja-invoquee' });
    etantDonne(...village())
      .quand(commandeDe(urgence))
      .estRefuse({ code: 'affaire-hors-de-propos' });
  });
});
