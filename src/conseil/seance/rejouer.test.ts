import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import {
  affaire,
  aix,
  discutee,
  idAffaire,
  membre,
  membres,
  ouverte,
  pouvoir,
  preparee,
  village,
  votee,
} from '../../../test/harness/conseil.ts';
import { cpu } from '../../../test/harness/guetter.ts';
import type { Fait } from '../faits.ts';
import { rejouer } from './rejouer.ts';

const arrivee = (n: number): Fait => ({
  type: 'ArriveeConstatee',
  membre: membre(n),
  heure: null,
  affaire: null,
});
const depart = (n: number): Fait => ({
  type: 'DepartConstate',
  membre: membre(n),
  heure: null,
  affaire: null,
});
const deport = (n: number, quitteLaSalle: boolean): Fait => ({
  type: 'DeportDeclare',
  affaire: idAffaire('ecole'),
  membre: membre(n),
  motif: 'interet-personnel',
  organisme: null,
  quitteLaSalle,
});
const premiere = (faits: readonly Fait[]) => rejouer(faits).affaires[0];

const salleDe = (...faits: readonly Fait[]) =>
  premiere([preparee(4), affaire('ecole'), ...faits, discutee('ecole')])?.miseEnDiscussion
    ?.assistance;

const apres = (...faits: readonly Fait[]) =>
  premiere([preparee(6), affaire('ecole'), ouverte(membres(1, 5)), pouvoir(6, 5), ...faits]);

const vote = (decompte: Parameters<typeof votee>[1]) =>
  premiere([...village(), votee('ecole', decompte)])?.vote;

const tour = (rang: 1 | 2 | 3): Fait => ({
  type: 'TourDeNominationClos',
  affaire: idAffaire('ecole'),
  tour: rang,
  scrutin: 'secret',
  votants: 5,
  blancs: 1,
  nuls: 0,
  candidats: [
    { nom: 'Alix', membre: null, naissance: jour('1970-01-01'), voix: 2 },
    { nom: 'Bao', membre: null, naissance: jour('1961-05-04'), voix: 2 },
  ],
});

describe('La séance d’Aix du 14 octobre 2022', () => {
  const seance = rejouer([...aix(), discutee('inclusion-numerique'), votee('inclusion-numerique')]);
  const suivi = seance.affaires[0];

  it('compte 42 présents, 11 représentés et 2 absents, soit les 55 membres en exercice', () => {
    const salle = suivi?.miseEnDiscussion?.assistance;
    expect([salle?.presents.length, salle?.representes.length, salle?.absents.length]).toEqual([
      42, 11, 2,
    ]);
  });

  it('adopte le rapport à l’unanimité par 53 voix', () => {
    expect(suivi?.etat).toBe('adoptee');
    expect(suivi?.vote?.resultat).toEqual({
      pour: 53,
      contre: 0,
      abstentions: 0,
      nonParticipations: 0,
      blancs: 0,
      nuls: 0,
      suffragesExprimes: 53,
      majorite: 27,
      adoptee: true,
      unanime: true,
      partage: false,
      preponderante: false,
    });
  });

  it('dit la voix de chacun : 53 pour, 2 absents', () => {
    const voix = Object.values(suivi?.vote?.voix ?? {});
    expect(voix.filter((v) => v === 'pour')).toHaveLength(53);
    expect(voix.filter((v) => v === 'absent')).toHaveLength(2);
  });
});

describe('Un flux sans identité', () => {
  it('n’est pas une séance : c’est un défaut du programme', () => {
    expect(() => rejouer([])).toThrow();
    expect(() => rejouer([ouverte([membre(1)])])).toThrow();
  });
});

describe('Le pouvoir', () => {
  it('dort tant que le mandataire est sorti, et revient avec lui', () => {
    const base = [ouverte(membres(1, 3)), pouvoir(4, 3)];
    expect(salleDe(...base, depart(3))?.absents).toEqual([membre(3), membre(4)]);
    expect(salleDe(...base, depart(3), arrivee(3))?.representes).toHaveLength(1);
  });

  it('dort tant que le mandant est dans la salle : il n’est compté qu’une fois', () => {
    const presente = salleDe(ouverte(membres(1, 3)), pouvoir(4, 3), arrivee(4));
    expect(presente).toMatchObject({ representes: [], absents: [] });
    expect(presente?.presents).toHaveLength(4);
  });

  it('remplacé, ne vaut plus que pour le nouveau mandataire', () => {
    const remplace = salleDe(ouverte(membres(1, 3)), pouvoir(4, 3), pouvoir(4, 2));
    expect(remplace?.representes.map(({ mandataire }) => mandataire)).toEqual([membre(2)]);
  });

  it('donné en double à un même porteur est enregistré : la loi en juge', () => {
    const double = salleDe(ouverte(membres(1, 2)), pouvoir(3, 2), pouvoir(4, 2));
    expect(double?.representes).toHaveLength(2);
  });
});

