import { describe, expect, it } from 'vitest';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import { calendrier } from './calendrier.ts';

const le = (exemple: Parameters<typeof seanceDExemple>[0], id: string) =>
  calendrier(seanceDExemple(exemple)).find((e) => e.id === id);

describe('Le calendrier de la séance d’Aix (REGLES §6.4)', () => {
  it.each([
    ['convocation', '2022-10-08', '2022-10-07'],
    ['seance', '2022-10-14', '2022-10-14'],
    ['liste', '2022-10-21', null],
    ['defere-inclusion-numerique', '2022-12-20', null],
    ['transmission-inclusion-numerique', null, '2022-10-19'],
    ['en-vigueur-inclusion-numerique', null, null],
    ['recours-inclusion-numerique', null, null],
    ['proces-verbal', null, null],
  ])('%s : %s, fait le %s', (id, jour, faitLe) => {
    expect(le('aix-2022-10-14', id)).toMatchObject({ le: jour, faitLe });
  });

  it('met à la fin ce dont la date n’est pas connue, et dit ce qui manque', () => {
    const jours = calendrier(seanceDExemple('aix-2022-10-14')).map((e) => e.le);
    const connus = jours.filter((j) => j !== null);
    expect(connus).toEqual(connus.toSorted());
    expect(jours.slice(connus.length).every((j) => j === null)).toBe(true);
    expect(le('aix-2022-10-14', 'recours-inclusion-numerique')?.calcul).toContain(
      'n’est pas prouvée',
    );
  });

  it('cite un article et une règle à chaque date', () => {
    for (const e of calendrier(seanceDExemple('aix-2022-10-14'))) {
      expect(e.article).toMatch(/L\d|R\d|Règles propres/);
      expect(e.regle).toMatch(/^R-/);
    }
  });
});

describe('Le calendrier d’une séance levée faute de quorum', () => {
  it('donne le premier jour d’une seconde réunion : trois jours francs', () => {
    expect(le('village-2026-06-12', 'seconde-reunion')?.le).toBe('2026-06-16');
  });
});
