import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const VEILLE = jour('2022-10-13');
const { RecoursGracieuxRecu: recours } = EXEMPLES;

describe('CRPA L411-2 : recevoir un recours gracieux', () => {
  it.each(['tiers', 'destinataire', 'prefet'] as const)(
    'd’un %s, se note sans nom',
    (demandeur) => {
      etantDonne(...adoptee)
        .quand(commandeDe({ ...recours, demandeur }))
        .alors({ ...recours, demandeur });
    },
  );

  it('venu trop tard, se note aussi : le droit dit qu’il ne change rien', () => {
    const tard = { ...recours, le: jour('2030-01-01') };
    etantDonne(...adoptee)
      .quand(commandeDe(tard))
      .alors(tard);
  });

  it('n’arrive pas avant la séance ; deux courriers n’ont pas la même référence', () => {
    etantDonne(...adoptee)
      .quand(commandeDe({ ...recours, le: VEILLE }))
      .estRefuse({ code: 'date-avant-la-seance' });
    etantDonne(...adoptee, recours)
      .quand(commandeDe({ ...recours, le: jour('2022-12-02') }))
      .estRefuse({ code: 'reference-deja-prise', reference: 'C-2022-118' });
    const autre = { ...recours, reference: 'C-2022-119' };
    etantDonne(...adoptee, recours)
      .quand(commandeDe(autre))
      .alors(autre);
  });
});
