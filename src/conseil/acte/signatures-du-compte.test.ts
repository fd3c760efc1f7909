import { describe, expect, it } from 'vitest';
import {
  affaire,
  discutee,
  idAffaire,
  membre,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import { controler } from '../controle/controler.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';

const signe = (n: number, qualite: string): Fait => ({
  type: 'SignatureApposee',
  document: 'deliberation',
  affaire: idAffaire('compte'),
  membre: membre(n),
  qualite,
  delegation: null,
  le: null,
});

/** The mayor is m1; m2 chairs the accounts; m3 is secretary. */
const signatures = (...signataires: readonly Fait[]) =>
  controler(
    rejouer([
      preparee(7),
      affaire('compte', { compteAdministratif: true }),
      ouverte(membres(1, 6)),
      { type: 'SecretaireNomme', membres: [membre(3)], auxiliaires: [] },
      { type: 'PresidenceConfiee', membre: membre(2), affaire: idAffaire('compte') },
      discutee('compte'),
      votee('compte', { nonParticipations: [membre(1)] }),
      ...signataires,
    ]),
  ).filter(({ regle }) => regle.id.startsWith('R-SIGN'));

describe('L2121-23 : qui signe la délibération sur le compte administratif', () => {
  it.each([
    ['le maire, qui s’était retiré pour le vote', 1],
    ['le président élu pour cette affaire', 2],
  ])('%s : la signature vaut, avec celle du secrétaire', (_, n) => {
    expect(signatures(signe(n, 'Maire'), signe(3, 'Secrétaire de séance'))).toMatchObject([
      { conforme: true },
    ]);
  });

  it('un autre membre : il manque celle du maire ou du président', () => {
    expect(signatures(signe(4, 'Conseiller'), signe(3, 'Secrétaire de séance'))).toMatchObject([
      { conforme: false },
      { conforme: null },
    ]);
  });
});
