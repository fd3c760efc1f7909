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

const aupres = (genre: 'departement' | 'region') => {
  const village = seanceDExemple('village-2026-06-12');
  const { identite } = village;
  const collectivite = { ...identite.collectivite, genre };
  return calendrier({ ...village, identite: { ...identite, collectivite } });
};

describe('Le calendrier cite l’article qui oblige cette assemblée', () => {
  it.each([
    ['aix-2022-10-14', 'convocation', 'CGCT L2121-12 al. 3'],
    ['village-2026-06-12', 'convocation', 'CGCT L2121-11 al. 1'],
    ['epci-2025-09-25', 'convocation', 'CGCT L2121-12 et L5211-1'],
    ['aix-2022-10-14', 'seance', 'CGCT L2121-7'],
    ['epci-2025-09-25', 'seance', 'CGCT L5211-11 al. 1'],
  ] as const)('%s, %s : %s', (exemple, id, article) => {
    expect(le(exemple, id)?.article).toBe(article);
  });

  it('au département et à la région, la seconde réunion se tient de plein droit trois jours plus tard', () => {
    const seconde = (genre: 'departement' | 'region') =>
      aupres(genre).find(({ id }) => id === 'seconde-reunion');
    expect(seconde('departement')).toMatchObject({
      le: '2026-06-15',
      article: 'CGCT L3121-14 al. 2',
    });
    expect(seconde('region')).toMatchObject({ le: '2026-06-15', article: 'CGCT L4132-13 al. 2' });
    expect(aupres('region').find(({ id }) => id === 'convocation')).toMatchObject({
      le: '2026-05-31',
      article: 'CGCT L4132-18 al. 1',
      calcul: expect.stringContaining('un jour de plus est plus sûr'),
    });
  });
});

describe('L5211-40-2 : un EPCI écrit aux conseillers des communes membres', () => {
  it('la liste dans le mois de la séance, le procès-verbal dans le mois où il est arrêté', () => {
    // Sitting of 25 September 2025; minutes adopted on 27 November.
    expect(le('epci-2025-09-25', 'envoi-de-la-liste')?.le).toBe('2025-10-25');
    expect(le('epci-2025-09-25', 'envoi-du-proces-verbal')?.le).toBe('2025-12-27');
  });

  it('une commune n’a pas à le faire', () => {
    expect(le('village-2026-06-12', 'envoi-de-la-liste')).toBeUndefined();
  });
});
