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
    const jours = calendrier(seanceDExemple('aix-2022-10-14')).map((e) => e.le ?? e.faitLe);
    const connus = jours.filter((j) => j !== null);
    expect(connus).toEqual(connus.toSorted());
    expect(jours.slice(connus.length).every((j) => j === null)).toBe(true);
    expect(le('aix-2022-10-14', 'recours-inclusion-numerique')?.calcul).toContain(
      'n’est pas prouvée',
    );
  });

  it('ne parle de report que lorsque le dernier jour a été reporté (CJA R421-1)', () => {
    // Received on Wednesday 19 October: Tuesday 20 December.
    expect(le('aix-2022-10-14', 'defere-inclusion-numerique')?.calcul).not.toContain('reportés');
    // Posted on Tuesday 16 June 2026: 17 August is a Monday.
    const village = le('village-2026-06-12', 'recours-salle-des-fetes');
    expect(village).toMatchObject({ le: '2026-08-17' });
    expect(village?.calcul).not.toContain('reportés');
    // Received on Monday 15 June 2026: Sunday 16 August, so Monday 17.
    const prefet = le('village-2026-06-12', 'defere-salle-des-fetes');
    expect(prefet).toMatchObject({ le: '2026-08-17' });
    expect(prefet?.calcul).toContain('reportés au premier jour ouvrable');
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
