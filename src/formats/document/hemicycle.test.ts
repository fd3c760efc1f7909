import { describe, expect, it } from 'vitest';
import { type Siege, planDeSalle } from './hemicycle.ts';

const arc = (n: number, voix: (i: number) => Siege['voix'] = () => 'pour'): Siege[] =>
  Array.from({ length: n }, (_, i) => {
    const angle = (Math.PI * i) / Math.max(1, n - 1);
    return {
      x: 100 * Math.cos(angle),
      y: -100 * Math.sin(angle),
      voix: voix(i),
      represente: false,
    };
  });

describe('Plan de salle', () => {
  it.each([1, 2, 7, 11, 55, 163])('%i sièges tiennent dans la page', (n) => {
    const plan = planDeSalle(arc(n));
    expect(plan.largeur).toBeGreaterThan(0);
    expect(plan.largeur).toBeLessThanOrEqual(118);
    expect(plan.hauteur).toBeLessThanOrEqual(66);
    expect(plan.dessin.match(/<circle/g)).toHaveLength(n);
  });

  it('chaque voix a sa forme, et la légende compte', () => {
    const voix = [
      'pour',
      'contre',
      'abstention',
      'ne-prend-pas-part',
      'inconnue',
      'absent',
    ] as const;
    const plan = planDeSalle(arc(12, (i) => voix[i % 6] ?? 'pour'));
    expect(plan.legende.map((l) => l.libelle)).toEqual([
      '2 pour',
      '2 contre',
      '2 abstentions',
      '2 ne prennent pas part au vote',
      '2 votes non détaillés',
      '2 absents',
    ]);
    const sansCouleur = plan.legende.map((l) => l.dessin.replace(/#[0-9a-f]{6}/g, ''));
    // Unnamed votes share the disc of « pour », never beside it: a vote is named or it is not.
    expect(new Set(sansCouleur).size).toBe(5);
  });

  it('un siège tenu par pouvoir est évidé, et compté', () => {
    const [premier, ...autres] = arc(3);
    const plan = planDeSalle(
      premier === undefined ? [] : [{ ...premier, represente: true }, ...autres],
    );
    expect(plan.dessin.match(/<circle/g)).toHaveLength(4);
    expect(plan.legende.map((l) => l.libelle)).toEqual(['3 pour', 'dont 1 par pouvoir']);
  });

  it('deux sièges au même endroit ne font rien échouer', () => {
    const [un] = arc(1);
    const plan = planDeSalle(un === undefined ? [] : [un, un]);
    expect(plan.dessin).not.toMatch(/NaN|Infinity/);
  });
});
