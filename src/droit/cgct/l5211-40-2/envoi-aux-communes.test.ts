import { describe, expect, it } from 'vitest';
import { enToutesLettres, jour } from '#base/jour.ts';
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
    expect(c.queFaire).toBe(
      conforme === true
        ? null
        : 'Envoyez la liste aux conseillers des communes membres, et notez le jour.',
    );
    expect(c.regle.id).toBe('R-EPCI-01');
    const suite =
      envoyeLe === null
        ? 'rien ne dit qu’elle le soit'
        : `elle l’a été le ${enToutesLettres(jour(envoyeLe))}`;
    expect(c.phrase).toBe(
      seance < '2022-07-01'
        ? 'L’envoi aux conseillers des communes membres n’était pas encore obligatoire.'
        : `La liste des délibérations est envoyée aux conseillers des communes membres au plus tard le 14 novembre 2022 ; ${suite}.`,
    );
    expect(c.faits['envoyeLe']).toBe(envoyeLe);
  });
});
