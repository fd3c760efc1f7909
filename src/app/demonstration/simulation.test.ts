import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lireSeance } from '#formats/seance/lire.ts';
import { enSimulation, estEnSimulation } from './simulation.ts';

describe('Une collectivité qui s’entraîne', () => {
  it('se reconnaît à son nom, et elle seule', () => {
    const exemple = new URL('../../../examples/aix-2022-10-14.json', import.meta.url);
    const lue = lireSeance(readFileSync(exemple, 'utf8'));
    const faits = lue.ok ? lue.value.map(({ fait }) => fait) : [];
    const preparee = faits.find((fait) => fait.type === 'SeancePreparee');
    if (preparee === undefined) throw new Error('the example begins with a sitting');
    expect(estEnSimulation(preparee.collectivite)).toBe(false);
    expect(estEnSimulation({ nom: 'Syndicat mixte de simulation' })).toBe(false);
    expect(estEnSimulation(enSimulation(preparee).collectivite)).toBe(true);
  });
});