describe('Le déport, pour une affaire', () => {
  it('resté dans la salle, l’intéressé est présent et ne prend pas part au vote', () => {
    const suivi = apres(discutee('ecole'), deport(2, false), votee('ecole'));
    expect(suivi?.vote?.voix[membre(2)]).toBe('ne-prend-pas-part');
    expect(suivi?.vote?.resultat).toMatchObject({ pour: 5, nonParticipations: 1 });
  });

  it('sorti de la salle, il est absent de cette affaire seulement', () => {
    const faits = [
      preparee(5),
      affaire('ecole'),
      affaire('route'),
      ouverte(membres(1, 5)),
      deport(2, true),
      discutee('ecole'),
      votee('ecole'),
      discutee('route'),
      votee('route'),
    ];
    const [ecole, route] = rejouer(faits).affaires;
    expect(ecole?.miseEnDiscussion?.assistance.absents).toEqual([membre(2)]);
    expect(ecole?.vote?.resultat.pour).toBe(4);
    expect(route?.vote?.resultat.pour).toBe(5);
  });

  it('RM AN 20278 : le porteur intéressé ne vote pas pour un collègue absent', () => {
    const suivi = apres(discutee('ecole'), deport(5, false), votee('ecole'));
    expect(suivi?.vote?.voix[membre(6)]).toBe('absent');
    expect(suivi?.vote?.resultat).toMatchObject({ pour: 4, nonParticipations: 1 });
  });

  it('un mandant intéressé n’est pas représenté pour cette affaire', () => {
    const suivi = apres(discutee('ecole'), deport(6, true), votee('ecole'));
    expect(suivi?.vote?.voix[membre(6)]).toBe('absent');
    expect(suivi?.vote?.resultat.pour).toBe(5);
  });

  it('un intéressé noté contre a voté : le registre le dit', () => {
    const suivi = apres(
      discutee('ecole'),
      deport(2, false),
      votee('ecole', { contre: [membre(2)] }),
    );
    expect(suivi?.vote?.resultat).toMatchObject({ pour: 5, contre: 1, nonParticipations: 0 });
  });
});

describe('Le quorum se regarde à la mise en discussion', () => {
  it('un départ pendant le débat ne change pas la salle de cette affaire, mais bien son vote', () => {
    const suivi = premiere([...village(), depart(5), votee('ecole')]);
    expect(suivi?.miseEnDiscussion?.assistance.presents).toHaveLength(5);
    expect(suivi?.vote?.resultat.pour).toBe(4);
  });
});

describe('Les décomptes', () => {
  it('L2121-20 al. 3 : à égalité, la voix du président l’emporte', () => {
    const totaux = {
      mode: 'ordinaire-sans-noms',
      pour: 2,
      contre: 2,
      abstentions: 1,
      nonParticipations: 0,
    } as const;
    expect(vote({ ...totaux, voixDuPresident: 'pour' })?.resultat).toMatchObject({
      adoptee: true,
      preponderante: true,
    });
    expect(vote({ ...totaux, voixDuPresident: null })?.resultat.adoptee).toBe(false);
  });

  it('par nom, la voix du président se lit dans le vote', () => {
    const egal = vote({ contre: membres(4, 5), abstentions: [membre(3)] });
    expect(egal?.resultat).toMatchObject({ partage: true, preponderante: true, adoptee: true });
  });

  it('sans noms, seule la voix du président est connue', () => {
    const voix = vote({
      mode: 'ordinaire-sans-noms',
      pour: 4,
      contre: 1,
      abstentions: 0,
      nonParticipations: 0,
      voixDuPresident: 'pour',
    })?.voix;
    expect(voix).toEqual({
      m1: 'pour',
      m2: 'inconnue',
      m3: 'inconnue',
      m4: 'inconnue',
      m5: 'inconnue',
      m6: 'absent',
      m7: 'absent',
    });
  });

  it('sans noms mais tous pour : la voix de chacun est connue', () => {
    const voix = vote({
      mode: 'ordinaire-sans-noms',
      pour: 5,
      contre: 0,
      abstentions: 0,
      nonParticipations: 0,
      voixDuPresident: null,
    })?.voix;
    expect(voix?.[membre(3)]).toBe('pour');
  });

  it('sans noms, quatre voix pour cinq présents : on ne sait pas de qui', () => {
    const voix = vote({
      mode: 'ordinaire-sans-noms',
      pour: 4,
      contre: 0,
      abstentions: 0,
      nonParticipations: 0,
      voixDuPresident: null,
    })?.voix;
    expect(membres(1, 5).map((id) => voix?.[id])).toEqual(Array(5).fill('inconnue'));
  });

  it('au scrutin secret, personne n’est dévoilé et la voix du président ne compte pas double', () => {
    const secret = vote({
      mode: 'secret',
      pour: 2,
      contre: 2,
      blancs: 1,
      nuls: 0,
      abstentions: 0,
      nonParticipations: 0,
    });
    expect(secret?.resultat).toMatchObject({ partage: true, adoptee: false, blancs: 1 });
    expect(secret?.voix[membre(1)]).toBe('inconnue');
  });
});

