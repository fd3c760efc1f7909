import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { constatDEnvoiAuxCommunes, envoiAuPlusTard } from './envoi-aux-communes.ts';

describe('L5211-40-2 : dans le mois, aux conseillers des communes membres', () => {
  it.each([
    ['2022-06-30', null],
    ['2022-07-01', '2022-08-01'],
    ['2023-01-31', '2023-02-28'],
    ['2022-10-14', '2022-11-14'],
  ])('séance du %s : au plus tard le %s', (seance, limite) => {
    expect(envoiAuPlusTard(jour(seance))).toBe(limite);
  });

  it.each([
    ['2022-10-14', '2022-11-14', '2022-12-01', true],
    ['2022-10-14', '2022-11-15', '2022-12-01', false],
    ['2022-10-14', null, '2022-11-14', null],
    ['2022-10-14', null, '2022-11-15', false],
    ['2022-06-30', null, '2022-12-01', true],
  ] as const)('séance du %s, envoi %s, vu le %s : %s', (seance, envoyeLe, le, conforme) => {
    const c = constatDEnvoiAuxCommunes({
      seance: jour(seance),
      envoyeLe: envoyeLe === null ? null : jour(envoyeLe),
      le: jour(le),
    });
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire === null).toBe(conforme === true);
    expect(c.regle.id).toBe('R-EPCI-01');
    expect(c.phrase.includes('pas encore obligatoire')).toBe(seance < '2022-07-01');
    if (seance >= '2022-07-01') {
      expect(c.phrase.endsWith('rien ne dit qu’elle le soit.')).toBe(envoyeLe === null);
    }
    expect(c.faits['envoyeLe']).toBe(envoyeLe);
  });
});
