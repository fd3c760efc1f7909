import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { constatDeSecondeReunion, secondeReunionDePleinDroit } from './seconde-reunion.ts';

describe('L3121-14 al. 2 : « de plein droit trois jours plus tard »', () => {
  it.each([
    ['2024-06-10', '2024-06-13'],
    ['2024-02-27', '2024-03-01'],
    ['2023-12-30', '2024-01-02'],
  ])('faute de quorum le %s, la réunion se tient le %s', (premiere, seconde) => {
    expect(secondeReunionDePleinDroit(jour(premiere))).toBe(seconde);
  });

  it.each([
    ['2024-06-12', false],
    ['2024-06-13', true],
    ['2024-06-14', false],
  ])('tenue le %s : %s', (reunion, conforme) => {
    const c = constatDeSecondeReunion(jour('2024-06-10'), jour(reunion));
    expect(c.conforme).toBe(conforme);
    expect(c.queFaire).toBe(
      conforme ? null : 'Vérifiez le quorum, ou tenez la réunion au jour fixé par la loi.',
    );
    expect(c.phrase).toBe(
      conforme
        ? 'La réunion se tient de plein droit trois jours après celle qui a manqué de quorum : aucun nombre n’est exigé.'
        : 'La réunion ne se tient pas le jour que la loi fixe, trois jours après celle qui a manqué de quorum : le quorum est de nouveau exigé.',
    );
    expect(c.regle.id).toBe('R-CONV-08');
    expect(c.faits).toEqual({ premiereReunion: '2024-06-10', reunion, attendue: '2024-06-13' });
  });
});
