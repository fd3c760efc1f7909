import { describe, expect, it } from 'vitest';
import {
  type Demandes,
  constatDeDemande,
  constatDesNoms,
  constatDuSecretSansDemande,
  demandeursDuScrutinPublic,
  demandeursDuScrutinSecret,
  modeDeScrutin,
  nomsExiges,
  scrutinSecretPermis,
} from './demandes.ts';

const AUTRE = {
  genre: 'autre',
  population: 0,
  parametres: {
    joursFrancsDeConvocation: 5,
    joursFrancsEnUrgence: 1,
    pouvoirsParPorteur: 1,
    partPourScrutinPublic: 5,
    partPourScrutinSecret: 2,
    publiciteElectronique: true,
  },
} as const;

describe('L2121-21 al. 1 : le quart des membres présents demande le scrutin public', () => {
  it.each([
    ['commune', 40, 10],
    ['commune', 41, 11],
    ['commune', 42, 11],
    ['commune', 1, 1],
    ['epci', 44, 11],
    ['departement', 41, 7],
    ['departement', 42, 7],
    ['region', 43, 8],
  ] as const)('%s, %i présents : %i demandeurs', (genre, presents, requis) => {
    expect(demandeursDuScrutinPublic(presents, { genre })).toBe(requis);
  });

  it('suit les paramètres d’une assemblée qui a son propre statut', () => {
    expect(demandeursDuScrutinPublic(11, AUTRE)).toBe(3);
    expect(demandeursDuScrutinSecret(11, AUTRE)).toBe(6);
  });

  it.each([0, -1, 2.5])('refuse %d présents', (presents) => {
    expect(() => demandeursDuScrutinPublic(presents, { genre: 'commune' })).toThrow(/positive/);
  });
});

describe('L2121-21 al. 3, 1° : le tiers des membres présents réclame le scrutin secret', () => {
  it.each([
    ['commune', 42, 14],
    ['commune', 43, 15],
    ['epci', 41, 14],
    ['departement', 42, null],
    ['region', 42, null],
  ] as const)('%s, %i présents : %s demandeurs', (genre, presents, requis) => {
    expect(demandeursDuScrutinSecret(presents, { genre })).toBe(requis);
  });

  it.each([
    ['commune', true, false, true],
    ['commune', false, false, false],
    ['commune', false, true, true],
    ['departement', true, false, false],
    ['region', true, false, false],
    ['departement', false, true, true],
  ] as const)('%s, tiers %s, nomination %s : permis %s', (...ligne) => {
    const [genre, tiersAtteint, nomination, permis] = ligne;
    expect(scrutinSecretPermis({ genre, tiersAtteint, nomination })).toBe(permis);
  });
});

describe('CE 15 mai 1908, Souet : deux demandes à la fois', () => {
  it.each([
    ['commune', 12, 3, 4, 'secret'],
    ['commune', 12, 3, 3, 'public'],
    ['commune', 12, 2, 3, 'ordinaire'],
    ['commune', 12, 0, 4, 'secret'],
    ['epci', 12, 6, 4, 'secret'],
    ['departement', 30, 5, 20, 'public'],
    ['departement', 30, 4, 20, 'ordinaire'],
    ['region', 30, 5, 30, 'public'],
  ] as const)('%s, %i présents, %i pour le public, %i pour le secret : %s', (...ligne) => {
    const [genre, presents, pourLePublic, pourLeSecret, attendu] = ligne;
    const d = { regime: { genre }, presents, pourLePublic, pourLeSecret, nomination: false };
    expect(modeDeScrutin(d)).toBe(attendu);
  });

  it('L2121-21 al. 4, 2° : une nomination est secrète sans que personne le demande', () => {
    const d = { presents: 10, pourLePublic: 0, pourLeSecret: 0, nomination: true } as const;
    expect(modeDeScrutin({ ...d, regime: { genre: 'departement' } })).toBe('secret');
  });
});

