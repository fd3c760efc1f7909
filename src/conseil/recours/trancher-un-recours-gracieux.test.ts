import { describe, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import { commandeDe } from '../commande-de.ts';

const adoptee = [...village(), votee('ecole')];
const { RecoursGracieuxRecu: recours, RecoursGracieuxTranche: refus } = EXEMPLES;

describe('Répondre à un recours gracieux', () => {
  it.each(['rejet', 'acceptation'] as const)(
    '%s : se note au jour où la réponse parvient',
    (sens) => {
      etantDonne(...adoptee, recours)
        .quand(commandeDe({ ...refus, sens }))
        .alors({ ...refus, sens });
    },
  );

  it('la veille du recours est impossible, le jour même est possible', () => {
    etantDonne(...adoptee, recours)
      .quand(commandeDe({ ...refus, le: jour('2022-11-30') }))
      .estRefuse({ code: 'reponse-avant-la-demande' });
    etantDonne(...adoptee, recours)
      .quand(commandeDe({ ...refus, le: recours.le }))
      .alors({ ...refus, le: recours.le });
  });

  it('ne répond qu’à un courrier noté, et une fois', () => {
    etantDonne(...adoptee)
      .quand(commandeDe(refus))
      .estRefuse({ code: 'reference-inconnue' });
    etantDonne(...adoptee, recours, refus)
      .quand(commandeDe(refus))
      .estRefuse({ code: 'reponse-deja-notee' });
  });
});
