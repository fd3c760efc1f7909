import { describe, expect, it } from 'vitest';
import { constatDeChangement, constatDeContradiction } from './coherence.ts';

describe('L2121-15 al. 4 : le procès-verbal dit des faits qui s’accordent', () => {
  it('un fait que l’ajout rend impossible est une faute, à sa place, jamais un blocage', () => {
    const c = constatDeContradiction({ position: 7, raison: 'Il n’était pas là.' });
    expect(c).toMatchObject({ conforme: false, faits: { position: 7 } });
    expect(c.phrase).toMatch(/fait n° 7 .* Il n’était pas là\.$/);
  });

  it('un compte que l’ajout change est à vérifier', () => {
    const c = constatDeChangement({ objet: 'École', changements: ['8 présents', '8 voix pour'] });
    expect(c).toMatchObject({ conforme: null, regle: { id: 'R-FAIT-01', certitude: 'C' } });
    expect(c.phrase).toContain('« École » : 8 présents ; 8 voix pour.');
  });
});