describe('Le scrutin tenu, devant celui que l’on demandait', () => {
  const base: Demandes = {
    regime: { genre: 'commune' },
    presents: 12,
    pourLePublic: 0,
    pourLeSecret: 0,
    nomination: false,
  };

  it.each([
    [{ pourLePublic: 3 }, 'public', true, 'R-VOTE-03'],
    [{ pourLePublic: 3 }, 'ordinaire', false, 'R-VOTE-03'],
    [{ pourLeSecret: 4 }, 'secret', true, 'R-VOTE-04'],
    [{ pourLeSecret: 3 }, 'secret', false, 'R-VOTE-04'],
    [{ pourLePublic: 1, pourLeSecret: 4 }, 'public', false, 'R-VOTE-05'],
    [{ pourLePublic: 2 }, 'public', true, 'R-VOTE-03'],
    [{ pourLePublic: 2, pourLeSecret: 1 }, 'ordinaire', true, 'R-VOTE-05'],
    [{ nomination: true }, 'ordinaire', false, 'R-VOTE-03'],
  ] as const)('%o, tenu au scrutin %s : conforme %s', (...ligne) => {
    const [demande, tenu, conforme, id] = ligne;
    const c = constatDeDemande({ ...base, ...demande }, tenu);
    expect(c).toMatchObject({ conforme, regle: { id } });
    expect([c.phrase, c.queFaire]).toMatchSnapshot();
  });

  it('dit qu’aucun nombre n’ouvre le scrutin secret dans un département', () => {
    const c = constatDeDemande(
      { ...base, regime: { genre: 'departement' }, pourLeSecret: 12 },
      'ordinaire',
    );
    expect(c).toMatchInlineSnapshot(`
      {
        "conforme": true,
        "faits": {
          "attendu": "ordinaire",
          "pourLePublic": 0,
          "pourLeSecret": 12,
          "presents": 12,
          "publicRequis": 2,
          "secretRequis": null,
          "tenu": "ordinaire",
        },
        "phrase": "12 membres ont demandé le scrutin secret (aucun nombre n’y donne droit ici), sur 12 présents. Cela ne suffit pas à l’imposer ; on a voté au scrutin ordinaire.",
        "queFaire": null,
        "regle": {
          "certitude": "A15",
          "enVigueur": {
            "au": null,
            "du": null,
          },
          "fondement": {
            "alinea": "3",
            "article": "L2121-21",
            "code": "CGCT",
          },
          "gravite": "illegal",
          "id": "R-VOTE-04",
        },
      }
    `);
  });
});

describe('L2121-21 al. 1 : les noms au registre', () => {
  it('ne les exige qu’au scrutin public', () => {
    expect((['ordinaire', 'public', 'secret'] as const).map(nomsExiges)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['public', true, true],
    ['public', false, false],
    ['ordinaire', true, true],
    ['ordinaire', false, true],
    ['secret', false, true],
    ['secret', true, false],
  ] as const)('scrutin %s, noms connus %s : conforme %s', (mode, connus, conforme) => {
    const c = constatDesNoms(mode, connus);
    expect(c.conforme).toBe(conforme);
    expect(c.faits).toEqual({ mode, nomsExiges: mode === 'public', nomsConnus: connus });
    expect([c.phrase, c.queFaire]).toMatchSnapshot();
  });
});

describe('L2121-21 1° : un scrutin secret que personne n’est noté avoir demandé', () => {
  const commune = { genre: 'commune' } as const;
  const dit = (presents: number, regime: Demandes['regime'] = commune, nomination = false) =>
    constatDuSecretSansDemande({ regime, presents, nomination });

  it.each([
    [1, 1, '1 membre au moins le réclame, soit un tiers des 1 présents'],
    [3, 1, '1 membre au moins le réclame, soit un tiers des 3 présents'],
    [4, 2, '2 membres au moins le réclament, soit un tiers des 4 présents'],
  ])('%i présents : il en fallait %i, et c’est à vérifier', (presents, secretRequis, mots) => {
    expect(dit(presents)).toEqual({
      regle: expect.objectContaining({ id: 'R-VOTE-04' }) as unknown,
      conforme: null,
      phrase: `On a voté au scrutin secret, et aucune demande n’est notée : il faut que ${mots}. Le président ne peut pas le décider seul.`,
      queFaire:
        'Notez qui a réclamé le scrutin secret. Si personne ne l’a fait, recommencez le vote au scrutin ordinaire.',
      faits: { presents, secretRequis },
    });
  });

  it('ne parle pas de tiers pour une assemblée qui a sa propre part', () => {
    expect(dit(11, AUTRE)?.phrase).toContain('que 6 membres au moins le réclament. Le président');
  });

  it('ne dit rien d’une nomination, ni d’un département ou d’une région', () => {
    expect(dit(12, commune, true)).toBeNull();
    expect(dit(12, { genre: 'departement' })).toBeNull();
    expect(dit(12, { genre: 'region' }, true)).toBeNull();
  });

  it('sans demande, rien n’impose un mode de scrutin : l’ordinaire est conforme', () => {
    const rien = { regime: commune, presents: 12, pourLePublic: 0, pourLeSecret: 0 };
    const constat = constatDeDemande({ ...rien, nomination: false }, 'ordinaire');
    expect([constat.conforme, constat.phrase]).toEqual([
      true,
      'Aucun scrutin particulier n’a été demandé, sur 12 présents. Rien n’impose un mode de scrutin ; on a voté au scrutin ordinaire.',
    ]);
  });
});
