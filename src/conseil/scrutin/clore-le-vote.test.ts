import { describe, expect, it } from 'vitest';
import { aix, discutee, membre, pouvoir, village, votee } from '../../../test/harness/conseil.ts';
import { EXEMPLES } from '../../../test/harness/exemples.ts';
import { etantDonne } from '../../../test/harness/scenario.ts';
import type { Fait, Decompte } from '../faits.ts';
import type { CloreLeVote } from './clore-le-vote.ts';

const clore = (decompte: Partial<Decompte> = {}, id = 'ecole'): CloreLeVote => ({
  ...votee(id, decompte),
  type: 'CloreLeVote',
});
const totaux = (pour: number, contre: number): Partial<Decompte> => ({
  mode: 'ordinaire-sans-noms',
  pour,
  contre,
  abstentions: 0,
  nonParticipations: 0,
  voixDuPresident: null,
});
const secret = (pour: number, blancs: number): Partial<Decompte> => ({
  mode: 'secret',
  pour,
  contre: 0,
  blancs,
  nuls: 0,
  abstentions: 0,
  nonParticipations: 0,
});

describe('Clore le vote de DL.2022-330', () => {
  it('42 présents et 11 pouvoirs, unanimes : 53 voix pour', () => {
    const seance = etantDonne(...aix(), discutee('inclusion-numerique'))
      .quand(clore({}, 'inclusion-numerique'))
      .alors(votee('inclusion-numerique'));
    expect(seance.affaires[0]).toMatchObject({
      etat: 'adoptee',
      vote: { resultat: { pour: 53, suffragesExprimes: 53, unanime: true } },
    });
  });
});

describe('Clore un vote par nom', () => {
  it('qui n’est pas une exception a voté pour, pouvoirs compris', () => {
    const exceptions = {
      contre: [membre(6)],
      abstentions: [membre(2)],
      nonParticipations: [membre(3)],
    };
    const seance = etantDonne(...village(), pouvoir(6, 4))
      .quand(clore(exceptions))
      .alors(votee('ecole', exceptions));
    expect(seance.affaires[0]?.vote?.resultat).toMatchObject({
      pour: 3,
      contre: 1,
      abstentions: 1,
      nonParticipations: 1,
    });
  });

  it('refuse un membre compté deux fois', () => {
    etantDonne(...village())
      .quand(clore({ contre: [membre(2)], abstentions: [membre(2)] }))
      .estRefuse({ code: 'compte-deux-fois', membre: membre(2) });
  });

  it('refuse la voix d’un absent, et celle d’un membre inconnu', () => {
    etantDonne(...village())
      .quand(clore({ contre: [membre(7)] }))
      .estRefuse({ code: 'membre-absent', membre: membre(7) });
    etantDonne(...village())
      .quand(clore({ contre: [membre(70)] }))
      .estRefuse({ code: 'membre-inconnu' });
  });

  it('admet qu’un intéressé sorti soit nommé parmi ceux qui n’ont pas pris part', () => {
    const deport: Fait = { ...EXEMPLES.DeportDeclare, quitteLaSalle: true };
    etantDonne(...village(), deport)
      .quand(clore({ nonParticipations: [membre(4)] }))
      .alors(votee('ecole', { nonParticipations: [membre(4)] }));
  });
});

describe('Clore un vote par totaux', () => {
  it.each([4, 5])(
    'admet %i voix pour cinq présents : moins que la salle se note, et se juge',
    (n) => {
      etantDonne(...village())
        .quand(clore(totaux(n, 0)))
        .alors(votee('ecole', totaux(n, 0)));
    },
  );

  it('refuse six voix pour cinq présents, sauf si un pouvoir en fait six', () => {
    etantDonne(...village())
      .quand(clore(totaux(5, 1)))
      .estRefuse({ code: 'vote-plus-grand-que-la-salle', voix: 6, salle: 5 });
    etantDonne(...village(), pouvoir(6, 2))
      .quand(clore(totaux(5, 1)))
      .alors(votee('ecole', totaux(5, 1)));
  });

  it.each([-1, 0.5, Number.NaN])('refuse %d voix : ce n’est pas un nombre de voix', (n) => {
    etantDonne(...village())
      .quand(clore(totaux(n, 0)))
      .estRefuse({ code: 'nombre-impossible' });
  });

  it('refuse une voix du président que le décompte ne contient pas', () => {
    const contre = { ...totaux(5, 0), voixDuPresident: 'contre' } as const;
    etantDonne(...village())
      .quand(clore(contre))
      .estRefuse({ code: 'voix-du-president-introuvable', voix: 'contre' });
  });
});

describe('Clore un scrutin secret', () => {
  it('compte les bulletins blancs et nuls à part', () => {
    const seance = etantDonne(...village())
      .quand(clore(secret(3, 2)))
      .alors(votee('ecole', secret(3, 2)));
    expect(seance.affaires[0]?.vote?.resultat).toMatchObject({ suffragesExprimes: 3, blancs: 2 });
  });

  it('refuse plus de bulletins que de présents et représentés', () => {
    etantDonne(...village())
      .quand(clore(secret(3, 3)))
      .estRefuse({ code: 'vote-plus-grand-que-la-salle' });
  });
});

describe('Le moment du vote', () => {
  it('vient après la mise en discussion, et une seule fois', () => {
    etantDonne(...village())
      .quand(clore({}, 'route'))
      .estRefuse({ code: 'affaire-hors-de-propos', etat: 'inscrite' });
    etantDonne(...village(), votee('ecole'))
      .quand(clore())
      .estRefuse({ code: 'affaire-hors-de-propos' });
  });

  it('n’est pas celui d’une suspension', () => {
    etantDonne(...village(), EXEMPLES.SeanceSuspendue)
      .quand(clore())
      .estRefuse({ code: 'hors-de-propos' });
  });
});
