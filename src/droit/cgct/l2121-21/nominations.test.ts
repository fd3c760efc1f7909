import { describe, expect, it } from 'vitest';
import {
  constatDeCandidatureUnique,
  constatDeDispense,
  dispenseAcquise,
  effetImmediat,
} from './nominations.ts';

describe('L2121-21 al. 6 : le conseil renonce au scrutin secret à l’unanimité', () => {
  it.each([
    ['organisme-exterieur', 53, 0, false, true],
    ['organisme-exterieur', 52, 1, false, false],
    ['organisme-exterieur', 0, 0, false, false],
    ['commission-municipale', 53, 0, true, false],
    ['maire', 55, 0, false, false],
    ['adjoint', 55, 0, false, false],
    ['autre', 1, 0, false, true],
  ] as const)('%s, %i pour, %i contre, texte contraire %s : acquise %s', (...ligne) => {
    const [poste, pour, contre, texteContraire, acquise] = ligne;
    const dispense = { poste, pour, contre, texteContraire };
    expect(dispenseAcquise(dispense)).toBe(acquise);
    const c = constatDeDispense(dispense);
    expect(c).toMatchObject({ conforme: acquise, faits: { pour, contre } });
    expect([c.phrase, c.queFaire]).toMatchSnapshot();
  });

  it('sans décision notée, rien n’est affirmé', () => {
    expect(constatDeDispense(null)).toMatchInlineSnapshot(`
      {
        "conforme": null,
        "faits": {
          "contre": null,
          "pour": null,
        },
        "phrase": "On a nommé sans scrutin secret ; aucune décision unanime du conseil n’est notée pour l’écarter.",
        "queFaire": "Notez la décision unanime du conseil, ou votez de nouveau au scrutin secret.",
        "regle": {
          "certitude": "A15",
          "enVigueur": {
            "au": null,
            "du": null,
          },
          "fondement": {
            "alinea": "6",
            "article": "L2121-21",
            "code": "CGCT",
          },
          "gravite": "illegal",
          "id": "R-NOM-02",
        },
      }
    `);
  });
});

describe('L2121-21 al. 7 : une seule candidature, ou une seule liste, prend effet aussitôt', () => {
  it.each([
    ['organisme-exterieur', 1, null, true],
    ['organisme-exterieur', 2, null, false],
    ['commission-municipale', null, 1, true],
    ['commission-municipale', null, 2, false],
    ['commission-municipale', null, null, false],
    ['maire', 1, null, false],
    ['adjoint', null, 1, false],
    ['autre', 1, 1, false],
  ] as const)('%s, %s candidat par poste, %s liste : %s', (...ligne) => {
    const [poste, candidatsParPoste, listes, immediat] = ligne;
    expect(effetImmediat({ poste, candidatsParPoste, listes })).toBe(immediat);
    const c = constatDeCandidatureUnique({ poste, candidatsParPoste, listes });
    expect(c).toMatchObject({
      conforme: true,
      faits: { poste, candidatsParPoste, listes, immediat },
    });
    expect([c.phrase, c.queFaire]).toMatchSnapshot();
  });
});
