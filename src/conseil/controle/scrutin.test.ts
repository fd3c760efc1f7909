import { describe, expect, it } from 'vitest';
import {
  COLLECTIVITE,
  affaire,
  discutee,
  idAffaire,
  membre,
  membres,
  ouverte,
  preparee,
  votee,
} from '../../../test/harness/conseil.ts';
import type { Affaire } from '../affaire.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from '../seance/rejouer.ts';
import { controler } from './controler.ts';

const secret = votee('ecole', {
  mode: 'secret',
  pour: 5,
  contre: 0,
  blancs: 0,
  nuls: 0,
  abstentions: 0,
  nonParticipations: 0,
});

const demande = (...demandeurs: readonly number[]): Fait => ({
  type: 'ScrutinDemande',
  affaire: idAffaire('ecole'),
  mode: 'secret',
  demandeurs: demandeurs.map(membre),
});

const tour = (scrutin: 'secret' | 'public'): Fait => ({
  type: 'TourDeNominationClos',
  affaire: idAffaire('ecole'),
  tour: 1,
  scrutin,
  votants: 5,
  blancs: 0,
  nuls: 0,
  candidats: [{ nom: 'Camille N2', membre: membre(2), naissance: null, voix: 5 }],
});

/** Five of seven in the room; what is said of the ballot on « ecole ». */
function duScrutin(
  regles: RegExp,
  suite: readonly Fait[],
  plus: Partial<Affaire> = {},
  autres: Partial<ReturnType<typeof preparee>> = {},
) {
  const faits = [
    { ...preparee(7), ...autres },
    affaire('ecole', plus),
    ouverte(membres(1, 5)),
    discutee('ecole'),
    ...suite,
  ];
  return controler(rejouer(faits)).filter(({ regle }) => regles.test(regle.id));
}

describe('L2121-21 : le scrutin secret se réclame, il ne se décrète pas', () => {
  it('voté sans demande notée : à vérifier, car le maire ne peut pas le décider seul', () => {
    expect(duScrutin(/R-VOTE-04/, [secret])).toMatchObject([
      {
        conforme: null,
        affaire: 'ecole',
        phrase:
          'On a voté au scrutin secret, et aucune demande n’est notée : il faut que 2 membres au moins le réclament, soit un tiers des 5 présents. Le président ne peut pas le décider seul.',
        queFaire:
          'Notez qui a réclamé le scrutin secret. Si personne ne l’a fait, recommencez le vote au scrutin ordinaire.',
      },
    ]);
  });

  it('demandé par un tiers des présents, 2 sur 5 : en ordre ; par 1 sur 5 : irrégulier', () => {
    expect(duScrutin(/R-VOTE-04/, [demande(2, 3), secret])).toMatchObject([{ conforme: true }]);
    expect(duScrutin(/R-VOTE-04/, [demande(2), secret])).toMatchObject([{ conforme: false }]);
  });

  it('pour une nomination, il est de droit : rien à dire', () => {
    expect(duScrutin(/R-VOTE-04|R-NOM-02/, [secret], { genre: 'nomination' })).toEqual([]);
    expect(duScrutin(/R-NOM-02/, [tour('secret')], { genre: 'nomination' })).toEqual([]);
  });

  it('dans un département, aucun nombre n’y donne droit : la règle des communes ne se dit pas', () => {
    const collectivite = { ...COLLECTIVITE, genre: 'departement' } as const;
    expect(duScrutin(/R-VOTE-04/, [secret], {}, { collectivite })).toEqual([]);
  });
});

describe('L2121-21 : on ne nomme à main levée que si le conseil l’a décidé à l’unanimité', () => {
  it.each([
    ['un vote ordinaire', votee('ecole', { contre: [membre(4)] })],
    ['un tour public', tour('public')],
  ])('%s sans décision notée : à vérifier', (_, fait) => {
    expect(duScrutin(/R-NOM-02/, [fait], { genre: 'nomination' })).toMatchObject([
      { conforme: null, affaire: 'ecole' },
    ]);
  });

  it('pour une délibération ordinaire : rien à dire', () => {
    expect(duScrutin(/R-NOM-02|R-VOTE-04/, [votee('ecole')])).toEqual([]);
  });
});
