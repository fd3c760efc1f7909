import { describe, expect, it } from 'vitest';
import { jour } from '#base/jour.ts';
import { seanceDExemple } from '../../../test/harness/seances.ts';
import type { Seance } from '../seance/etat.ts';
import { controler } from './controler.ts';

const EXEMPLES = ['aix-2022-10-14', 'village-2026-06-12', 'epci-2025-09-25'] as const;

/** The EPCI, its list posted a day too late, its minutes put on line a day too late. */
function enRetard(): Seance {
  const seance = seanceDExemple('epci-2025-09-25');
  const { liste, procesVerbal } = seance;
  if (liste === null || procesVerbal === null) throw new Error('the EPCI tells both');
  return {
    ...seance,
    liste: { ...liste, afficheeLe: jour('2025-10-03'), enLigneLe: jour('2025-10-03') },
    procesVerbal: { ...procesVerbal, publieLe: jour('2025-12-05') },
  };
}

const dits = (seance: Seance, regle: string) =>
  controler(seance).filter((c) => c.regle.id === regle);

describe('Ce qui n’est pas en ordre dit quoi faire', () => {
  it.each([...EXEMPLES, 'en-retard'] as const)('%s', (nom) => {
    const seance = nom === 'en-retard' ? enRetard() : seanceDExemple(nom);
    const muets = controler(seance).filter((c) => c.conforme !== true && c.queFaire === null);
    expect(muets.map(({ regle, phrase }) => `${regle.id} ${phrase}`)).toEqual([]);
  });

  it('une liste ou un procès-verbal en retard ne rend pas les délibérations nulles', () => {
    for (const c of [...dits(enRetard(), 'R-LIST-01'), ...dits(enRetard(), 'R-PV-03')]) {
      expect(c.conforme).toBe(false);
      expect(c.queFaire).toContain('Rien à refaire');
    }
  });
});

const phrases = (nom: (typeof EXEMPLES)[number]) =>
  dits(seanceDExemple(nom), 'R-LIST-01').map(({ phrase }) => phrase);

describe('L2121-25 : où l’on affiche, et s’il y a un site', () => {
  it('un EPCI affiche à son siège, une commune à la mairie', () => {
    expect(phrases('epci-2025-09-25')[0]).toContain('affichée au siège');
    expect(phrases('village-2026-06-12')[0]).toContain('affichée à la mairie');
  });

  it('une commune dont on ne connaît pas le site : en ligne, s’il y en a un', () => {
    expect(phrases('village-2026-06-12')[1]).toContain('si la collectivité a un site');
    expect(phrases('epci-2025-09-25')[1]).not.toContain('si la collectivité');
  });
});