describe('Ce que devient une affaire', () => {
  it('une prise d’acte sans vote est close quand on passe à la suite', () => {
    const faits = [
      preparee(3),
      affaire('decisions', { genre: 'prise-d-acte' }),
      affaire('route'),
      ouverte(membres(1, 3)),
      discutee('decisions'),
    ];
    expect(rejouer(faits).affaires[0]?.etat).toBe('en-discussion');
    expect(rejouer([...faits, discutee('route')]).affaires[0]?.etat).toBe('prise-d-acte');
  });

  it('une délibération dont le quorum s’est perdu reste sans décision', () => {
    const seance = rejouer([
      ...village(),
      depart(5),
      { type: 'SeanceLevee', heure: null, motif: 'quorum-perdu' },
    ]);
    expect([seance.etat, seance.affaires[0]?.etat, seance.enDiscussion]).toEqual([
      'levee',
      'en-discussion',
      null,
    ]);
  });

  it('L2121-14 : un autre préside pour une seule affaire, même annoncé d’avance', () => {
    const faits: readonly Fait[] = [
      preparee(3),
      affaire('compte', { compteAdministratif: true }),
      affaire('route'),
      ouverte(membres(1, 3)),
      { type: 'PresidenceConfiee', membre: membre(2), affaire: idAffaire('compte') },
      discutee('compte'),
      votee('compte'),
      discutee('route'),
    ];
    const seance = rejouer(faits);
    expect(rejouer(faits.slice(0, 6)).presidenceDAffaire).toBe(membre(2));
    expect(seance.affaires.map((s) => s.miseEnDiscussion?.assistance.president)).toEqual([
      membre(2),
      membre(1),
    ]);
    expect(seance.presidenceDAffaire).toBeNull();
  });

  it('trois tours : le plus âgé l’emporte à égalité au troisième', () => {
    const deux = premiere([...village(), tour(1), tour(2)]);
    expect([deux?.etat, deux?.tours.map(({ elu }) => elu)]).toEqual([
      'en-discussion',
      [null, null],
    ]);
    const trois = premiere([...village(), tour(1), tour(2), tour(3)]);
    expect([trois?.etat, trois?.tours[2]?.elu]).toEqual(['pourvue', 'Bao']);
  });
});

describe('La réalité irrégulière se rejoue sans échec', () => {
  it.each<[string, readonly Fait[]]>([
    ['un vote avant l’ouverture', [votee('ecole')]],
    ['une affaire inconnue', [ouverte(membres(1, 3)), discutee('inconnue'), votee('inconnue')]],
    ['un membre inconnu', [ouverte([membre(1), membre(99)]), depart(98), pouvoir(97, 96)]],
    ['un membre présent deux fois', [ouverte([membre(1), membre(1)]), arrivee(1)]],
    ['une liste vide', [ouverte([]), discutee('ecole'), votee('ecole')]],
    [
      'un nombre absurde',
      [
        ouverte(membres(1, 3)),
        discutee('ecole'),
        votee('ecole', {
          mode: 'secret',
          pour: -1,
          contre: Number.NaN,
          blancs: 0.5,
          nuls: 0,
          nonParticipations: 0,
          abstentions: 0,
        }),
      ],
    ],
    [
      'plus de bulletins que de votants',
      [
        ouverte(membres(1, 3)),
        discutee('ecole'),
        {
          type: 'TourDeNominationClos',
          affaire: idAffaire('ecole'),
          tour: 1,
          scrutin: 'secret',
          votants: 1,
          blancs: 4,
          nuls: 4,
          candidats: [],
        },
      ],
    ],
    [
      'une rectification de l’avenir',
      [{ type: 'FaitRectifie', position: 40, par: null, motif: 'erreur' }],
    ],
  ])('%s', (_, faits) => {
    const seance = rejouer([preparee(3), affaire('ecole'), ...faits]);
    expect(seance.version).toBe(2 + faits.length);
  });
});

describe('Une grande séance', () => {
  it('100 affaires et 55 membres se rejouent en quelques millisecondes', () => {
    const ids = Array.from({ length: 100 }, (_, i) => `a${i}`);
    const faits = [
      preparee(55),
      ...ids.map((id) => affaire(id)),
      ouverte(membres(1, 42)),
      ...membres(43, 53).map((_, i) => pouvoir(43 + i, 2 + i)),
      ...ids.flatMap((id) => [discutee(id), votee(id, { contre: [membre(9)] })]),
    ];
    const durees = Array.from({ length: 10 }, () => {
      const debut = cpu();
      rejouer(faits);
      return cpu() - debut;
    }).toSorted((a, b) => a - b);
    expect(durees[5]).toBeLessThan(60);
  });
});
