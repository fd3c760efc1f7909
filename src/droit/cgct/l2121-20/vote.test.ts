import { describe, expect, it } from 'vitest';
import { type Scrutin, constatDeVote, constatDeVoteGroupe } from './vote.ts';

const AIX: Scrutin = {
  pour: 53,
  contre: 0,
  abstentions: 0,
  nonParticipations: 0,
  blancs: 0,
  nuls: 0,
  secret: false,
  voixDuPresident: 'pour',
  presents: 42,
  representes: 11,
};

describe('L2121-20 al. 2 et 3 : ce que dit le décompte', () => {
  it('DL.2022-330 : 53 voix pour, adoptée', () => {
    expect(constatDeVote(AIX)).toMatchInlineSnapshot(`
      {
        "conforme": true,
        "faits": {
          "abstentions": 0,
          "adoptee": true,
          "contre": 0,
          "majorite": 27,
          "pour": 53,
          "suffragesExprimes": 53,
          "votants": 53,
        },
        "phrase": "53 voix pour, 0 contre, 0 abstention : 53 suffrages exprimés, majorité 27 ; la délibération est adoptée.",
        "queFaire": null,
        "regle": {
          "certitude": "A15",
          "enVigueur": {
            "au": null,
            "du": null,
          },
          "fondement": {
            "alinea": "2",
            "article": "L2121-20",
            "code": "CGCT",
          },
          "gravite": "illegal",
          "id": "R-VOTE-01",
        },
      }
    `);
  });

  it('plus de voix que de membres présents ou représentés : le décompte est faux', () => {
    expect(constatDeVote({ ...AIX, pour: 54 })).toMatchInlineSnapshot(`
      {
        "conforme": false,
        "faits": {
          "abstentions": 0,
          "adoptee": true,
          "contre": 0,
          "majorite": 28,
          "pour": 54,
          "suffragesExprimes": 54,
          "votants": 53,
        },
        "phrase": "Le décompte annonce 54 voix, mais 53 membres seulement étaient présents ou représentés.",
        "queFaire": "Recomptez les voix et corrigez le décompte avant de rédiger l’extrait.",
        "regle": {
          "certitude": "A15",
          "enVigueur": {
            "au": null,
            "du": null,
          },
          "fondement": {
            "alinea": "2",
            "article": "L2121-20",
            "code": "CGCT",
          },
          "gravite": "illegal",
          "id": "R-VOTE-01",
        },
      }
    `);
  });

  it('un membre oublié au décompte : à vérifier', () => {
    expect(constatDeVote({ ...AIX, pour: 52 })).toMatchInlineSnapshot(`
      {
        "conforme": null,
        "faits": {
          "abstentions": 0,
          "adoptee": true,
          "contre": 0,
          "majorite": 27,
          "pour": 52,
          "suffragesExprimes": 52,
          "votants": 53,
        },
        "phrase": "52 voix pour, 0 contre, 0 abstention : 52 suffrages exprimés, majorité 27 ; la délibération est adoptée. Le décompte laisse de côté 1 membre présent ou représenté.",
        "queFaire": "Vérifiez qui n’a pas pris part au vote, et notez-le.",
        "regle": {
          "certitude": "A15",
          "enVigueur": {
            "au": null,
            "du": null,
          },
          "fondement": {
            "alinea": "2",
            "article": "L2121-20",
            "code": "CGCT",
          },
          "gravite": "illegal",
          "id": "R-VOTE-01",
        },
      }
    `);
    expect(constatDeVote({ ...AIX, pour: 50, abstentions: 1 }).phrase).toMatchInlineSnapshot(
      `"50 voix pour, 0 contre, 1 abstention : 50 suffrages exprimés, majorité 26 ; la délibération est adoptée. Le décompte laisse de côté 2 membres présents ou représentés."`,
    );
  });

  it('à égalité, la voix du président décide', () => {
    const egalite = { ...AIX, pour: 26, contre: 26, abstentions: 1 };
    expect(constatDeVote(egalite).phrase).toMatchInlineSnapshot(
      `"26 voix pour, 26 contre, 1 abstention : 52 suffrages exprimés, majorité 27 ; la délibération est adoptée. Les voix étant à égalité, celle du président décide."`,
    );
    expect(constatDeVote({ ...egalite, voixDuPresident: 'contre' }).phrase).toMatchInlineSnapshot(
      `"26 voix pour, 26 contre, 1 abstention : 52 suffrages exprimés, majorité 27 ; la délibération est rejetée. Les voix étant à égalité, celle du président décide."`,
    );
  });

  it('à égalité sans connaître la voix du président, rien n’est affirmé', () => {
    const egalite = { ...AIX, pour: 26, contre: 26, abstentions: 1, voixDuPresident: null };
    expect(constatDeVote(egalite)).toMatchObject({
      conforme: null,
      phrase: expect.stringMatching(/majorité 27 ; le résultat reste à établir\. Les voix/),
      queFaire: 'Notez le vote du président.',
    });
    expect(constatDeVote({ ...egalite, secret: true }).conforme).toBe(true);
    expect(constatDeVote({ ...egalite, comptes: true }).conforme).toBe(true);
  });

  it.each(['nonParticipations', 'blancs', 'nuls'] as const)(
    'une voix de trop est comptée, même en %s',
    (sens) => {
      expect(constatDeVote({ ...AIX, pour: 52, [sens]: 1 }).conforme).toBe(true);
      expect(constatDeVote({ ...AIX, [sens]: 1 })).toMatchObject({
        conforme: false,
        phrase:
          'Le décompte annonce 54 voix, mais 53 membres seulement étaient présents ou représentés.',
      });
    },
  );

  it.each([
    ['le nombre des présents', { presents: null }],
    ['le nombre des représentés', { representes: null }],
  ])('sans connaître %s, on ne dit pas que des voix sont en trop', (_, inconnu) => {
    const c = constatDeVote({ ...AIX, ...inconnu });
    expect(c).toMatchObject({ conforme: true, queFaire: null, faits: { votants: null } });
  });

  it('sans connaître la salle, le décompte est pris tel quel', () => {
    const c = constatDeVote({ ...AIX, pour: 999, presents: null, representes: null });
    expect(c).toMatchObject({ conforme: true, faits: { votants: null, pour: 999 } });
  });

  it('L1612-12 : le vote des comptes se lit sous sa propre règle', () => {
    expect(constatDeVote({ ...AIX, pour: 26, contre: 27, comptes: true })).toMatchObject({
      regle: { id: 'R-VOTE-08' },
      faits: { adoptee: false },
    });
    expect(constatDeVote(AIX).regle.id).toBe('R-VOTE-01');
  });
});

describe('CE 5 juillet 2021, n° 433537 : un seul vote pour plusieurs délibérations', () => {
  it.each([
    [true, false, true],
    [true, true, false],
    [false, false, false],
    [false, true, false],
    [null, false, null],
    [null, true, false],
  ])('objet commun %s, vote séparé demandé %s : %s', (objetCommun, voteSepareDemande, conforme) => {
    const c = constatDeVoteGroupe({ affaires: 3, objetCommun, voteSepareDemande });
    expect(c).toMatchObject({ conforme, regle: { id: 'R-VOTE-06' } });
    expect(c.queFaire).toBe(conforme === true ? null : 'Votez séparément sur chaque délibération.');
    expect(c.faits).toEqual({ affaires: 3, objetCommun, voteSepareDemande });
    expect(c.phrase).toMatchSnapshot();
  });
});
